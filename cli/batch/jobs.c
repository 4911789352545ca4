/* SPDX-License-Identifier: MIT */
/* jobs.c: from -j and what the machine, Slurm and GNU parallel allow to a number of processes. */
#include "cli/batch/jobs.h"

#include <stdlib.h>

#include "flatplot/memory.h"
#include "flatplot/text.h"

enum { FEW_PICTURES = 50 };

/* Of a task; what is not a number is as if it were not there. */
static size_t
slurm_cpus(size_t most)
{
    const char *text = getenv("SLURM_CPUS_PER_TASK");
    double cpus = 0;
    bool fine = text && fp_number_parse(text, &text, &cpus) && *text == 0 && cpus >= 1;
    return fine && cpus < (double)most ? (size_t)cpus : most;
}

static size_t
allowed(struct fp_context *ctx)
{
    return slurm_cpus(fp_cpus_allowed(ctx));
}

size_t
fp__jobs(struct fp_context *ctx, int asked, size_t pictures)
{
    bool spread = getenv("PARALLEL_PID") || pictures <= FEW_PICTURES;
    size_t jobs = asked > 0 ? (size_t)asked : asked < 0 && spread ? 1 : allowed(ctx);
    return jobs < pictures ? jobs : pictures;
}
