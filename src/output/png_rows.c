/* SPDX-License-Identifier: MIT */
/* png_rows.c: pixels to filtered rows. */
#include "output/png_rows.h"

#include <stdbool.h>
#include <string.h>

#include "output/straight.h"
#include "pixels/row_filter.h"

size_t
fp__png_rows_size(const struct fp__raster *raster)
{
    return 1 + (size_t)raster->width * fp__straight_size(raster);
}

static bool
repeats(const struct fp__raster *raster, int y)
{
    const uint32_t *row = raster->pixels + (size_t)y * raster->stride;

    return y > 0 && memcmp(row, row - raster->stride, (size_t)raster->width * sizeof *row) == 0;
}

/* The compressor finds colours of tables that come again more often than steps between them. It
 * takes 15 % less time for them as they are, and they have from 7 % fewer bytes to 5 % more. */
static bool
comes_again(const struct fp__raster *raster)
{
    return raster->mapped && !raster->gray;
}

static void
write_filtered(const struct fp__png_rows *rows, uint8_t *to)
{
    size_t pixel = fp__straight_size(rows->raster);
    size_t n = (size_t)rows->raster->width * pixel;

    fp__straight_row(rows->straight, rows->raster, rows->y);
    fp__row_filter_apply(to, fp__row_filter_choose(rows->straight, n, pixel), rows->straight, n,
                         pixel);
}

static void
write_row(const struct fp__png_rows *rows, uint8_t *to)
{
    if (repeats(rows->raster, rows->y)) {
        fp__row_filter_repeat(to, fp__png_rows_size(rows->raster) - 1);
    } else if (comes_again(rows->raster)) {
        to[0] = FP__FILTER_NONE;
        fp__straight_row(to + 1, rows->raster, rows->y);
    } else {
        write_filtered(rows, to);
    }
}

size_t
fp__png_rows_fill(struct fp__png_rows *rows, uint8_t *to, size_t room)
{
    size_t size = fp__png_rows_size(rows->raster);
    size_t n = 0;

    for (; rows->y < rows->raster->height && room - n >= size; rows->y++, n += size)
        write_row(rows, to + n);
    return n;
}
