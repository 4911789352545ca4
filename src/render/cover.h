/* SPDX-License-Identifier: MIT */
/* cover.h: how much of each pixel a small shape covers, found once and blended at many places. */
#ifndef RENDER_COVER_H
#define RENDER_COVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cairo.h>

#include "flatplot/color.h"

#define FP__COVER_MOST 64 /* pixels a side; larger shapes gain nothing */

/* A byte for each pixel; begin with {0}. */
struct fp__cover {
    cairo_surface_t *surface;
    int x, y; /* of its first pixel, from the place that it stands at */
    int width, height;
};

/* Pixels that are blended onto: 0xAARRGGBB premultiplied, and what of them may change. */
struct fp__ground {
    uint32_t *pixels;
    size_t stride; /* in pixels */
    int clip[4];   /* x0, y0, x1, y1, inside of the pixels */
};

/* A cover for what reaches x0 … x1, y0 … y1, and a cairo to draw it with, which the caller
 * destroys; NULL when it would be too large. */
cairo_t *fp__cover_begin(struct fp__cover *cover, const double box[4]);

/* Blends a colour where the cover is, at a place. */
void fp__cover_blend(const struct fp__cover *cover, const struct fp__ground *ground,
                     struct fp_color color, int x, int y);

/* The same of an opaque colour, at 0, 0, to the bit as cairo fills a path. */
void fp__cover_fill(const struct fp__cover *cover, const struct fp__ground *ground,
                    struct fp_color color);

/* Fine for {0}. */
void fp__cover_finish(struct fp__cover *cover);

#endif
