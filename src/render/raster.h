/* SPDX-License-Identifier: MIT */
/* raster.h: a drawn figure as pixels in memory. */
#ifndef RENDER_RASTER_H
#define RENDER_RASTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Rows from the top. A pixel is 0xAARRGGBB in this machine's byte order with colour premultiplied
 * by alpha, as cairo's ARGB32 has it. */
struct fp__raster {
    int width;
    int height;
    const uint32_t *pixels;
    size_t stride; /* pixels from one row to the next */
    bool opaque;   /* every alpha is 255, known from what was drawn, not from looking */
};

#endif
