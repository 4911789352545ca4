/* SPDX-License-Identifier: MIT */
/* jobs.h: how many processes draw. */
#ifndef CLI_BATCH_JOBS_H
#define CLI_BATCH_JOBS_H

#include "flatplot/context.h"

enum { FP__JOBS_BY_COUNT = -1 }; /* -j was not given */

/* The number of processes for that many pictures when `asked` for so many: 0 means one for each CPU
 * that is allowed: by affinity, control groups and SLURM_CPUS_PER_TASK. Not asked, few pictures
 * have one, and so has a job of GNU parallel, which fills the CPUs by itself. */
size_t fp__jobs(struct fp_context *ctx, int asked, size_t pictures);

#endif
