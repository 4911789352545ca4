/* SPDX-License-Identifier: MIT */
/* look.h: how the values of a frame become colours, whatever picture they are on:
 * FP__COLOR_ROWS. */
#ifndef CLI_BATCH_LOOK_H
#define CLI_BATCH_LOOK_H

#include "cli/batch/plan.h"
#include "cli/batch/settings.h"

/* Colormap, special colours and interpolation; the rest as fp_imshow_defaults. The norm is
 * fp__limits_of_frame's to find. */
struct fp_imshow_options fp__look_options(const struct fp__settings *settings,
                                          const struct fp__input *input);

/* Warns once when an input has its own colours and options were given for those without. */
void fp__look_warn(const struct fp__settings *settings, const struct fp__plan *plan);

#endif
