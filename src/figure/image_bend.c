/* SPDX-License-Identifier: MIT */
/* image_bend.c: where the pixels of a picture lie in an image whose axes are not both linear. */
#include "figure/image_bend.h"

#include <math.h>

/* v ↦ scale·v + shift, undone as matplotlib undoes it: by an inverse matrix. Where source pixels end
 * on whole pixels of the picture, the last bit decides which of two is shown. */
struct line {
    double scale, shift;
};

static double
undo(struct line line, double v)
{
    return v * (1 / line.scale) + -line.shift * (1 / line.scale);
}

/* From along the axis to pixels: view.h's product of two matrices. */
static struct line
line_of_axis(const struct fp__bend *bend)
{
    const double *lim = bend->stretch->lim;
    double scale = 1 / (lim[1] - lim[0]), size = bend->b - bend->a;

    return (struct line){size * scale, size * (-lim[0] * scale) + bend->a};
}

/* From source pixels to data coordinates. */
static struct line
line_of_source(const struct fp__bend *bend)
{
    double n = (double)bend->n, pixel = (bend->to - bend->from) / n;

    return bend->backwards ? (struct line){-pixel, n * pixel + bend->from}
                           : (struct line){pixel, bend->from};
}

void
fp__bend_positions(const struct fp__bend *bend, double first, size_t out, double *positions)
{
    struct line axis = line_of_axis(bend), source = line_of_source(bend);

    for (size_t i = 0; i < out; i++) {
        double along = undo(axis, (double)i + first);
        double v = fp__curve_inverse(&bend->stretch->curve, along);

        positions[i] = fmin(fmax(undo(source, v), 0), (double)bend->n);
    }
}
