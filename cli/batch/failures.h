/* SPDX-License-Identifier: MIT */
/* failures.h: the pictures of a job that failed, or the inputs, and why. */
#ifndef CLI_BATCH_FAILURES_H
#define CLI_BATCH_FAILURES_H

#include "cli/batch/plan.h"
#include "cli/batch/record.h"

struct fp__failure {
    size_t index; /* of the picture's first frame */
    int code;
    bool told; /* when it came */
    struct fp__said *said;
};

struct fp__failures {
    struct fp__failure *rows; /* the first that came; the rest are counted only */
    size_t kept;
    size_t room;
    size_t frames; /* that failed */
    int code;      /* the smallest of them; 0: nothing failed */
};

void fp__failures_finish(struct fp__failures *failures);

/* Keeps what a failed picture's record says, as long as there is room for it. A crash is told at
 * once. */
void fp__failures_add(struct fp__failures *failures, const struct fp__record *record);

/* Says why the first of those pictures failed whose code is the job's, unless that is told: where
 * several failed at a time it is always the same one. */
void fp__failures_tell_first(struct fp__failures *failures);

/* Lists them in the order of the job, the first twenty or `all` that were kept. Without a plan they
 * are inputs, by their number, and what is said of each names it. */
void fp__failures_list(struct fp__failures *failures, const struct fp__plan *plan, bool all);

#endif
