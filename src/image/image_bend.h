/* SPDX-License-Identifier: MIT */
/* image_bend.h: where the pixels of a picture lie in an image whose axes are not both linear. */
#ifndef IMAGE_IMAGE_BEND_H
#define IMAGE_IMAGE_BEND_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/view.h"

/* One direction: a box from a to b in pixels, an axis through it, and in data coordinates the
 * source whose n pixels run evenly from `from` to `to`, or backwards. */
struct fp__bend {
    const struct fp__stretch *stretch;
    double a, b;
    double from, to;
    size_t n;
    bool backwards;
};

/* The positions, in source pixels from the edge of pixel 0, of `out` pixels one apart from `first`
 * on. matplotlib takes the corner of each pixel, not its middle (3.6, _image_wrapper.cpp,
 * _get_transform_mesh). */
void fp__bend_positions(const struct fp__bend *bend, double first, size_t out, double *positions);

#endif
