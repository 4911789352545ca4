/* SPDX-License-Identifier: MIT */
/* columns.h: columns of numbers walked side by side. */
#ifndef PLOTS_COLUMNS_H
#define PLOTS_COLUMNS_H

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

/* Makes it the turn of that row; those before it can be read again. */
void fp__columns_seek(struct fp__columns *columns, size_t row);

/* A new view of n rows over a column of as many, or over a single number for all of them. NULL
 * with FP_ERR_ARGUMENT for other arrays, named by `what`; with FP_ERR_CLOSED for closed ones. */
struct fp_array *fp__column_of(struct fp_context *ctx, struct fp_array *array, size_t n,
                               const char *what);

#endif
