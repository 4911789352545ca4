/* SPDX-License-Identifier: MIT */
/* resample.c: smooth resizing of rows of doubles, one output row at a time. */
#include "pixels/resample.h"

#include <assert.h>

#include "core/alloc.h"
#include "core/status.h"
#include "pixels/resample_parts.h"

const double *
fp__resampler_row(struct fp__resampler *resampler, size_t o)
{
    assert(o < resampler->y.out);
    return resampler->along_x ? fp__resample_by_ring(resampler, o)
                              : fp__resample_by_columns(resampler, o);
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
