/* SPDX-License-Identifier: MIT */
/* bars.h: lines along rows or columns of pixels, drawn past cairo.
 *
 * Spines, marks and grid lines are such lines, dozens in a picture. Their edges lie between pixels,
 * and the pixels are those that cairo leaves, to the bit. */
#ifndef RENDER_BARS_H
#define RENDER_BARS_H

#include <stdbool.h>

#include "flatplot/color.h"
#include "render/sheet.h"

/* A rectangle, in cairo's unit of coordinates: 256ths of a pixel. */
struct fp__bar {
    int x0, y0, x1, y1;
};

/* The line from ends[0], ends[1] to ends[2], ends[3], each within ±2²⁰, with flat ends or with
 * square ones. False when it is aslant, or a point. */
bool fp__bar_of_line(struct fp__bar *bar, const double ends[4], double width, bool butt);

/* The pixels that it touches: x0, y0, x1, y1. They may lie beyond any canvas. */
void fp__bar_reach(const struct fp__bar *bar, int box[4]);

void fp__bar_draw(const struct fp__bar *bar, const struct fp__sheet *sheet, struct fp_color color);

#endif
