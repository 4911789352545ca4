/* SPDX-License-Identifier: MIT */
/* view.h: where data coordinates lie on the picture. */
#ifndef DRAW_VIEW_H
#define DRAW_VIEW_H

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

/* v ↦ scale·v + shift: one direction of matplotlib's affine matrices. The functions round as these
 * do, for the last bit decides which of two pixels is shown. */
struct fp__affine {
    double scale, shift;
};

static inline double
fp__affine_at(struct fp__affine affine, double v)
{
    return v * affine.scale + affine.shift;
}

static inline struct fp__affine
fp__affine_after(struct fp__affine second, struct fp__affine first)
{
    return (struct fp__affine){second.scale * first.scale,
                               second.scale * first.shift + second.shift};
}

/* As LAPACK undoes a matrix. */
static inline struct fp__affine
fp__affine_inverse(struct fp__affine affine)
{
    return (struct fp__affine){1 / affine.scale, -affine.shift / affine.scale};
}

/* From limits to 0 … 1 (transLimits), and from there to a … b (transAxes). */
static inline struct fp__affine
fp__view_from_limits(const double lim[2])
{
    double scale = 1 / (lim[1] - lim[0]);

    return (struct fp__affine){scale, -lim[0] * scale};
}

static inline struct fp__affine
fp__view_to_box(double a, double b)
{
    return (struct fp__affine){b - a, a};
}

/* From along the axis to pixels in a box from a to b. */
static inline struct fp__affine
fp__view_affine(const struct fp__stretch *stretch, double a, double b)
{
    return fp__affine_after(fp__view_to_box(a, b), fp__view_from_limits(stretch->lim));
}

static inline double
fp__view_x(const struct fp__view *v, double x)
{
    return fp__affine_at(fp__view_affine(&v->x, v->box.x0, v->box.x1),
                         fp__view_along(&v->x.curve, x));
}

static inline double
fp__view_y(const struct fp__view *v, double y)
{
    return fp__affine_at(fp__view_affine(&v->y, v->box.y0, v->box.y1),
                         fp__view_along(&v->y.curve, y));
}

#endif
