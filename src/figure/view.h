/* SPDX-License-Identifier: MIT */
/* view.h: where data coordinates lie on the picture. */
#ifndef FIGURE_VIEW_H
#define FIGURE_VIEW_H

#include "color/curve.h"

/* In pixels from the lower left corner, y up, as matplotlib counts them. */
struct fp__box {
    double x0, y0, x1, y1;
};

/* One direction of a view. */
struct fp__stretch {
    struct fp__curve curve;
    double lim[2]; /* along the curve, at the box's left and right, or bottom and top */
};

struct fp__view {
    struct fp__box box;
    struct fp__stretch x, y;
};

/* How far below everything a log axis puts what it cannot show (matplotlib 3.6, scale.py: no double
 * has a logarithm below −324), so that lines fall out of the box there instead of having gaps. */
#define FP__VIEW_BOTTOMLESS (-1000.0)

/* v along the curve of an axis. */
static inline double
fp__view_along(const struct fp__curve *curve, double v)
{
    if (curve->kind == FP__CURVE_LINEAR)
        return v;
    if (curve->kind == FP__CURVE_LOG && v <= 0)
        return FP__VIEW_BOTTOMLESS;
    return fp__curve_at(curve, v);
}

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
    return fp__view_map(fp__view_along(&v->x.curve, x), v->x.lim[0], v->x.lim[1], v->box.x0,
                        v->box.x1);
}

static inline double
fp__view_y(const struct fp__view *v, double y)
{
    return fp__view_map(fp__view_along(&v->y.curve, y), v->y.lim[0], v->y.lim[1], v->box.y0,
                        v->box.y1);
}

#endif
