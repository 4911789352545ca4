/* SPDX-License-Identifier: MIT */
/* blend_quick.c: rows blended out of three, without sums that are kept from one to the next.
 *
 * Where a picture is more than two thirds as high as its source, most source rows go into two or
 * three of its rows. Reading them that often, from a near cache, costs less than adding them to
 * sums that are read, written, cleared and completed.
 *
 * 1024 rows of 1024 floats to 831: 2.5 ms the other way, 0.9 ms so, of which half is for the floats
 * to come from memory. */
#include "core/alloc.h"
#include "data/dtype.h"
#include "pixels/blend.h"
#include "pixels/trio_rows.h"

static size_t
row_length(const struct fp__blend *blend)
{
    return blend->rows.width * blend->rows.channels;
}

/* Rows of floats and of doubles are read where they are. */
static bool
is_in_place(const struct fp__blend *blend)
{
    return blend->rows.base && (blend->rows.dtype == FP_FLOAT32 || blend->rows.dtype == FP_FLOAT64);
}

static void *
row_of(const struct fp__blend *blend, size_t row)
{
    if (is_in_place(blend))
        return (char *)(uintptr_t)blend->rows.base + (ptrdiff_t)row * blend->rows.row_bytes;
    return (double *)blend->kept + row % blend->kept_rows * row_length(blend);
}

/* Reads the row first, if need be. */
static bool
is_tame(const struct fp__blend *blend, size_t row)
{
    void *values = row_of(blend, row);

    if (!is_in_place(blend))
        fp__rows_read(&blend->rows, row, 0, blend->rows.width, values);
    if (blend->rows.finite)
        return true;
    return is_in_place(blend) && blend->rows.dtype == FP_FLOAT32
               ? fp__are_tame_floats(values, row_length(blend))
               : fp__are_tame(values, row_length(blend));
}

/* The source rows that go through sums together with those of window o. */
static void
find_span(const struct fp__blend *blend, size_t o, size_t *first, size_t *end)
{
    const struct fp__window *window = &blend->filter->windows[o];
    size_t src = blend->filter->plan.side.src;

    *first = fp__blend_group(window->first);
    *end = fp__blend_group(window->first + window->count - 1) + FP__BLEND_ROWS;
    *end = *end < src ? *end : src;
}

static bool
are_rows_tame(struct fp__blend *blend, size_t o)
{
    size_t first, end;

    find_span(blend, o, &first, &end);
    if (blend->checked < first)
        blend->checked = first;
    for (; blend->checked < end; blend->checked++)
        if (!is_tame(blend, blend->checked))
            blend->wild = blend->checked + 1;
    return blend->wild <= first;
}

bool
fp__blend_quick(struct fp__blend *blend, size_t o, double *to)
{
    const struct fp__trio *trio = blend->filter->trios.each;
    struct fp__trio_rows rows = {.floats = is_in_place(blend) && blend->rows.dtype == FP_FLOAT32};

    if (!trio || !are_rows_tame(blend, o))
        return false;
    trio += o;
    rows.base = row_of(blend, trio->base);
    for (size_t k = 0; k < 2; k++) {
        rows.others[k] = row_of(blend, trio->others[k]);
        rows.weights[k] = trio->weights[k];
    }
    fp__trio_rows(&rows, row_length(blend), to);
    return true;
}

bool
fp__blend_quick_init(struct fp__blend *blend)
{
    size_t values;

    blend->checked = blend->wild = blend->kept_rows = 0;
    if (!blend->filter->trios.each || is_in_place(blend))
        return true;
    for (size_t o = 0; o < blend->filter->out; o++) {
        size_t first, end;

        find_span(blend, o, &first, &end);
        blend->kept_rows = end - first > blend->kept_rows ? end - first : blend->kept_rows;
    }
    return !__builtin_mul_overflow(row_length(blend), blend->kept_rows, &values) &&
           fp__cache_reserve_array(&blend->kept, &blend->kept_room, values, sizeof(double));
}
