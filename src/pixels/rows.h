/* SPDX-License-Identifier: MIT */
/* rows.h: rows of pixels as doubles, wherever they come from. */
#ifndef PIXELS_ROWS_H
#define PIXELS_ROWS_H

#include "flatplot/array.h"

#define FP__MAX_CHANNELS 4

/* Writes n pixels of row `row`, from column `col` on. */
typedef void (*fp__fetch_fn)(void *arg, size_t row, size_t col, size_t n, double *values);

struct fp__rows {
    size_t width, channels; /* 1 … FP__MAX_CHANNELS */
    bool finite;            /* all values are known to be */
    /* In memory, a row's values side by side in this machine's byte order, or… */
    const void *base; /* row 0 */
    ptrdiff_t row_bytes;
    enum fp_dtype dtype;
    /* … where base is NULL, on demand. */
    fp__fetch_fn fetch;
    void *arg;
};

/* Writes n pixels of row `row`, from column `col` on. */
void fp__rows_read(const struct fp__rows *rows, size_t row, size_t col, size_t n, double *values);

#endif
