/* SPDX-License-Identifier: MIT */
/* turn.h: turning points and boxes around 0, 0, counter-clockwise where y points up. */
#ifndef DRAW_TURN_H
#define DRAW_TURN_H

#include <math.h>

#include "draw/view.h"

struct fp__turn {
    double cos, sin;
};

/* Exact for right angles, so that texts which lie or climb stay where whole pixels are. */
static inline struct fp__turn
fp__turn_by(double degrees)
{
    static const struct fp__turn right[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    double quarters = degrees / 90 - 4 * floor(degrees / 360);

    if (quarters == floor(quarters) && quarters < 4)
        return right[(int)quarters];
    return (struct fp__turn){cos(degrees / 180 * M_PI), sin(degrees / 180 * M_PI)};
}

static inline double
fp__turn_x(const struct fp__turn *turn, double x, double y)
{
    return x * turn->cos - y * turn->sin;
}

static inline double
fp__turn_y(const struct fp__turn *turn, double x, double y)
{
    return x * turn->sin + y * turn->cos;
}

/* The upright box around the turned one. */
static inline struct fp__box
fp__turn_box(const struct fp__turn *turn, const struct fp__box *b)
{
    const double x[] = {b->x0, b->x1, b->x1, b->x0}, y[] = {b->y0, b->y0, b->y1, b->y1};
    struct fp__box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};

    for (int i = 0; i < 4; i++) {
        box.x0 = fmin(box.x0, fp__turn_x(turn, x[i], y[i]));
        box.x1 = fmax(box.x1, fp__turn_x(turn, x[i], y[i]));
        box.y0 = fmin(box.y0, fp__turn_y(turn, x[i], y[i]));
        box.y1 = fmax(box.y1, fp__turn_y(turn, x[i], y[i]));
    }
    return box;
}

#endif
