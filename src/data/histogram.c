/* SPDX-License-Identifier: MIT */
/* histogram.c: values counted in bins, to the bit as numpy's np.histogram and matplotlib's hist do.
 * Which bins there are is found in bins.c. */
#include <math.h>

#include "core/alloc.h"
#include "core/object.h"
#include "core/status.h"
#include "data/bins.h"
#include "data/column.h"

struct fp_histogram_options
fp_histogram_defaults(void)
{
    return (struct fp_histogram_options){.bins = 10, .range = {NAN, NAN}};
}

/* --- counting --------------------------------------------------------------------------------- */

/* The division may end up on either side of an edge. */
static size_t
find_uniform(const struct fp__bins *b, double v)
{
    size_t i = (size_t)((v - b->first) * b->scale);

    if (i >= b->n)
        i = b->n - 1;
    if (v < b->edges[i])
        return i - 1;
    return i + (i < b->n - 1 && v >= b->edges[i + 1]);
}

/* The last bin whose lower edge is not above v. */
static size_t
find_sorted(const struct fp__bins *b, double v)
{
    size_t lo = 0, hi = b->n;

    while (hi - lo > 1) {
        size_t middle = lo + (hi - lo) / 2;

        if (b->edges[middle] <= v)
            lo = middle;
        else
            hi = middle;
    }
    return lo;
}

static void
count_block(const struct fp__bins *b, const double *values, const double *weights, size_t n,
            double *counts)
{
    for (size_t i = 0; i < n; i++) {
        double v = values[i];

        if (v >= b->first && v <= b->last)
            counts[(b->uniform ? find_uniform : find_sorted)(b, v)] += weights ? weights[i] : 1;
    }
}

static void
count(const struct fp__bins *bins, struct fp_array *array, struct fp_array *weighing,
      double *counts)
{
    size_t all = fp_array_count(array), n;
    double values[FP__COLUMN_BLOCK], weights[FP__COLUMN_BLOCK];

    for (size_t from = 0; (n = fp__column_read(array, from, all, values)) > 0; from += n) {
        if (weighing)
            fp__column_read(weighing, from, all, weights);
        count_block(bins, values, weighing ? weights : NULL, n, counts);
    }
}

/* --- what becomes of counts ------------------------------------------------------------------- */

static void
make_density(const struct fp__bins *b, double *counts)
{
    double sum = 0;

    for (size_t i = 0; i < b->n; i++)
        sum += counts[i];
    for (size_t i = 0; i < b->n; i++)
        counts[i] = counts[i] / (b->edges[i + 1] - b->edges[i]) / sum;
}

/* Densities are those of areas. */
static void
make_cumulative(const struct fp__bins *b, bool density, bool backwards, double *counts)
{
    double sum = 0;

    for (size_t k = 0; k < b->n; k++) {
        size_t i = backwards ? b->n - 1 - k : k;

        sum += density ? counts[i] * (b->edges[i + 1] - b->edges[i]) : counts[i];
        counts[i] = sum;
    }
}

static void
fill_counts(const struct fp__bins *bins, struct fp_array *values,
            const struct fp_histogram_options *o, double *counts)
{
    for (size_t i = 0; i < bins->n; i++)
        counts[i] = 0;
    count(bins, values, o->weights, counts);
    if (o->density)
        make_density(bins, counts);
    if (o->cumulative != 0)
        make_cumulative(bins, o->density, o->cumulative < 0, counts);
}

/* --- making ----------------------------------------------------------------------------------- */

static struct fp_context *
context_of(const struct fp_array *array)
{
    return array ? ((const struct fp_object *)array)->ctx : NULL;
}

static enum fp_status
check(struct fp_array *values, const struct fp_histogram_options *o)
{
    struct fp_context *ctx = context_of(values);

    if (fp_is_closed(values) || (o->weights && fp_is_closed(o->weights)) ||
        (o->edges && fp_is_closed(o->edges)))
        return fp__fail_closed(ctx, "array");
    if (!fp__is_column(values) ||
        (o->weights &&
         (!fp__is_column(o->weights) || fp_array_count(o->weights) != fp_array_count(values))))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "hist: values and weights must be columns of one length" FP__HINT
                        "arrays of shape (N,); reshape others");
    if (o->weights && !o->edges && o->rule != FP_BINS_COUNT)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "hist: no rule finds the bins of weighted values" FP__HINT
                        "give a number of bins, or their edges");
    return FP_OK;
}

/* A new array over n numbers, which it takes over. */
static struct fp_array *
wrap(struct fp_context *ctx, double *numbers, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);

    return fp_array_wrap(ctx, numbers, &layout, fp_free, numbers);
}

static enum fp_status
give(struct fp_context *ctx, struct fp__bins *bins, double *numbers, struct fp_array **counts,
     struct fp_array **edges)
{
    struct fp_array *first = wrap(ctx, numbers, bins->n), *second;

    second = wrap(ctx, bins->edges, bins->n + 1);
    if (!first || !second) {
        fp_unref(first);
        fp_unref(second);
        return FP_ERR_MEMORY;
    }
    *counts = first;
    *edges = second;
    return FP_OK;
}

enum fp_status
fp_array_histogram(struct fp_array *values, const struct fp_histogram_options *options,
                   struct fp_array **counts, struct fp_array **edges)
{
    struct fp_histogram_options o = options ? *options : fp_histogram_defaults();
    enum fp_status status = check(values, &o);
    struct fp_context *ctx;
    struct fp__bins bins;
    double *numbers;

    if (status != FP_OK)
        return status;
    ctx = context_of(values);
    status = fp__bins_find(ctx, values, &o, &bins);
    if (status != FP_OK)
        return status;
    numbers = fp_alloc_array(bins.n, sizeof *numbers);
    if (!numbers) {
        fp_free(bins.edges);
        return fp__fail_memory(ctx, "a histogram");
    }
    fill_counts(&bins, values, &o, numbers);
    return give(ctx, &bins, numbers, counts, edges);
}
