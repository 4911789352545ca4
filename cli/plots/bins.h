/* SPDX-License-Identifier: MIT */
/* bins.h: --bins: which bins histograms have. */
#ifndef CLI_PLOTS_BINS_H
#define CLI_PLOTS_BINS_H

#include "cli/plots/panel.h"
#include "cli/plots/rows.h"
#include "flatplot/histogram.h"

int fp__read_bins(const struct fp__given *given, void *member);

/* Sets what --bins says (NULL: nothing): a number, a rule, or edges. The caller unrefs
 * options->edges, whatever comes back. */
int fp__bins_choose(struct fp__panel *panel, const char *text,
                    struct fp_histogram_options *options);

#endif
