/* SPDX-License-Identifier: MIT */
/* run.h: a whole batch: plan, names, limits, then frame after frame into one figure. */
#ifndef CLI_BATCH_RUN_H
#define CLI_BATCH_RUN_H

#include "cli/batch/settings.h"

/* Draws every selected frame of the inputs. Returns the tool's exit code. */
int fp__batch_run(struct fp_context *ctx, const struct fp__settings *settings,
                  const char *const *inputs, size_t input_count);

#endif
