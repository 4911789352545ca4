/* SPDX-License-Identifier: MIT */
/* bins.c: which bins a histogram has: numpy's _get_bin_edges for the range that matplotlib's hist
 * asks for, and the rules of _hist_bin_selectors. */
#include "data/bins.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/column.h"
#include "flatplot/percentile.h"
#include "flatplot/text.h"

/* --- the range -------------------------------------------------------------------------------- */

static enum fp_status
refuse_range(struct fp_context *ctx, const char *why)
{
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "hist: %s" FP__HINT "a range is two finite numbers, the smaller one first",
                    why);
}

/* NaN does not count, infinite values must not be there. */
static enum fp_status
find_own_range(struct fp_context *ctx, struct fp_array *values, double range[2])
{
    struct fp_stats stats;
    enum fp_status status = fp_array_stats(values, &stats);

    if (status != FP_OK)
        return status;
    if (stats.inf > 0)
        return refuse_range(ctx, "values are infinite, so bins need a range");
    range[0] = stats.finite > 0 ? stats.min : 0;
    range[1] = stats.finite > 0 ? stats.max : 1;
    return FP_OK;
}

static enum fp_status
find_range(struct fp_context *ctx, struct fp_array *values, const struct fp_histogram_options *o,
           struct fp__bins *bins)
{
    double range[2] = {o->range[0], o->range[1]};
    enum fp_status status = FP_OK;

    if (isnan(range[0]) && isnan(range[1]))
        status = find_own_range(ctx, values, range);
    if (status != FP_OK)
        return status;
    if (!(range[0] <= range[1]) || !isfinite(range[1] - range[0]))
        return refuse_range(ctx, "bins over that range cannot be counted");
    bins->first = range[0] - (range[0] == range[1] ? .5 : 0);
    bins->last = range[1] + (range[0] == range[1] ? .5 : 0);
    return FP_OK;
}

/* --- rules ------------------------------------------------------------------------------------ */

/* What there is of the values within the range. */
struct sample {
    double count, length; /* how many, and from the smallest to the largest */
    double iqr;           /* and from the first quartile to the third */
};

static double
count_within(struct fp_array *values, const struct fp__bins *b)
{
    size_t all = fp_array_count(values), within = 0, n;
    double block[FP__COLUMN_BLOCK];

    for (size_t from = 0; (n = fp__column_read(values, from, all, block)) > 0; from += n)
        for (size_t i = 0; i < n; i++)
            within += block[i] >= b->first && block[i] <= b->last;
    return (double)within;
}

static enum fp_status
take_sample(struct fp_array *values, const struct fp__bins *b, bool quartiles,
            struct sample *sample)
{
    double above = nextafter(b->first, -INFINITY), below = nextafter(b->last, INFINITY);
    double ends[2], at[2] = {0, 0};
    enum fp_status status = fp_array_range(values, above, below, &ends[0], &ends[1]);

    if (status == FP_OK && quartiles)
        status = fp_array_percentiles(values, (double[]){25, 75}, 2, above, below, at);
    *sample = (struct sample){count_within(values, b), ends[1] - ends[0], at[1] - at[0]};
    return status;
}

/* Of one bin. */
static double
find_width(enum fp_bins_rule rule, const struct sample *s)
{
    double fd = 2 * s->iqr * pow(s->count, -1. / 3), sturges = s->length / (log2(s->count) + 1);

    if (rule == FP_BINS_FD)
        return fd;
    return rule == FP_BINS_AUTO && fd > 0 ? fmin(fd, sturges) : sturges;
}

static enum fp_status
count_by_rule(struct fp_context *ctx, struct fp_array *values, enum fp_bins_rule rule,
              struct fp__bins *bins)
{
    struct sample sample;
    enum fp_status status = take_sample(values, bins, rule != FP_BINS_STURGES, &sample);
    double width, n;

    if (status != FP_OK)
        return status;
    width = sample.count > 0 ? find_width(rule, &sample) : 0;
    n = width > 0 ? ceil((bins->last - bins->first) / width) : 1;
    if (n > FP_BINS_MAX)
        return fp__fail(ctx, FP_ERR_LIMIT,
                        "hist: the rule makes more than %d bins" FP__HINT
                        "give a range without the outliers, or a number of bins",
                        FP_BINS_MAX);
    bins->n = (size_t)n;
    return FP_OK;
}

/* --- edges ------------------------------------------------------------------------------------ */

static enum fp_status
reserve_edges(struct fp_context *ctx, struct fp__bins *bins)
{
    bins->edges = fp_alloc_array(bins->n + 1, sizeof *bins->edges);
    return bins->edges ? FP_OK : fp__fail_memory(ctx, "the edges of a histogram");
}

/* As np.linspace. */
static enum fp_status
spread_edges(struct fp_context *ctx, struct fp__bins *bins)
{
    double length = bins->last - bins->first, step = length / (double)bins->n;
    enum fp_status status = reserve_edges(ctx, bins);

    if (status != FP_OK)
        return status;
    for (size_t i = 0; i < bins->n; i++)
        bins->edges[i] =
            (step == 0 ? (double)i / (double)bins->n * length : (double)i * step) + bins->first;
    bins->edges[bins->n] = bins->last;
    bins->uniform = true;
    bins->scale = (double)bins->n / length;
    return FP_OK;
}

static bool
are_edges(const double *edges, size_t n)
{
    bool ascend = isfinite(edges[0]);

    for (size_t i = 1; i < n; i++)
        ascend = ascend && edges[i] >= edges[i - 1] && isfinite(edges[i]);
    return ascend;
}

static enum fp_status
refuse_edges(struct fp_context *ctx)
{
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "hist: these cannot be the edges of bins" FP__HINT
                    "at least two finite numbers, none below the one before it");
}

static enum fp_status
copy_edges(struct fp_context *ctx, struct fp_array *edges, struct fp__bins *bins)
{
    const struct fp_layout *layout = fp_array_layout(edges);
    enum fp_status status;

    if (layout->ndim != 1 || layout->shape[0] < 2)
        return refuse_edges(ctx);
    bins->n = layout->shape[0] - 1;
    bins->uniform = false;
    status = reserve_edges(ctx, bins);
    if (status != FP_OK)
        return status;
    for (size_t i = 0; i <= bins->n; i++)
        fp_array_value(edges, &i, &bins->edges[i]);
    bins->first = bins->edges[0];
    bins->last = bins->edges[bins->n];
    if (are_edges(bins->edges, bins->n + 1))
        return FP_OK;
    fp_free(bins->edges);
    return refuse_edges(ctx);
}

enum fp_status
fp__bins_find(struct fp_context *ctx, struct fp_array *values, const struct fp_histogram_options *o,
              struct fp__bins *bins)
{
    enum fp_status status;

    if (o->edges)
        return copy_edges(ctx, o->edges, bins);
    if (o->rule > FP_BINS_STURGES || o->bins < 1 || o->bins > FP_BINS_MAX)
        return fp__fail(ctx, FP_ERR_ARGUMENT, "hist: the number of bins is from 1 to %d",
                        FP_BINS_MAX);
    bins->n = o->bins;
    status = find_range(ctx, values, o, bins);
    if (status == FP_OK && o->rule != FP_BINS_COUNT)
        status = count_by_rule(ctx, values, o->rule, bins);
    return status == FP_OK ? spread_edges(ctx, bins) : status;
}

/* --- rules by name ---------------------------------------------------------------------------- */

static enum fp_status
parse_count(struct fp_context *ctx, const char *text, size_t *bins)
{
    const char *end;
    double n;

    if (!fp_number_parse(text, &end, &n) || *end || !(n >= 1 && n <= FP_BINS_MAX) || n != floor(n))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "hist: '%s' tells no bins" FP__HINT
                        "bins are a number from 1 to %d, or auto, fd or sturges",
                        text, FP_BINS_MAX);
    *bins = (size_t)n;
    return FP_OK;
}

enum fp_status
fp_bins_parse(struct fp_context *ctx, const char *text, struct fp_histogram_options *options)
{
    static const char *const names[] = {"auto", "fd", "sturges"};
    enum fp_status status = FP_OK;
    int i = 0;

    while (i < 3 && strcmp(text, names[i]) != 0)
        i++;
    if (i == 3)
        status = parse_count(ctx, text, &options->bins);
    if (status == FP_OK)
        options->rule = i < 3 ? (enum fp_bins_rule)(FP_BINS_AUTO + i) : FP_BINS_COUNT;
    return status;
}
