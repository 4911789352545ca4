/* SPDX-License-Identifier: MIT */
/* label_math.h: the pieces of tick labels that matplotlib writes as formulas (see ticks.h). */
#ifndef TICKS_LABEL_MATH_H
#define TICKS_LABEL_MATH_H

#include "flatplot/text.h"
#include "ticks/ticks.h"

#define FP__LABEL_MINUS "\xe2\x88\x92"
#define FP__LABEL_SPACE "\xe2\x80\x89"
#define FP__LABEL_TIMES FP__LABEL_SPACE "\xc3\x97" FP__LABEL_SPACE
#define FP__LABEL_DOT FP__LABEL_SPACE "\xe2\x8b\x85" FP__LABEL_SPACE
#define FP__LABEL_HALF "\xc2\xbd"

/* Appends 10 with a raised exponent. */
void fp__label_power(struct fp_text *text, int exponent);

/* Appends a number between 1 and 10 with at most six digits, as printf's %g. */
void fp__label_coefficient(struct fp_text *text, double value);

/* Copies the text, which fits, into a tick's label. False when it ran out of memory. */
bool fp__label_take(char label[FP__TICK_LABEL_ROOM], const struct fp_text *text);

#endif
