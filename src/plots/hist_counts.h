/* SPDX-License-Identifier: MIT */
/* hist_counts.h: what several sets of values count in the same bins. */
#ifndef PLOTS_HIST_COUNTS_H
#define PLOTS_HIST_COUNTS_H

#include "flatplot/bars.h"

struct fp__counts {
    size_t sets, bins;
    struct fp_array *edges; /* (bins + 1,), doubles of its own */
    struct fp_array *tops;  /* (sets, bins), of one set (bins,), the same: what is counted, and
                               when sets are stacked with all that the sets before it count */
};

/* Counts, as matplotlib 3.6's Axes.hist. On failure nothing is left to be finished. */
enum fp_status fp__counts_find(struct fp_context *ctx, const struct fp_hist_set *sets, size_t n,
                               const struct fp_hist_options *options, struct fp__counts *counts);

void fp__counts_finish(struct fp__counts *counts);

#endif
