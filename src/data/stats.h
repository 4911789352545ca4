/* SPDX-License-Identifier: MIT */
/* stats.h: counts over values that come in pieces. */
#ifndef DATA_STATS_H
#define DATA_STATS_H

#include <stddef.h>

#include "data/dtype.h"
#include "flatplot/array.h"

/* Independent accumulators, so that a CPU works on several values at once. */
#define FP__STATS_LANES 4

struct fp__stats_sum {
    size_t count;
    size_t nan;
    size_t inf;
    double min[FP__STATS_LANES];
    double max[FP__STATS_LANES];
    double sum[FP__STATS_LANES];
    double lost[FP__STATS_LANES]; /* what rounding took from sum */
};

void fp__stats_begin(struct fp__stats_sum *sum);

/* Adds n values. Pieces whose lengths are multiples of FP__STATS_LANES (but the last) give the
 * same result, to the bit, as one long run. */
void fp__stats_add(struct fp__stats_sum *sum, const struct fp__run *run, size_t n);

void fp__stats_end(const struct fp__stats_sum *sum, struct fp_stats *stats);

#endif
