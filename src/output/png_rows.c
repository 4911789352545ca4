/* SPDX-License-Identifier: MIT */
/* png_rows.c: pixels to filtered rows. */
#include "output/png_rows.h"

#include <stdbool.h>
#include <string.h>

#include "output/png_info.h"
#include "output/straight.h"
#include "pixels/row_filter.h"

size_t
fp__png_rows_size(const struct fp__raster *raster)
{
    return 1 + (size_t)raster->width * fp__png_pixel_size(raster);
}

static const uint32_t *
row_of(const struct fp__raster *raster, int y)
{
    return raster->pixels + (size_t)y * raster->stride;
}

static bool
repeats(const struct fp__raster *raster, int y)
{
    return y > 0 && memcmp(row_of(raster, y), row_of(raster, y - 1),
                           (size_t)raster->width * sizeof *raster->pixels) == 0;
}

static void
write_row(const struct fp__png_rows *rows, uint8_t *to)
{
    const struct fp__raster *raster = rows->raster;
    size_t pixel = fp__png_pixel_size(raster);
    size_t n = (size_t)raster->width * pixel;

    if (repeats(raster, rows->y)) {
        fp__row_filter_repeat(to, n);
        return;
    }
    if (raster->opaque)
        fp__straight_rgb(rows->straight, row_of(raster, rows->y), (size_t)raster->width);
    else
        fp__straight_rgba(rows->straight, row_of(raster, rows->y), (size_t)raster->width);
    fp__row_filter_apply(to, fp__row_filter_choose(rows->straight, n, pixel), rows->straight, n,
                         pixel);
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
