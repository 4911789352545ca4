/* SPDX-License-Identifier: MIT */
/* resample.c: smooth resizing of rows of doubles, one output row at a time. */
#include "pixels/resample.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "pixels/add_rows.h"
#include "pixels/filter_four.h"
#include "pixels/finite.h"
#include "pixels/trio_columns.h"
#include "pixels/trio_rows.h"

static size_t
row_length(const struct fp__resampler *resampler)
{
    return resampler->x.out * resampler->rows.channels;
}

static size_t
width_of(const struct fp__resampler *resampler)
{
    return resampler->rows.width * resampler->rows.channels;
}

/* --- rows together ---------------------------------------------------------------------------- */

/* Row k of those that are filtered together; behind the last one is room for the filter. */
static double *
wide_of(const struct fp__resampler *resampler, size_t k)
{
    return (double *)resampler->wide + k * width_of(resampler);
}

/* So many wide rows along x to rows in the ring. */
static void
filter_together(const struct fp__resampler *resampler, size_t n, bool tame,
                double *const rows[FP__FOUR])
{
    const double *sources[FP__FOUR];
    size_t channels = resampler->rows.channels;

    for (size_t k = 0; k < FP__FOUR; k++)
        sources[k] = wide_of(resampler, k);
    if (n < FP__FOUR)
        for (size_t k = 0; k < n; k++)
            fp__filter_means(&resampler->x, sources[k], channels, rows[k]);
    else if (tame && channels == 1 && resampler->x.trios.each)
        fp__trio_columns(&resampler->x, sources, width_of(resampler), wide_of(resampler, FP__FOUR),
                         rows);
    else
        fp__filter_four(&resampler->x, sources, width_of(resampler), channels,
                        wide_of(resampler, FP__FOUR), rows);
}

/* --- the ring of filtered rows ---------------------------------------------------------------- */

static double *
values_of(const struct fp__resampler *resampler, size_t row)
{
    return (double *)resampler->ring + row % resampler->slots * row_length(resampler);
}

/* What fp__filter_mend says of a row: whether any of it is bad, and then which. */
static uint8_t *
flags_of(const struct fp__resampler *resampler, size_t row)
{
    return (uint8_t *)resampler->flags + row % resampler->slots * (1 + row_length(resampler));
}

/* Rows are read ahead where that is of use; others would warn of what is in rows not shown. */
static size_t
count_next(const struct fp__resampler *resampler)
{
    size_t left = resampler->y.plan.side.src - resampler->next;

    return resampler->rows.channels == 1 && left >= FP__FOUR ? FP__FOUR : 1;
}

static void
filter_next(struct fp__resampler *resampler)
{
    const struct fp__rows *rows = &resampler->rows;
    size_t n = count_next(resampler), first = resampler->next;
    double *filtered[FP__FOUR] = {NULL};
    bool tame = true;

    for (size_t k = 0; k < n; k++) {
        fp__rows_read(rows, first + k, 0, rows->width, wide_of(resampler, k));
        tame = tame && (rows->finite || fp__are_tame(wide_of(resampler, k), width_of(resampler)));
        filtered[k] = values_of(resampler, first + k);
    }
    filter_together(resampler, n, tame, filtered);
    for (size_t k = 0; k < n; k++) {
        uint8_t *flags = flags_of(resampler, first + k);

        flags[0] = !tame && fp__filter_mend(&resampler->x, wide_of(resampler, k), rows->channels,
                                            filtered[k], flags + 1);
    }
    resampler->next += n;
    if (!tame)
        resampler->wild = resampler->next;
}

static void
filter_rows(struct fp__resampler *resampler, const struct fp__window *window)
{
    if (resampler->next < window->first)
        resampler->next = window->first;
    while (resampler->next < window->first + window->count)
        filter_next(resampler);
}

/* --- an output row out of the ring ------------------------------------------------------------ */

/* Rows without weight, and the base itself, add nothing, not even where they are not finite. */
static void
blend_rows(const struct fp__resampler *resampler, const struct fp__window *window,
           const double *weights, double *row)
{
    const double **others = resampler->others;
    double *their_weights = resampler->their_weights;
    const double *base = values_of(resampler, window->first + window->heaviest);
    size_t n = 0;

    for (size_t j = 0; j < window->count; j++) {
        others[n] = values_of(resampler, window->first + j);
        their_weights[n] = weights[j];
        n += others[n] != base && weights[j] != 0;
    }
    fp__add_rows(others, their_weights, n, base, row_length(resampler), row);
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

static void
blend_trio(const struct fp__resampler *resampler, const struct fp__trio *trio, double *row)
{
    struct fp__trio_rows rows = {.base = values_of(resampler, trio->base)};

    for (size_t k = 0; k < 2; k++) {
        rows.others[k] = values_of(resampler, trio->others[k]);
        rows.weights[k] = trio->weights[k];
    }
    fp__trio_rows(&rows, row_length(resampler), row);
}

static const double *
row_of_ring(struct fp__resampler *resampler, size_t o)
{
    const struct fp__window *window = &resampler->y.windows[o];
    const double *weights = resampler->y.weights + o * resampler->y.taps;
    double *row = resampler->row;

    assert(window->first + resampler->slots >= resampler->next);
    filter_rows(resampler, window);
    if (resampler->wild <= window->first && resampler->y.trios.each) {
        blend_trio(resampler, resampler->y.trios.each + o, row);
        return row;
    }
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

/* Output row o as a wide row, and what of it is bad; whether anything is. */
static bool
blend_columns(struct fp__resampler *resampler, size_t o, double *wide, uint8_t *bad)
{
    uint8_t *flags;
    double *blended = fp__blend_row(&resampler->blend, o, &flags);

    if (flags)
        find_bad(resampler, o, blended, flags, bad);
    memcpy(wide, blended, width_of(resampler) * sizeof *wide);
    return flags;
}

/* Output rows o … into the ring. */
static void
make_columns(struct fp__resampler *resampler, size_t o)
{
    size_t left = resampler->y.out - o, length = row_length(resampler);
    size_t n = left < FP__FOUR ? left : FP__FOUR;
    double *rows[FP__FOUR] = {NULL};
    bool any[FP__FOUR] = {false}, tame = true;

    for (size_t k = 0; k < n; k++) {
        rows[k] = values_of(resampler, o + k);
        if (fp__blend_quick(&resampler->blend, o + k, wide_of(resampler, k)))
            continue;
        tame = false;
        any[k] = blend_columns(resampler, o + k, wide_of(resampler, k),
                               (uint8_t *)resampler->flags + 2 * k * length);
    }
    filter_together(resampler, n, tame, rows);
    for (size_t k = 0; !tame && k < n; k++) {
        uint8_t *bad = (uint8_t *)resampler->flags + 2 * k * length;

        fp__filter_mend(&resampler->x, wide_of(resampler, k), resampler->rows.channels, rows[k],
                        bad + length);
        for (size_t i = 0; any[k] && i < length; i++)
            rows[k][i] = bad[i] ? NAN : rows[k][i];
    }
    resampler->first = o;
    resampler->count = n;
}

static const double *
row_of_columns(struct fp__resampler *resampler, size_t o)
{
    if (o < resampler->first || o - resampler->first >= resampler->count)
        make_columns(resampler, o);
    return values_of(resampler, o);
}

const double *
fp__resampler_row(struct fp__resampler *resampler, size_t o)
{
    assert(o < resampler->y.out);
    return resampler->along_x ? row_of_ring(resampler, o) : row_of_columns(resampler, o);
}

/* --- life ------------------------------------------------------------------------------------- */

/* What the ring and all that goes with it need; `length` values are in an output row. */
static bool
reserve_ring(struct fp__resampler *r, size_t length)
{
    size_t values, flags;

    return !__builtin_mul_overflow(length, 2 * r->slots, &values) &&
           !__builtin_add_overflow(values, r->slots, &flags) &&
           fp__cache_reserve_array(&r->ring, &r->ring_room, length * r->slots, sizeof(double)) &&
           fp__cache_reserve(&r->flags, &r->flags_room, flags);
}

/* Behind the output row there are a column and what blend_rows puts together. */
static bool
reserve_row(struct fp__resampler *r, size_t length)
{
    size_t row;

    if (__builtin_add_overflow(length, 3 * r->y.taps, &row) ||
        !fp__cache_reserve_array(&r->row, &r->row_room, row, sizeof(double)))
        return false;
    r->their_weights = (double *)r->row + length + r->y.taps;
    r->others = (const double **)(r->their_weights + r->y.taps);
    return true;
}

static bool
reserve_all(struct fp__resampler *r)
{
    size_t width, length;

    r->slots = r->along_x ? r->y.taps + FP__FOUR - 1 : FP__FOUR;
    if (__builtin_mul_overflow(r->rows.width, 2 * FP__FOUR * r->rows.channels, &width) ||
        __builtin_mul_overflow(r->x.out, r->rows.channels, &length) || !reserve_row(r, length) ||
        !reserve_ring(r, length) ||
        !fp__cache_reserve_array(&r->wide, &r->wide_room, width, sizeof(double)))
        return false;
    return r->along_x || fp__blend_init(&r->blend, &r->rows, &r->y);
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
                                .other_scale = fp__side_scale(&wanted->x),
                                .by_first = fp__side_scale(&wanted->y) >= 1};

    assert(wanted->rows.channels > 0 && wanted->rows.channels <= FP__MAX_CHANNELS);
    assert(wanted->rows.width == wanted->x.src);
    resampler->rows = wanted->rows;
    resampler->next = resampler->wild = 0;
    resampler->count = 0;
    resampler->along_x = !y.by_first; /* of rows, the fewer */
    if (!fp__filter_init(&resampler->x, &x) || !fp__filter_init(&resampler->y, &y) ||
        !reserve_all(resampler))
        return fp__fail_memory(ctx, "resampling an image");
    return FP_OK;
}

size_t
fp__resampler_size(const struct fp__resampler *r)
{
    return fp__filter_size(&r->x) + fp__filter_size(&r->y) + fp__blend_size(&r->blend) +
           fp__alloc_size(r->ring) + fp__alloc_size(r->flags) + fp__alloc_size(r->wide) +
           fp__alloc_size(r->row);
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
