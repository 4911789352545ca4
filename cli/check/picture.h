/* SPDX-License-Identifier: MIT */
/* picture.h: what was measured, drawn with the library itself. */
#ifndef CLI_CHECK_PICTURE_H
#define CLI_CHECK_PICTURE_H

#include "cli/check/finding.h"

/* Draws every finding into a column: memory above, objects below where they were counted, warm-up
 * shaded, the verdict in the title. All columns have one scale. Returns 0, or an exit code after
 * saying why not. */
int fp__picture_save(struct fp_context *ctx, const char *path, const struct fp__finding *findings,
                     size_t count);

#endif
