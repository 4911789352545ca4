/* SPDX-License-Identifier: MIT */
/* raster.h: a drawn figure as pixels in memory. */
#ifndef RENDER_RASTER_H
#define RENDER_RASTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Rows from the top. A pixel is 0xAARRGGBB in this machine's byte order with colour premultiplied
 * by alpha, as cairo's ARGB32 has it. What is said of all of them is known from what was drawn, not
 * from looking: it holds whatever the values of an image or a mesh are, so that all frames of a
 * figure with one are written in the same way. */
struct fp__raster {
    int width;
    int height;
    const uint32_t *pixels;
    size_t stride; /* pixels from one row to the next */
    bool opaque;   /* every alpha is 255 */
    bool gray;     /* opaque, and red, green and blue are the same everywhere */
    bool mapped;   /* opaque, and images have the colours of tables only */
};

#endif
