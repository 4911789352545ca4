/* SPDX-License-Identifier: MIT */
/* blend.h: rows that lie in memory as they are, blended into one: reducing an image's height. */
#ifndef PIXELS_BLEND_H
#define PIXELS_BLEND_H

#include <stdint.h>

#include "pixels/filter.h"

/* Rows of floats or doubles side by side, which need not be turned into doubles first. */
struct fp__plain_rows {
    const void *base;    /* row 0; NULL: there are none */
    ptrdiff_t row_bytes; /* from one row to the next */
    bool floats;
};

/* Writes n means, one for each column, of the rows in window o of the filter, as fp__filter_row does
 * along a row. `column` is room for filter->taps values. */
bool fp__blend_rows(const struct fp__plain_rows *rows, const struct fp__filter *filter, size_t o,
                    size_t n, double *row, uint8_t *bad, double *column);

#endif
