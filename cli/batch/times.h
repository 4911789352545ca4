/* SPDX-License-Identifier: MIT */
/* times.h: what {time} is in titles: --dt and --t0, or --times. */
#ifndef CLI_BATCH_TIMES_H
#define CLI_BATCH_TIMES_H

#include "cli/batch/plan.h"

struct fp__times_choice {
    double dt;        /* from one frame of an input to the next; NaN: not given */
    double t0;        /* of its frame 0; NaN: not given */
    const char *file; /* of one number for each frame of an input; NULL: not given */
};

struct fp__times {
    struct fp__times_choice choice;
    struct fp_array *array; /* of the file */
};

/* Reads the file. Returns 0 or an exit code after saying what is wrong. fp__times_finish frees in
 * both cases. */
int fp__times_init(struct fp__times *times, struct fp_context *ctx,
                   const struct fp__times_choice *choice);
void fp__times_finish(struct fp__times *times);

/* True when there is a time to tell. */
bool fp__times_given(const struct fp__times *times);

/* Refuses files with fewer times than an input has frames; of streams that is
 * not known beforehand. */
int fp__times_check(const struct fp__times *times, const struct fp__plan *plan);

/* Refuses that frame of an input when the file has no time of it. */
int fp__times_check_frame(const struct fp__times *times, const char *path, size_t frame);

/* The time of that frame of an input; NaN past the end of the file. */
double fp__times_at(const struct fp__times *times, size_t frame);

#endif
