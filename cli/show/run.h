/* SPDX-License-Identifier: MIT */
/* run.h: the frames of a job in a window. */
#ifndef CLI_SHOW_RUN_H
#define CLI_SHOW_RUN_H

#include "cli/show/settings.h"

/* Shows them until the window is closed. Returns the tool's exit code. */
int fp__show_run(struct fp_context *ctx, const struct fp__show *show, const char *const *inputs,
                 size_t input_count);

#endif
