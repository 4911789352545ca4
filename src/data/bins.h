/* SPDX-License-Identifier: MIT */
/* bins.h: the bins of a histogram. */
#ifndef DATA_BINS_H
#define DATA_BINS_H

#include "flatplot/histogram.h"

struct fp__bins {
    double first, last; /* edge */
    size_t n;
    double *edges; /* n + 1, the owner's to fp_free */
    bool uniform;
    double scale; /* then: bins per unit */
};

/* The bins for values of shape (N,); the options' arrays are open. Counts nothing. */
enum fp_status fp__bins_find(struct fp_context *ctx, struct fp_array *values,
                             const struct fp_histogram_options *options, struct fp__bins *bins);

#endif
