/* SPDX-License-Identifier: MIT */
/* image_size.c: how many pixels an image takes: the matrices that matplotlib 3.6 multiplies
 * (image.py _make_image and _resample, transforms.py), in its order. */
#include "image/image_size.h"

#include <math.h>

/* One direction: from array indices to pixels of the picture, and how long the visible part is. */
struct way {
    double n; /* indices */
    struct fp__affine line;
    double length;
};

static struct way
find_way(const struct fp__stretch *stretch, const double box[2], const double extent[2], size_t n,
         bool upper)
{
    struct fp__affine view = fp__view_affine(stretch, box[0], box[1]);
    double from = fp__view_along(&stretch->curve, extent[0]);
    double to = fp__view_along(&stretch->curve, extent[1]);
    double p = fp__affine_at(view, from), q = fp__affine_at(view, to);
    double first = fmax(fmin(p, q), box[0]), last = fmin(fmax(p, q), box[1]);
    struct way way = {.n = (double)n, .length = last - first};

    way.line = fp__affine_after(view, (struct fp__affine){(to - from) / way.n, from});
    if (upper)
        way.line = fp__affine_after(way.line, (struct fp__affine){-1, way.n});
    way.line.shift -= first;
    return way;
}

static double
size_of(const struct way *way, bool stretched)
{
    double grown = stretched ? 1 + (ceil(way->length) - way->length) / way->length : 1;
    double scale = way->line.scale * grown, shift = way->line.shift * grown;

    return fabs((way->n * scale + shift) - shift);
}

void
fp__image_size(const struct fp__image_body *body, const struct fp__view *view, double size[2])
{
    const struct fp__box *b = &view->box;
    bool upper = body->options.origin == FP_ORIGIN_UPPER;
    struct way x = find_way(&view->x, (double[]){b->x0, b->x1}, body->extent, body->width, false);
    struct way y =
        find_way(&view->y, (double[]){b->y0, b->y1}, body->extent + 2, body->height, upper);
    bool stretched = fmod(x.length, 1) != 0 || fmod(y.length, 1) != 0;

    size[0] = size_of(&x, stretched);
    size[1] = size_of(&y, stretched);
}
