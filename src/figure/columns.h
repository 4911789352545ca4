/* SPDX-License-Identifier: MIT */
/* columns.h: columns of numbers walked side by side. */
#ifndef FIGURE_COLUMNS_H
#define FIGURE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "data/column.h"

#define FP__COLUMNS_MAX 6

/* A walk; begin with {.count = …, .arrays = {…}}, arrays of shape (N,), NULL for 0, 1, 2 …, at
 * least one of them not NULL. */
struct fp__columns {
    size_t count;
    struct fp_array *arrays[FP__COLUMNS_MAX];
    size_t from, at, n; /* the first row of those that are converted, the next of them, how many */
    double values[FP__COLUMNS_MAX][FP__COLUMN_BLOCK];
};

/* The next row, `count` numbers; false after the last. */
bool fp__columns_next(struct fp__columns *columns, double *row);

#endif
