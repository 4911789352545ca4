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
    return resampler->x.out * resampler->rows.channels;
}

/* --- the ring of filtered rows ---------------------------------------------------------------- */

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

static void
filter_rows(struct fp__resampler *resampler, const struct fp__window *window)
{
    const struct fp__rows *rows = &resampler->rows;

    if (resampler->next < window->first)
        resampler->next = window->first;
    for (; resampler->next < window->first + window->count; resampler->next++) {
        uint8_t *flags = flags_of(resampler, resampler->next);

        fp__rows_read(rows, resampler->next, 0, rows->width, resampler->wide);
        flags[0] = fp__filter_row(&resampler->x, resampler->wide, rows->channels,
                                  values_of(resampler, resampler->next), flags + 1);
    }
}

/* --- an output row out of the ring ------------------------------------------------------------ */

/* As the means in filter_row.c, for whole rows of the ring. */
static void
blend_rows(const struct fp__resampler *resampler, const struct fp__window *window,
           const double *weights, double *row)
{
    size_t length = row_length(resampler);
    const double *base = values_of(resampler, window->first + window->heaviest);

    memset(row, 0, length * sizeof *row);
    for (size_t j = 0; j < window->count; j++) {
        const double *other = values_of(resampler, window->first + j);
        double weight = weights[j];

        if (other == base || weight == 0)
            continue;
        for (size_t i = 0; i < length; i++)
            row[i] += weight * (other[i] - base[i]);
    }
    for (size_t i = 0; i < length; i++)
        row[i] += base[i];
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
row_of_ring(struct fp__resampler *resampler, size_t o)
{
    const struct fp__window *window = &resampler->y.windows[o];
    const double *weights = resampler->y.weights + o * resampler->y.taps;
    double *row = resampler->row;

    assert(window->first + resampler->y.taps >= resampler->next);
    filter_rows(resampler, window);
    blend_rows(resampler, window, weights, row);
    if (!fp__all_finite(row, 1, row_length(resampler)))
        for (size_t i = 0; i < row_length(resampler); i++)
            row[i] = isfinite(row[i]) ? row[i] : mend(resampler, window, weights, i);
    mark_bad(resampler, window, row);
    return row;
}

/* --- an output row out of blended columns ----------------------------------------------------- */

static bool
reads_bad(const struct fp__resampler *resampler, size_t i, const uint8_t *flags)
{
    size_t channels = resampler->rows.channels;
    const struct fp__range *read = &resampler->x.windows[i / channels].read;

    for (size_t k = read->first; k <= read->last; k++)
        if (flags[k * channels + i % channels] & FP__BLEND_BAD)
            return true;
    return false;
}

/* What value i of the output row weighs gets means of the finite values where it has holes, or was
 * too large for a sum. */
static void
mend_columns(struct fp__resampler *resampler, size_t o, size_t i, double *wide, uint8_t *flags)
{
    size_t channels = resampler->rows.channels;
    const struct fp__window *window = &resampler->x.windows[i / channels];
    double *column = (double *)resampler->row + row_length(resampler);

    for (size_t k = window->first; k < window->first + window->count; k++) {
        size_t at = k * channels + i % channels;

        if (isfinite(wide[at]) && !(flags[at] & FP__BLEND_HOLES))
            continue;
        wide[at] = fp__blend_finite(&resampler->blend, o, at, column);
        flags[at] &= (uint8_t)~FP__BLEND_HOLES;
    }
}

/* Pixels that are bad, which most are where many values are, cost no mending. */
static void
find_bad(struct fp__resampler *resampler, size_t o, double *wide, uint8_t *flags, uint8_t *bad)
{
    for (size_t i = 0; i < row_length(resampler); i++) {
        bad[i] = reads_bad(resampler, i, flags);
        if (!bad[i])
            mend_columns(resampler, o, i, wide, flags);
    }
}

static const double *
row_of_columns(struct fp__resampler *resampler, size_t o)
{
    size_t length = row_length(resampler);
    double *row = resampler->row, *wide;
    uint8_t *flags, *bad = resampler->flags;

    wide = fp__blend_row(&resampler->blend, o, &flags);
    if (flags)
        find_bad(resampler, o, wide, flags, bad);
    fp__filter_row(&resampler->x, wide, resampler->rows.channels, row, bad + length);
    for (size_t i = 0; flags && i < length; i++)
        row[i] = bad[i] ? NAN : row[i];
    return row;
}

const double *
fp__resampler_row(struct fp__resampler *resampler, size_t o)
{
    assert(o < resampler->y.out);
    return resampler->along_x ? row_of_ring(resampler, o) : row_of_columns(resampler, o);
}

/* --- life ------------------------------------------------------------------------------------- */

/* `length` values are in an output row, `width` in one of the source. */
static bool
reserve_along_x(struct fp__resampler *r, size_t length, size_t width)
{
    size_t values, flags;

    return !__builtin_mul_overflow(length, r->y.taps, &values) &&
           !__builtin_add_overflow(values, r->y.taps, &flags) &&
           fp__cache_reserve_array(&r->wide, &r->wide_room, width, sizeof(double)) &&
           fp__cache_reserve_array(&r->ring, &r->ring_room, values, sizeof(double)) &&
           fp__cache_reserve_array(&r->flags, &r->flags_room, flags, 1);
}

static bool
reserve_all(struct fp__resampler *r)
{
    size_t width, length, row;

    if (__builtin_mul_overflow(r->rows.width, r->rows.channels, &width) ||
        __builtin_mul_overflow(r->x.out, r->rows.channels, &length) ||
        __builtin_add_overflow(length, r->y.taps, &row) ||
        !fp__cache_reserve_array(&r->row, &r->row_room, row, sizeof(double)))
        return false;
    if (r->along_x)
        return reserve_along_x(r, length, width);
    return fp__cache_reserve_array(&r->flags, &r->flags_room, length, 2) &&
           fp__blend_init(&r->blend, &r->rows, &r->y);
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

    assert(wanted->rows.channels > 0 && wanted->rows.channels <= FP__MAX_CHANNELS);
    assert(wanted->rows.width == wanted->x.src);
    resampler->rows = wanted->rows;
    resampler->next = 0;
    resampler->along_x = fp__side_scale(&wanted->y) < 1; /* of rows, the fewer */
    if (!fp__filter_init(&resampler->x, &x) || !fp__filter_init(&resampler->y, &y) ||
        !reserve_all(resampler))
        return fp__fail_memory(ctx, "resampling an image");
    return FP_OK;
}

void
fp__resampler_finish(struct fp__resampler *resampler)
{
    fp__filter_finish(&resampler->x);
    fp__filter_finish(&resampler->y);
    fp__blend_finish(&resampler->blend);
    fp_free(resampler->wide);
    fp_free(resampler->ring);
    fp_free(resampler->flags);
    fp_free(resampler->row);
    *resampler = (struct fp__resampler){0};
}
