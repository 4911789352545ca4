/* SPDX-License-Identifier: MIT */
/* ground.h: which pixels of a canvas are still of the colour that all of it was filled with.
 *
 * Pictures of one size are drawn on the same memory, and most begin by filling all of it with the
 * same colour. Only what was drawn on since needs it. */
#ifndef RENDER_GROUND_H
#define RENDER_GROUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "render/late_fills.h"

#define FP__GROUND_BOXES 96 /* a figure with two axes has some 60 */

/* Starts as {0}: nothing is known. */
struct fp__ground_boxes {
    bool known;     /* all but the boxes is of this colour, on a canvas of this size */
    uint32_t color; /* as a pixel */
    int width, height;
    size_t count;
    int boxes[FP__GROUND_BOXES][4]; /* x0, y0, x1, y1 */
};

/* Fills all of the sheet, which has the same memory as the last time; late. */
void fp__ground_fill(struct fp__ground_boxes *ground, const struct fp__sheet *sheet, uint32_t color,
                     struct fp__late_fills *late);

/* Something is drawn in the box, which may reach beyond the sheet. */
void fp__ground_touch(struct fp__ground_boxes *ground, const int box[4]);

/* Something is drawn, who knows where, or the memory is another one. */
void fp__ground_forget(struct fp__ground_boxes *ground);

#endif
