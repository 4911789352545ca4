/* SPDX-License-Identifier: MIT */
/* scratch.h: memory of the context in which grids are drawn, kept from frame to frame. */
#ifndef DRAW_SCRATCH_H
#define DRAW_SCRATCH_H

#include <stddef.h>

#include "flatplot/context.h"

/* What it is used for, at one time. */
enum fp__scratch_use {
    FP__SCRATCH_X, /* a grid's points */
    FP__SCRATCH_Y,
    FP__SCRATCH_Z,
    FP__SCRATCH_MARKS, /* where lines have been */
    FP__SCRATCH_LINE_X,
    FP__SCRATCH_LINE_Y,
    FP__SCRATCH_LENGTHS, /* along a line */
    FP__SCRATCH_BENDS,   /* of its parts */
    FP__SCRATCH_PLACES,  /* of labels */
    FP__SCRATCH_PIXELS,
    FP__SCRATCH_COLUMNS, /* the cell that a column, or a row, of pixels shows */
    FP__SCRATCH_ROWS,
    FP__SCRATCH_COLORS,
    FP__SCRATCH_USES
};

/* Room for `count` elements of `size` bytes, with what it held before; NULL, raised, when there is
 * no memory. */
void *fp__scratch(struct fp_context *ctx, enum fp__scratch_use use, size_t count, size_t size);

#endif
