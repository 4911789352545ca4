/* SPDX-License-Identifier: MIT */
/* dash.h: the dashes of matplotlib's line styles. */
#ifndef DRAW_DASH_H
#define DRAW_DASH_H

#include "draw/canvas.h"
#include "flatplot/plot.h"

/* Gives a stroke whose width is known the dashes of a style that is drawn. */
void fp__dash(struct fp__stroke *stroke, enum fp_linestyle style);

#endif
