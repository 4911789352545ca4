/* SPDX-License-Identifier: MIT */
/* view.h: where data coordinates lie on the picture. */
#ifndef FIGURE_VIEW_H
#define FIGURE_VIEW_H

/* In pixels from the lower left corner, y up, as matplotlib counts them. */
struct fp__box {
    double x0, y0, x1, y1;
};

struct fp__view {
    struct fp__box box;
    double xlim[2]; /* data coordinates at the box's left and right */
    double ylim[2]; /* and at its bottom and top */
};

/* v between first and last, to between a and b: matplotlib's product of two affine matrices
 * (transLimits and transAxes), rounded as there. */
static inline double
fp__view_map(double v, double first, double last, double a, double b)
{
    double scale = 1 / (last - first);

    return v * ((b - a) * scale) + ((b - a) * (-first * scale) + a);
}

static inline double
fp__view_x(const struct fp__view *v, double x)
{
    return fp__view_map(x, v->xlim[0], v->xlim[1], v->box.x0, v->box.x1);
}

static inline double
fp__view_y(const struct fp__view *v, double y)
{
    return fp__view_map(y, v->ylim[0], v->ylim[1], v->box.y0, v->box.y1);
}

#endif
