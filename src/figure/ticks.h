/* SPDX-License-Identifier: MIT */
/* ticks.h: which values of an axis get a tick, and how they are written. */
#ifndef FIGURE_TICKS_H
#define FIGURE_TICKS_H

#include <stdbool.h>
#include <stddef.h>

#define FP__TICKS_AT_MOST 32
#define FP__TICK_LABEL_ROOM 48

struct fp__ticks {
    size_t n;
    double value[FP__TICKS_AT_MOST]; /* ascending; the outermost may lie outside the limits */
    char label[FP__TICKS_AT_MOST][FP__TICK_LABEL_ROOM];
    char offset[FP__TICK_LABEL_ROOM]; /* "1e6", "+1e6", "1e−7+2e3"; "" when there is none */
};

/* Tick values for limits lo < hi when there is room for `room` intervals (1 … 9). */
void fp__ticks_place(struct fp__ticks *ticks, double lo, double hi, int room);

/* Labels and offset for the values that fp__ticks_place put there. False without memory. */
bool fp__ticks_label(struct fp__ticks *ticks, double lo, double hi);

/* How many labels of that font size have room along an axis, 1 … 9: in x a label is taken to be
 * three times as wide as its font is high, in y twice. */
int fp__ticks_room(double length_points, double font_points, int lines_per_label);

#endif
