/* SPDX-License-Identifier: MIT */
/* tight.h: margins that just hold what stands around the axes. */
#ifndef FIGURE_TIGHT_H
#define FIGURE_TIGHT_H

#include "figure/axes.h"

/* What fp_figure_tight_layout does, with texts as large as the canvas says; nothing else of it is
 * used. */
enum fp_status fp__tight_layout(struct fp_figure *fig, struct fp__canvas *canvas);

#endif
