/* SPDX-License-Identifier: MIT */
/* stream.h: a batch whose frames come through a pipe, one after the other, nobody knows how
 * many. */
#ifndef CLI_BATCH_STREAM_H
#define CLI_BATCH_STREAM_H

#include "cli/batch/settings.h"

/* Draws every frame of "-", a pipe, a device or a socket as soon as its last byte has come. Returns
 * the tool's exit code. */
int fp__stream_run(struct fp_context *ctx, const struct fp__settings *settings, const char *path);

#endif
