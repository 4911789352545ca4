/* SPDX-License-Identifier: MIT */
/* dry_run.h: what a job would do. */
#ifndef CLI_BATCH_DRY_RUN_H
#define CLI_BATCH_DRY_RUN_H

#include "cli/batch/batch.h"

/* Writes the plan to standard output: how many pictures, their first and last names, what of them
 * is there, limits, processes, and the memory that they will hold at their peak. For that the
 * largest picture is drawn, by a process of its own, and written nowhere. Returns 0 or an exit
 * code: that of the picture when it fails, after saying why, or 1 when inputs were passed over. */
int fp__dry_run(struct fp__batch *batch);

#endif
