/* SPDX-License-Identifier: MIT */
/* layout.h: shapes and strides: checked, simplified, walked, and written as Python writes them. */
#ifndef DATA_LAYOUT_H
#define DATA_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/array.h"

/* The number of values. False when their sizes together do not fit (a size of 0 counts as 1 for
 * that), or when the type or the number of axes is none. */
bool fp__layout_count(const struct fp_layout *layout, size_t *count);

/* Bytes from the lowest to behind the highest address in use. False when they do not fit. */
bool fp__layout_span(const struct fp_layout *layout, size_t *span);

/* Drops axes of length 1 and joins neighbours that lie as one; the order of values stays. */
void fp__layout_join(struct fp_layout *layout);

/* Sorts the axes by falling distance, so that memory is walked in its own order. Which value has
 * which index is lost. */
void fp__layout_sort(struct fp_layout *layout);

/* Visits the values of a layout, first index slowest, as runs along its last axis. */
struct fp__walk {
    struct fp_layout layout;
    size_t length;    /* values of a run */
    ptrdiff_t stride; /* bytes from one value of a run to the next */
    ptrdiff_t offset; /* of the next run */
    size_t index[FP_MAX_NDIM];
    bool done;
};

/* The layout must have passed fp__layout_count and fp__layout_span. */
void fp__walk_begin(struct fp__walk *walk, const struct fp_layout *layout);

/* The next run's distance from element [0, 0, …] in bytes. False when there is none left. */
bool fp__walk_next(struct fp__walk *walk, ptrdiff_t *offset);

#define FP__SHAPE_ROOM 192

/* "(200, 25, 25)", "(7,)", "()". */
void fp__shape_format(int ndim, const size_t *shape, char out[FP__SHAPE_ROOM]);

#endif
