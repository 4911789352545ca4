/* SPDX-License-Identifier: MIT */
/* image_bend.c: where the pixels of a picture lie in an image whose axes are not both linear.
 *
 * matplotlib 3.6 undoes each matrix on its own and multiplies what it can (transforms.py,
 * CompositeGenericTransform.inverted). Where source pixels end on whole pixels of the picture, the
 * last bit decides which of two is shown. */
#include "image/image_bend.h"

#include <math.h>

/* From pixels to along the axis. */
static struct fp__affine
affine_of_axis(const struct fp__bend *bend)
{
    struct fp__affine limits = fp__affine_inverse(fp__view_from_limits(bend->stretch->lim));

    return fp__affine_after(limits, fp__affine_inverse(fp__view_to_box(bend->a, bend->b)));
}

/* From data coordinates to source pixels. */
static struct fp__affine
affine_of_source(const struct fp__bend *bend)
{
    double n = (double)bend->n;
    struct fp__affine data = {(bend->to - bend->from) / n, bend->from};
    struct fp__affine pixels = fp__affine_inverse(data);

    return bend->backwards ? fp__affine_after((struct fp__affine){-1, n}, pixels) : pixels;
}

void
fp__bend_positions(const struct fp__bend *bend, double first, size_t out, double *positions)
{
    struct fp__affine axis = affine_of_axis(bend), source = affine_of_source(bend);

    for (size_t i = 0; i < out; i++) {
        double along = fp__affine_at(axis, (double)i + first);
        double v = fp__curve_inverse(&bend->stretch->curve, along);

        positions[i] = fmin(fmax(fp__affine_at(source, v), 0), (double)bend->n);
    }
}
