/* SPDX-License-Identifier: MIT */
/* grid.h: where the frames of a picture with several of them stand. */
#ifndef CLI_BATCH_GRID_H
#define CLI_BATCH_GRID_H

#include "cli/batch/drawing.h"

/* Sets margins and gaps so that texts and colorbars of neighbours do not meet, after the last frame
 * of the picture, `item` in `cell`, was added; `cells` is how many there are. For one cell, and
 * without axes, nothing is to do; where there is no room the default layout stays. Returns 0, or an
 * exit code after saying what is wrong. */
int fp__grid_fit(struct fp__drawing *drawing, const struct fp__item *item, size_t cell,
                 size_t cells, struct fp_array *array);

#endif
