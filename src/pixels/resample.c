/* SPDX-License-Identifier: MIT */
/* resample.c: smooth resizing of rows of doubles, one output row at a time. */
#include "pixels/resample.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "pixels/finite.h"

static size_t
row_length(const struct fp__resampler *resampler)
{
    return resampler->x.out * resampler->channels;
}

/* --- the ring of filtered rows --------------------------------------------------------------------- */

static double *
values_of(const struct fp__resampler *resampler, size_t row)
{
    return (double *)resampler->ring + row % resampler->y.taps * row_length(resampler);
}

/* What fp__filter_row says of a row: whether any of it is bad, and then which. */
static uint8_t *
flags_of(const struct fp__resampler *resampler, size_t row)
{
    return (uint8_t *)resampler->flags + row % resampler->y.taps * (1 + row_length(resampler));
}

static bool
fetch_rows(struct fp__resampler *resampler, const struct fp__window *window, fp__fetch_fn fetch,
           void *arg)
{
    if (resampler->next < window->first)
        resampler->next = window->first;
    for (; resampler->next < window->first + window->count; resampler->next++) {
        const double *source = fetch(arg, resampler->next);
        uint8_t *flags = flags_of(resampler, resampler->next);

        if (!source)
            return false;
        flags[0] = fp__filter_row(&resampler->x, source, resampler->channels,
                                  values_of(resampler, resampler->next), flags + 1);
    }
    return true;
}

/* --- an output row out of the ring -------------------------------------------------------------------------- */

/* As the means in filter_row.c, for whole rows of the ring. */
static void
blend_rows(const struct fp__resampler *resampler, const struct fp__window *window,
           const double *weights, double *row)
{
    size_t length = row_length(resampler);
    const double *base = values_of(resampler, window->first + window->heaviest);

    memcpy(row, base, length * sizeof *row);
    for (size_t j = 0; j < window->count; j++) {
        const double *other = values_of(resampler, window->first + j);
        double weight = weights[j];

        if (other == base || weight == 0)
            continue;
        for (size_t i = 0; i < length; i++)
            row[i] += weight * (other[i] - base[i]);
    }
}

/* One value of the row again, from the finite ones above each other. The column is put together
 * behind the row. */
static double
mend(const struct fp__resampler *resampler, const struct fp__window *window, const double *weights,
     size_t i)
{
    double *column = (double *)resampler->row + row_length(resampler);

    for (size_t j = 0; j < window->count; j++)
        column[j] = values_of(resampler, window->first + j)[i];
    return fp__mean_of_finite(column, 1, weights, window->count);
}

static void
mark_bad(const struct fp__resampler *resampler, const struct fp__window *window, double *row)
{
    for (size_t k = window->read.first; k <= window->read.last; k++) {
        const uint8_t *flags = flags_of(resampler, k);

        for (size_t i = 0; flags[0] && i < row_length(resampler); i++)
            row[i] = flags[1 + i] ? NAN : row[i];
    }
}

static const double *
row_of_ring(struct fp__resampler *resampler, size_t o, fp__fetch_fn fetch, void *arg)
{
    const struct fp__window *window = &resampler->y.windows[o];
    const double *weights = resampler->y.weights + o * resampler->y.taps;
    double *row = resampler->row;

    assert(window->first + resampler->y.taps >= resampler->next);
    if (!fetch_rows(resampler, window, fetch, arg))
        return NULL;
    blend_rows(resampler, window, weights, row);
    if (!fp__all_finite(row, 1, row_length(resampler)))
        for (size_t i = 0; i < row_length(resampler); i++)
            row[i] = isfinite(row[i]) ? row[i] : mend(resampler, window, weights, i);
    mark_bad(resampler, window, row);
    return row;
}

/* --- an output row out of plain rows ----------------------------------------------------------------- */

static bool
reads_bad(const struct fp__resampler *resampler, size_t o, size_t channel)
{
    const struct fp__range *read = &resampler->x.windows[o].read;
    const uint8_t *flags = resampler->flags;

    for (size_t k = read->first; k <= read->last; k++)
        if (flags[k * resampler->channels + channel])
            return true;
    return false;
}

/* First all columns of the source are blended into one row, then that is filtered along itself. */
static const double *
row_of_plain_rows(struct fp__resampler *resampler, size_t o)
{
    size_t channels = resampler->channels;
    size_t width = resampler->x.plan.side.src * channels;
    double *row = resampler->row, *wide = resampler->ring;
    uint8_t *flags = resampler->flags;
    bool any = fp__blend_rows(&resampler->rows, &resampler->y, o, width, wide, flags,
                              row + row_length(resampler));

    fp__filter_row(&resampler->x, wide, channels, row, flags + width);
    for (size_t i = 0; any && i < row_length(resampler); i++)
        row[i] = reads_bad(resampler, i / channels, i % channels) ? NAN : row[i];
    return row;
}

const double *
fp__resampler_row(struct fp__resampler *resampler, size_t o, fp__fetch_fn fetch, void *arg)
{
    assert(o < resampler->y.out);
    return resampler->rows.base ? row_of_plain_rows(resampler, o)
                                : row_of_ring(resampler, o, fetch, arg);
}

/* --- life ------------------------------------------------------------------------------------------ */

static bool
reserve(struct fp__resampler *resampler)
{
    const struct fp__filter *x = &resampler->x;
    size_t lines = resampler->rows.base ? 1 : resampler->y.taps;
    size_t wider = resampler->rows.base && x->plan.side.src > x->out ? x->plan.side.src : x->out;
    size_t pixels, row, ring, flags;

    return !__builtin_mul_overflow(wider, resampler->channels, &pixels) &&
           !__builtin_mul_overflow(pixels, sizeof(double), &row) &&
           !__builtin_mul_overflow(row, lines, &ring) &&
           !__builtin_add_overflow(row, resampler->y.taps * sizeof(double), &row) &&
           !__builtin_mul_overflow(pixels + 1, lines + 1, &flags) &&
           fp__cache_reserve(&resampler->row, &resampler->row_room, row) &&
           fp__cache_reserve(&resampler->ring, &resampler->ring_room, ring) &&
           fp__cache_reserve(&resampler->flags, &resampler->flags_room, flags);
}

enum fp_status
fp__resampler_init(struct fp_context *ctx, struct fp__resampler *resampler,
                   const struct fp__resampling *wanted)
{
    struct fp__filter_plan x = {.kernel = wanted->kernel,
                                .radius = wanted->radius,
                                .side = wanted->x,
                                .other_scale = fp__side_scale(&wanted->y),
                                .columns = true};
    struct fp__filter_plan y = {.kernel = wanted->kernel,
                                .radius = wanted->radius,
                                .side = wanted->y,
                                .other_scale = fp__side_scale(&wanted->x)};

    assert(wanted->channels > 0 && wanted->channels <= FP__MAX_CHANNELS);
    resampler->channels = wanted->channels;
    resampler->next = 0;
    resampler->rows = wanted->rows;
    if (fp__side_scale(&wanted->y) < 1) /* then filtering each row first is less to do */
        resampler->rows.base = NULL;
    if (!fp__filter_init(&resampler->x, &x) || !fp__filter_init(&resampler->y, &y) ||
        !reserve(resampler))
        return fp__fail_memory(ctx, "resampling an image");
    return FP_OK;
}

void
fp__resampler_finish(struct fp__resampler *resampler)
{
    fp__filter_finish(&resampler->x);
    fp__filter_finish(&resampler->y);
    fp_free(resampler->ring);
    fp_free(resampler->flags);
    fp_free(resampler->row);
    *resampler = (struct fp__resampler){0};
}
