/* SPDX-License-Identifier: MIT */
/* bend.h: quadratic Bézier curves, which arrows run along (a straight one has its middle control
 * point on it): points on them, and cutting them where they leave something. */
#ifndef DRAW_BEND_H
#define DRAW_BEND_H

#include <stdbool.h>
#include <stddef.h>

struct fp__point {
    double x, y;
};

struct fp__bend {
    struct fp__point c[3];
};

/* A region of the picture: a circle, or a polygon when n is not 0. */
struct fp__region {
    struct fp__point middle;
    double radius;
    const double *x, *y;
    size_t n;
};

/* Where it is at t, 0 … 1. */
struct fp__point fp__bend_at(const struct fp__bend *bend, double t);

bool fp__region_has(const struct fp__region *region, struct fp__point point);

/* Cuts it in two where it crosses the region's border, found by halving as matplotlib does until
 * the ends of what is left are nearer than .01 (bezier.py). False when both ends are on the same
 * side. The halves may be the bend itself; one that is not wanted is NULL. */
bool fp__bend_cut(const struct fp__bend *bend, const struct fp__region *region,
                  struct fp__bend *first, struct fp__bend *second);

#endif
