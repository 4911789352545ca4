/* SPDX-License-Identifier: MIT */
/* cell.h: one frame after the other drawn into one figure of a cell's size. */
#ifndef CLI_MONTAGE_CELL_H
#define CLI_MONTAGE_CELL_H

#include "cli/batch/caption.h"
#include "cli/montage/layout.h"

struct fp__cell {
    struct fp_context *ctx;
    const struct fp__montage *montage;
    const struct fp__sheet *sheet;
    struct fp__template label; /* without parts: none */
    struct fp__times times;
    struct fp_figure *figure;
    uint8_t *rgba;    /* its pixels, as fp_figure_pixels gives them, label included */
    uint8_t paper[3]; /* the colour where nothing is */
};

/* Reads the label's text and times. Returns 0 or an exit code after saying what is wrong.
 * fp__cell_finish frees in both cases. */
int fp__cell_init(struct fp__cell *cell, struct fp_context *ctx, const struct fp__montage *montage);
void fp__cell_finish(struct fp__cell *cell);

/* Makes the figure for the cells of that sheet. */
int fp__cell_begin(struct fp__cell *cell, const struct fp__sheet *sheet);

/* Draws the frame; its pixels are in `rgba` then. */
int fp__cell_draw(struct fp__cell *cell, const struct fp__item *item, struct fp_array *array);

#endif
