/* SPDX-License-Identifier: MIT */
/* size.h: how large a picture is asked to be. */
#ifndef CLI_BATCH_SIZE_H
#define CLI_BATCH_SIZE_H

#include "cli/batch/settings.h"
#include "flatplot/figure.h"

/* Refuses a size that is given twice. Returns 0 or an exit code after saying so. */
int fp__size_check(const struct fp__settings *settings);

/* Makes the figure as large as --size, --figsize and --dpi say. */
enum fp_status fp__size_set(struct fp_figure *figure, const struct fp__settings *settings);

#endif
