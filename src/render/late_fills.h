/* SPDX-License-Identifier: MIT */
/* late_fills.h: rectangles of a colour that wait for what comes next.
 *
 * The ground of a figure and the face of its axes lie below an image that lets nothing through, and
 * nobody sees them there. */
#ifndef RENDER_LATE_FILLS_H
#define RENDER_LATE_FILLS_H

#include <stddef.h>
#include <stdint.h>

#include "render/sheet.h"

#define FP__LATE_FILLS 128 /* more are not kept waiting */

struct fp__late_fill {
    int box[4]; /* x0, y0, x1, y1, inside of the sheet */
    uint32_t color;
};

/* Starts as {0}. In the order in which they came. */
struct fp__late_fills {
    size_t count;
    struct fp__late_fill fill[FP__LATE_FILLS];
};

void fp__late_fills_add(struct fp__late_fills *late, const struct fp__sheet *sheet,
                        const int box[4], uint32_t color);

/* All of the box is written next, and not read: what waits to be filled there need not be, where
 * it covers whole rows of that. What else lies in the box is filled now. An image may come in
 * parts, one below the other. */
void fp__late_fills_hide(struct fp__late_fills *late, const struct fp__sheet *sheet,
                         const int box[4]);

/* Does them. Before any pixel is read, or written but by more such fills. */
void fp__late_fills_settle(struct fp__late_fills *late, const struct fp__sheet *sheet);

/* Fills a box at once: x0, y0, x1, y1, inside. */
void fp__fill_box(const struct fp__sheet *sheet, const int box[4], uint32_t color);

#endif
