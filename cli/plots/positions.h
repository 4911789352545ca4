/* SPDX-License-Identifier: MIT */
/* positions.h: columns of numbers, dates and names as places along an axis. */
#ifndef CLI_PLOTS_POSITIONS_H
#define CLI_PLOTS_POSITIONS_H

#include "cli/plots/panel.h"

/* Gives the column's places along x or y, to be given back with fp_unref. The axis becomes one of
 * dates for a column of dates, and for one of text one of categories, which add their names to
 * panel->texts; without `names` a column of text is refused. */
int fp__positions_read(struct fp__panel *panel, size_t column, bool along_y, bool names,
                       struct fp_array **places);

#endif
