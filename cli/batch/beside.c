/* SPDX-License-Identifier: MIT */
/* beside.c: the options that name files. */
#include "cli/batch/beside.h"

void
fp__beside_add(struct fp__named_files *beside, const struct fp__settings *settings,
               const char *report)
{
    fp__named_files_add(beside, "--rss", settings->rss, true);
    fp__named_files_add(beside, "--rss-plot", settings->rss_plot, true);
    fp__named_files_add(beside, "--report", report, true);
    fp__named_files_add(beside, "--clim", settings->clim.file, false);
    fp__named_files_add(beside, "--times", settings->times.file, false);
    fp__named_files_add(beside, "--files-from", settings->list.file, false);
}
