/* SPDX-License-Identifier: MIT */
/* run.h: a whole memory check: what is run, what is said, what is written, the exit code. */
#ifndef CLI_CHECK_RUN_H
#define CLI_CHECK_RUN_H

#include "cli/check/settings.h"

/* Checks the command (a list that ends in NULL, or NULL for none), the process or the file of the
 * settings, else our own loop. Returns the tool's exit code. */
int fp__check_run(struct fp_context *ctx, const struct fp__check_settings *settings,
                  const char *const *command);

#endif
