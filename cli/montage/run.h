/* SPDX-License-Identifier: MIT */
/* run.h: a whole contact sheet: plan, name, layout, limits, then row of cells after row. */
#ifndef CLI_MONTAGE_RUN_H
#define CLI_MONTAGE_RUN_H

#include "cli/montage/settings.h"

/* Draws every selected frame of the inputs on one sheet. Returns the tool's exit code. */
int fp__montage_run(struct fp_context *ctx, const struct fp__montage *montage,
                    const char *const *inputs, size_t input_count);

#endif
