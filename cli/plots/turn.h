/* SPDX-License-Identifier: MIT */
/* turn.h: tick labels along x that would overlap are turned. */
#ifndef CLI_PLOTS_TURN_H
#define CLI_PLOTS_TURN_H

#include "flatplot/axes.h"

/* For an axis that runs evenly. Turns them by 30 degrees, or upright where that is too close; where
 * even that is, they stay, and some are left out. `ax` must have been laid out; *turned is whether
 * it has to be laid out again. */
enum fp_status fp__turn_labels(struct fp_context *ctx, struct fp_figure *figure, struct fp_axes *ax,
                               bool *turned);

#endif
