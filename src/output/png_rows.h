/* SPDX-License-Identifier: MIT */
/* png_rows.h: a picture as the filtered rows that a PNG compresses, some at a time.
 *
 * The compressor sees nothing but these rows, so a picture that comes in another form (indices of
 * colours, maps of rows and columns) only needs another way to fill them. */
#ifndef OUTPUT_PNG_ROWS_H
#define OUTPUT_PNG_ROWS_H

#include <stddef.h>
#include <stdint.h>

#include "render/raster.h"

struct fp__png_rows {
    const struct fp__raster *raster;
    uint8_t *straight; /* room for one row of bytes that are not filtered yet */
    int y;             /* the next row */
};

/* Bytes of a filtered row. */
size_t fp__png_rows_size(const struct fp__raster *raster);

/* Writes as many of the next rows as `room` holds whole and returns their bytes. */
size_t fp__png_rows_fill(struct fp__png_rows *rows, uint8_t *to, size_t room);

#endif
