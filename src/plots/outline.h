/* SPDX-License-Identifier: MIT */
/* outline.h: bars that touch, drawn as one outline. */
#ifndef PLOTS_OUTLINE_H
#define PLOTS_OUTLINE_H

#include "plots/bars.h"

/* Of bars: the outline alone, among the lines, and filled, among the bars. */
extern const struct fp__artist_class fp__outline_class, fp__outline_filled_class;

#endif
