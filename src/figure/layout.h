/* SPDX-License-Identifier: MIT */
/* layout.h: from grid cells and fractions to boxes in pixels. */
#ifndef FIGURE_LAYOUT_H
#define FIGURE_LAYOUT_H

#include "figure/axes.h"

/* The place of an axes, colorbars included, in fractions of the figure. */
struct fp__box fp__layout_cell(const struct fp_margins *margins, const struct fp__place *place);

/* The box in which the axes is drawn: its place, less what its colorbars take, shrunk to its
 * aspect; a twin's is its base's. FP_ERR_CLOSED when its figure is gone. */
enum fp_status fp__layout_box(struct fp_axes *ax, struct fp__box *box);

#endif
