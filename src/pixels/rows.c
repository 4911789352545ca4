/* SPDX-License-Identifier: MIT */
/* rows.c: rows of pixels as doubles, wherever they come from. */
#include "pixels/rows.h"

#include "data/dtype.h"

void
fp__rows_read(const struct fp__rows *rows, size_t row, size_t col, size_t n, double *values)
{
    size_t size = fp_dtype_size(rows->dtype);
    struct fp__run run = {.stride = (ptrdiff_t)size, .dtype = rows->dtype};

    if (!rows->base) {
        rows->fetch(rows->arg, row, col, n, values);
        return;
    }
    run.base = (const char *)rows->base + (ptrdiff_t)row * rows->row_bytes +
               (ptrdiff_t)(col * rows->channels * size);
    fp__values_to_double(&run, n * rows->channels, values);
}
