/* SPDX-License-Identifier: MIT */
/* info_clim.h: flatplot info --clim: colour limits found once, for many jobs to use. */
#ifndef CLI_VERBS_INFO_CLIM_H
#define CLI_VERBS_INFO_CLIM_H

#include "cli/batch/limits.h"

/* Writes the limits of the inputs, of the kind that the settings' clim says and within the domain
 * of their norm, to standard output as imshow's --clim FILE.json reads them. Returns 0 or an exit
 * code after saying what is wrong. */
int fp__info_clim(struct fp_context *ctx, const struct fp__settings *settings,
                  const struct fp__inputs *inputs);

#endif
