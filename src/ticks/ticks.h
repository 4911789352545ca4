/* SPDX-License-Identifier: MIT */
/* ticks.h: which values of an axis get a tick, and how they are written.
 *
 * Values are matplotlib's doubles. Its labels are small formulas
 * ("$\mathdefault{2\times10^{-3}}$"), ours the plain text that looks the same, letter by letter:
 * ^{…} are superscripts (U+2070 …), - is U+2212 or raised U+207B, \times is U+00D7, \cdot U+22C5,
 * \frac{1}{2} U+00BD. A thin space, U+2009, stands on both sides of ×, ⋅ and a minus between two
 * numbers: a fifth of the font's size, as there. */
#ifndef TICKS_TICKS_H
#define TICKS_TICKS_H

#include <stdbool.h>
#include <stddef.h>

#include "color/curve.h"
#include "flatplot/axis.h"

#define FP__TICKS_AT_MOST FP_MAX_TICKS
#define FP__TICK_LABEL_ROOM 64

struct fp__ticks {
    size_t n;
    double value[FP__TICKS_AT_MOST]; /* ascending on linear axes; some may lie outside the limits */
    char label[FP__TICKS_AT_MOST][FP__TICK_LABEL_ROOM]; /* "": a tick without a label */
    const char *word[FP__TICKS_AT_MOST];                /* the label instead, borrowed; or NULL */
    char offset[FP__TICK_LABEL_ROOM]; /* "1e6", "+1e6", "1e−7+2e3"; "" when there is none */
};

/* What stands at tick i. */
static inline const char *
fp__ticks_word(const struct fp__ticks *ticks, size_t i)
{
    return ticks->word[i] ? ticks->word[i] : ticks->label[i];
}

/* An axis as its ticks see it. */
struct fp__ruler {
    struct fp__curve curve; /* along which it runs */
    double lo, hi; /* its limits, lo < hi; on a log axis above 0, on logit within 0 … 1 */
    int room;      /* from fp__ticks_room */
};

/* Ticks and labels for an axis along any curve, as matplotlib's locators and formatters of the
 * scale find them (linear ones for curves without ticks of their own). Linear axes have no minor
 * ticks. False without memory. */
bool fp__ticks_find(const struct fp__ruler *ruler, struct fp__ticks *major,
                    struct fp__ticks *minor);

/* The same in steps: the places of one kind of ticks, which go; the minor ones that stand where a
 * major one does, which go; labels and offset for the places that are there. */
void fp__ticks_place_scaled(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor);
void fp__ticks_drop_taken(struct fp__ticks *minor, const struct fp__ticks *major,
                          const struct fp__ruler *ruler);
bool fp__ticks_label_scaled(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor);

/* Takes out the ticks that lie outside the limits by more than a rounding error. */
void fp__ticks_keep_inside(struct fp__ticks *ticks, const struct fp__ruler *ruler);

/* How many labels of that font size have room along an axis, 1 … FP__ROOM_AT_MOST: in x a label is
 * taken to be three times as wide as its font is high, in y twice. */
#define FP__ROOM_AT_MOST 30
int fp__ticks_room(double length_points, double font_points, int lines_per_label);

/* --- on linear axes --------------------------------------------------------------------------- */

/* Tick values for limits lo < hi when there is room for `room` intervals (at most 9 are taken). */
void fp__ticks_place(struct fp__ticks *ticks, double lo, double hi, int room);

/* Labels and offset for the values that fp__ticks_place put there; numbers NULL: the defaults.
 * False without memory. */
bool fp__ticks_label(struct fp__ticks *ticks, double lo, double hi,
                     const struct fp_tick_numbers *numbers);

#endif
