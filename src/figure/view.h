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

static inline double
fp__view_x(const struct fp__view *v, double x)
{
    return v->box.x0 + (x - v->xlim[0]) / (v->xlim[1] - v->xlim[0]) * (v->box.x1 - v->box.x0);
}

static inline double
fp__view_y(const struct fp__view *v, double y)
{
    return v->box.y0 + (y - v->ylim[0]) / (v->ylim[1] - v->ylim[0]) * (v->box.y1 - v->box.y0);
}

#endif
