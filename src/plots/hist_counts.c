/* SPDX-License-Identifier: MIT */
/* hist_counts.c: several sets of values counted in the same bins, and stacked. */
#include "plots/hist_counts.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/bins.h"
#include "data/column.h"

/* --- the bins of all -------------------------------------------------------------------------- */

/* All values one after the other: rules look at them together. */
static double *
join(const struct fp_hist_set *sets, size_t n, size_t all)
{
    double *joined = fp_alloc_array(all + FP__COLUMN_BLOCK, sizeof *joined);
    size_t at = 0, got;

    for (size_t i = 0; joined && i < n; i++)
        for (size_t from = 0;
             (got = fp__column_read(sets[i].values, from, fp_array_count(sets[i].values),
                                    joined + at)) > 0;
             from += got)
            at += got;
    return joined;
}

static struct fp_array *
wrap(struct fp_context *ctx, double *numbers, int ndim, const size_t *shape)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, ndim, shape);

    return fp_array_wrap(ctx, numbers, &layout, fp_free, numbers);
}

static enum fp_status
find_edges(struct fp_context *ctx, const struct fp_hist_set *sets, size_t n,
           const struct fp_histogram_options *o, struct fp_array **edges)
{
    struct fp__bins bins;
    struct fp_array *joined;
    enum fp_status status;
    double *numbers;
    size_t all = 0;

    for (size_t i = 0; i < n; i++)
        all += fp_array_count(sets[i].values);
    numbers = join(sets, n, all);
    if (!numbers)
        return fp__fail_memory(ctx, "a histogram");
    joined = wrap(ctx, numbers, 1, &all);
    if (!joined)
        return FP_ERR_MEMORY;
    status = fp__bins_find(ctx, joined, o, &bins);
    fp_unref(joined);
    if (status != FP_OK)
        return status;
    *edges = wrap(ctx, bins.edges, 1, (size_t[]){bins.n + 1});
    return *edges ? FP_OK : FP_ERR_MEMORY;
}

/* --- counting --------------------------------------------------------------------------------- */

/* Of a set; the first one finds the bins if there are none as yet. */
static enum fp_status
count_set(struct fp_context *ctx, const struct fp_hist_set *set, size_t i,
          struct fp_histogram_options *o, struct fp__counts *counts, double **tops)
{
    struct fp_array *counted, *edges;
    enum fp_status status;

    o->weights = set->weights;
    status = fp_array_histogram(set->values, o, &counted, &edges);
    if (status != FP_OK)
        return status;
    counts->bins = fp_array_count(counted);
    if (i == 0) {
        counts->edges = fp_ref(edges);
        *tops = fp_alloc_array(counts->sets * counts->bins, sizeof **tops);
        status = *tops ? FP_OK : fp__fail_memory(ctx, "a histogram");
    }
    if (status == FP_OK)
        memcpy(*tops + i * counts->bins, fp_array_data(counted), counts->bins * sizeof **tops);
    fp_unref(counted);
    fp_unref(edges);
    return status;
}

/* --- stacking --------------------------------------------------------------------------------- */

static void
pile(const struct fp__counts *c, double *tops)
{
    for (size_t i = c->bins; i < c->sets * c->bins; i++)
        tops[i] += tops[i - c->bins];
}

/* The area of all together is 1. */
static void
make_density(const struct fp__counts *c, const double *edges, double *tops)
{
    double sum = 0;

    for (size_t i = (c->sets - 1) * c->bins; i < c->sets * c->bins; i++)
        sum += tops[i];
    for (size_t i = 0; i < c->sets * c->bins; i++)
        tops[i] = tops[i] / (edges[i % c->bins + 1] - edges[i % c->bins]) / sum;
}

static void
make_cumulative(const struct fp__counts *c, const double *edges, bool density, bool backwards,
                double *row)
{
    double sum = 0;

    for (size_t k = 0; k < c->bins; k++) {
        size_t i = backwards ? c->bins - 1 - k : k;

        sum += density ? row[i] * (edges[i + 1] - edges[i]) : row[i];
        row[i] = sum;
    }
}

static void
stack(const struct fp__counts *c, const struct fp_histogram_options *o, double *tops)
{
    const double *edges = fp_array_data(c->edges);

    pile(c, tops);
    if (o->density)
        make_density(c, edges, tops);
    for (size_t i = 0; o->cumulative != 0 && i < c->sets; i++)
        make_cumulative(c, edges, o->density, o->cumulative < 0, tops + i * c->bins);
}

/* --- all of it -------------------------------------------------------------------------------- */

static enum fp_status
check(struct fp_context *ctx, const struct fp_hist_set *sets, size_t n,
      const struct fp_histogram_options *o)
{
    for (size_t i = 0; i < n; i++) {
        if (fp_is_closed(sets[i].values))
            return fp__fail_closed(ctx, "array");
        if (!fp__is_column(sets[i].values))
            return fp__fail(ctx, FP_ERR_ARGUMENT,
                            "hist: values must be columns" FP__HINT
                            "arrays of shape (N,); reshape others");
        if (sets[i].weights && !o->edges && o->rule != FP_BINS_COUNT)
            return fp__fail(ctx, FP_ERR_ARGUMENT,
                            "hist: no rule finds the bins of weighted values" FP__HINT
                            "give a number of bins, or their edges");
    }
    return FP_OK;
}

static enum fp_status
count_all(struct fp_context *ctx, const struct fp_hist_set *sets,
          const struct fp_hist_options *options, struct fp__counts *counts, double **tops)
{
    struct fp_histogram_options o = options->bins;
    enum fp_status status = FP_OK;

    if (options->stacked) {
        o.density = false;
        o.cumulative = 0;
    }
    if (counts->sets > 1 && !o.edges)
        status = find_edges(ctx, sets, counts->sets, &o, &o.edges);
    for (size_t i = 0; status == FP_OK && i < counts->sets; i++)
        status = count_set(ctx, &sets[i], i, &o, counts, tops);
    if (o.edges != options->bins.edges)
        fp_unref(o.edges);
    return status;
}

enum fp_status
fp__counts_find(struct fp_context *ctx, const struct fp_hist_set *sets, size_t n,
                const struct fp_hist_options *options, struct fp__counts *counts)
{
    enum fp_status status = check(ctx, sets, n, &options->bins);
    double *tops = NULL;

    *counts = (struct fp__counts){.sets = n};
    if (status == FP_OK)
        status = count_all(ctx, sets, options, counts, &tops);
    if (status == FP_OK && options->stacked)
        stack(counts, &options->bins, tops);
    if (status == FP_OK) {
        counts->tops =
            wrap(ctx, tops, n > 1 ? 2 : 1, n > 1 ? (size_t[]){n, counts->bins} : &counts->bins);
        status = counts->tops ? FP_OK : FP_ERR_MEMORY;
    } else {
        fp_free(tops);
    }
    if (status != FP_OK)
        fp__counts_finish(counts);
    return status;
}

void
fp__counts_finish(struct fp__counts *counts)
{
    fp_unref(counts->edges);
    fp_unref(counts->tops);
    counts->edges = counts->tops = NULL;
}
