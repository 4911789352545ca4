/* SPDX-License-Identifier: MIT */
/* column.h: arrays of shape (N,) as doubles, a block at a time. */
#ifndef DATA_COLUMN_H
#define DATA_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/array.h"

#define FP__COLUMN_BLOCK 256

/* Whether it is an array of shape (N,) that is open. */
bool fp__is_column(const struct fp_array *array);

/* Reads as many values from index `from` on as there are below `end` and fit in a block. Returns
 * how many. */
size_t fp__column_read(struct fp_array *array, size_t from, size_t end,
                       double values[FP__COLUMN_BLOCK]);

#endif
