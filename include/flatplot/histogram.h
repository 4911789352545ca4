/* SPDX-License-Identifier: MIT */
/* histogram.h: how many values fall into each of several intervals, as numpy's np.histogram and
 * matplotlib's hist count them. */
#ifndef FLATPLOT_HISTOGRAM_H
#define FLATPLOT_HISTOGRAM_H

#include <stdbool.h>

#include "flatplot/array.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How wide bins are: as many as told, or by the rule of D. Freedman and P. Diaconis (2 IQR / ∛n;
 * "On the histogram as a density estimator", 1981), of H. A. Sturges (log₂ n + 1 bins; "The choice
 * of a class interval", 1926), or, auto, what is narrower of the two. A rule that finds no width
 * makes one bin. */
enum fp_bins_rule { FP_BINS_COUNT, FP_BINS_AUTO, FP_BINS_FD, FP_BINS_STURGES };

/* As many as there can be. */
#define FP_BINS_MAX 10000000

/* What is counted and how. Start from fp_histogram_defaults(). */
struct fp_histogram_options {
    enum fp_bins_rule rule;   /* FP_BINS_COUNT */
    size_t bins;              /* 10 */
    struct fp_array *edges;   /* NULL, or instead of a rule: (N + 1,) numbers that do not fall */
    double range[2];          /* of the first edge and the last; NaN: of the values */
    bool density;             /* divided by the bin's width and by all that is counted */
    int cumulative;           /* 1: of this bin and those before it; -1: and those after it */
    struct fp_array *weights; /* NULL, or what each value counts; then there must be no rule */
};

/* The defaults that are told above. */
FP_API struct fp_histogram_options fp_histogram_defaults(void);

/* Reads a number of bins, or a rule, "auto", "fd", "sturges". */
FP_API enum fp_status fp_bins_parse(struct fp_context *ctx, const char *text,
                                    struct fp_histogram_options *options);

/* Counts the values of an array of shape (N,). A bin has its lower edge, the last one both; NaN is
 * left out, and what lies outside. Without a value the range is 0 … 1, and one value is in the
 * middle of a range of 1. *counts, (n,), and *edges, (n + 1,), are new arrays of doubles. options
 * may be NULL. FP_ERR_ARGUMENT for other shapes, options out of their range and infinite values
 * without a range, FP_ERR_LIMIT when a rule finds more than FP_BINS_MAX bins. */
FP_API enum fp_status fp_array_histogram(struct fp_array *values,
                                         const struct fp_histogram_options *options,
                                         struct fp_array **counts, struct fp_array **edges);

#ifdef __cplusplus
}
#endif
#endif
