/* SPDX-License-Identifier: MIT */
/* bounds.h: a canvas that draws nothing and finds how far texts and legends reach. */
#ifndef DRAW_BOUNDS_H
#define DRAW_BOUNDS_H

#include "draw/canvas.h"
#include "draw/view.h"

struct fp__bounds {
    struct fp__canvas base;
    struct fp__canvas *texts; /* which knows how large texts are */
    struct fp__box box;       /* in pixels from the lower left corner, y up */
};

/* Bounds of nothing so far, on a canvas of that size. */
struct fp__bounds fp__bounds_begin(struct fp__canvas *texts);

/* Widens the box by another one. */
void fp__bounds_add(struct fp__bounds *bounds, const struct fp__box *box);

#endif
