/* SPDX-License-Identifier: MIT */
/* layout.c: shapes and strides: checked, simplified, walked, and written as Python writes them. */
#include "data/layout.h"

#include <stdint.h>
#include <string.h>

/* The bytes of a packed array with every 0 in its shape taken as 1; what fits there fits with
 * every part of it. */
static bool
packed_bytes(const struct fp_layout *layout, size_t *bytes)
{
    *bytes = fp_dtype_size(layout->dtype);
    if (*bytes == 0 || layout->ndim < 0 || layout->ndim > FP_MAX_NDIM) {
        return false;
    }
    for (int i = 0; i < layout->ndim; i++) {
        size_t length = layout->shape[i] > 0 ? layout->shape[i] : 1;

        if (__builtin_mul_overflow(*bytes, length, bytes) || *bytes > PTRDIFF_MAX) {
            return false;
        }
    }
    return true;
}

bool
fp__layout_count(const struct fp_layout *layout, size_t *count)
{
    size_t bytes;

    if (!packed_bytes(layout, &bytes)) {
        return false;
    }
    *count = 1;
    for (int i = 0; i < layout->ndim; i++) {
        *count *= layout->shape[i];
    }
    return true;
}

static size_t
distance(ptrdiff_t stride)
{
    return stride < 0 ? -(size_t)stride : (size_t)stride;
}

bool
fp__layout_span(const struct fp_layout *layout, size_t *span)
{
    size_t sum = fp_dtype_size(layout->dtype);
    size_t reach;

    for (int i = 0; i < layout->ndim; i++) {
        if (layout->shape[i] == 0) {
            *span = 0;
            return true;
        }
    }
    for (int i = 0; i < layout->ndim; i++) {
        if (__builtin_mul_overflow(distance(layout->strides[i]), layout->shape[i] - 1, &reach) ||
            __builtin_add_overflow(sum, reach, &sum) || sum > PTRDIFF_MAX) {
            return false;
        }
    }
    *span = sum;
    return true;
}

size_t
fp_layout_pack(struct fp_layout *layout, bool fortran)
{
    size_t bytes;
    size_t stride = fp_dtype_size(layout->dtype);
    bool empty = false;

    memset(layout->strides, 0, sizeof layout->strides);
    if (!packed_bytes(layout, &bytes)) {
        return SIZE_MAX;
    }
    for (int i = 0; i < layout->ndim; i++) {
        int axis = fortran ? i : layout->ndim - 1 - i;

        layout->strides[axis] = (ptrdiff_t)stride;
        stride *= layout->shape[axis] > 0 ? layout->shape[axis] : 1;
        empty = empty || layout->shape[axis] == 0;
    }
    return empty ? 0 : bytes;
}

struct fp_layout
fp_layout_c(enum fp_dtype dtype, int ndim, const size_t *shape)
{
    struct fp_layout layout = {.dtype = dtype, .ndim = ndim};

    for (int i = 0; i < ndim && i < FP_MAX_NDIM; i++) {
        layout.shape[i] = shape[i];
    }
    fp_layout_pack(&layout, false);
    return layout;
}

/* True when a step of the outer axis is as long as the whole inner one. */
static bool
follows(ptrdiff_t outer, ptrdiff_t inner, size_t length)
{
    ptrdiff_t whole;

    return !__builtin_mul_overflow(inner, (ptrdiff_t)length, &whole) && whole == outer;
}

void
fp__layout_join(struct fp_layout *layout)
{
    int kept = 0;

    for (int i = 0; i < layout->ndim; i++) {
        size_t length = layout->shape[i];
        ptrdiff_t stride = layout->strides[i];

        if (length == 1) {
            continue;
        }
        if (kept > 0 && follows(layout->strides[kept - 1], stride, length)) {
            length *= layout->shape[--kept];
        }
        layout->shape[kept] = length;
        layout->strides[kept++] = stride;
    }
    layout->ndim = kept;
}

void
fp__layout_sort(struct fp_layout *layout)
{
    for (int i = 1; i < layout->ndim; i++) {
        size_t length = layout->shape[i];
        ptrdiff_t stride = layout->strides[i];
        int at = i;

        for (; at > 0 && distance(layout->strides[at - 1]) < distance(stride); at--) {
            layout->shape[at] = layout->shape[at - 1];
            layout->strides[at] = layout->strides[at - 1];
        }
        layout->shape[at] = length;
        layout->strides[at] = stride;
    }
}

void
fp__walk_begin(struct fp__walk *walk, const struct fp_layout *layout)
{
    size_t count;

    *walk = (struct fp__walk){.layout = *layout, .length = 1};
    walk->done = !fp__layout_count(layout, &count) || count == 0;
    fp__layout_join(&walk->layout);
    walk->stride = (ptrdiff_t)fp_dtype_size(layout->dtype);
    if (walk->layout.ndim > 0) {
        int last = --walk->layout.ndim;

        walk->length = walk->layout.shape[last];
        walk->stride = walk->layout.strides[last];
    }
}

bool
fp__walk_next(struct fp__walk *walk, ptrdiff_t *offset)
{
    if (walk->done) {
        return false;
    }
    *offset = walk->offset;
    for (int axis = walk->layout.ndim - 1; axis >= 0; axis--) {
        ptrdiff_t stride = walk->layout.strides[axis];

        if (++walk->index[axis] < walk->layout.shape[axis]) {
            walk->offset += stride;
            return true;
        }
        walk->index[axis] = 0;
        walk->offset -= stride * (ptrdiff_t)(walk->layout.shape[axis] - 1);
    }
    walk->done = true;
    return true;
}

static char *
write_size(char *at, size_t value)
{
    char digits[20];
    size_t n = 0;

    do {
        digits[n++] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    while (n > 0) {
        *at++ = digits[--n];
    }
    return at;
}

void
fp__shape_format(int ndim, const size_t *shape, char out[FP__SHAPE_ROOM])
{
    char *at = out;

    *at++ = '(';
    for (int i = 0; i < ndim; i++) {
        at = write_size(at, shape[i]);
        if (i + 1 < ndim || ndim == 1) {
            *at++ = ',';
        }
        if (i + 1 < ndim) {
            *at++ = ' ';
        }
    }
    *at++ = ')';
    *at = '\0';
}
