/* SPDX-License-Identifier: MIT */
/* audit.h: whether a job is whole: every frame exactly once, and its picture what was drawn. */
#ifndef CLI_BATCH_AUDIT_H
#define CLI_BATCH_AUDIT_H

#include "cli/batch/journal.h"
#include "cli/opt/progress.h"

enum fp__flaw {
    FP__FLAW_MISSING,   /* nobody drew it, or its file is gone */
    FP__FLAW_FAILED,    /* it was tried, and no other shard had it */
    FP__FLAW_DOUBLED,   /* more than one report has it */
    FP__FLAW_DIFFERING, /* reports do not agree on its pixels, or its file has others */
    FP__FLAWS
};

/* Frames first … first + count - 1. */
struct fp__flawed {
    enum fp__flaw flaw;
    size_t first;
    size_t count;
};

struct fp__audit {
    struct fp__journal *journal;
    struct fp__flawed *flawed; /* in the order of the job */
    size_t flawed_count, flawed_room;
    size_t frames[FP__FLAWS]; /* how many have that flaw */
    size_t drawn, kept;       /* pictures */
    size_t compared;          /* files whose pixels were looked at */
};

/* Looks at the entries and shards, whose order changes, and at the files if a folder of at least
 * one is there: of a job that was drawn elsewhere there is none. Returns 0, flaws or not, or an
 * exit code. fp__audit_finish frees in both cases. */
int fp__audit_make(struct fp__audit *audit, struct fp__journal *journal,
                   enum fp__progress_mode progress);
void fp__audit_finish(struct fp__audit *audit);

/* Every frame exactly once, every input read, every stream at its end. */
bool fp__audit_whole(const struct fp__audit *audit);

/* Appends what was found: a line for each flaw and one for all; of long lists only the beginning
 * unless all is wanted. */
void fp__audit_append(const struct fp__audit *audit, bool all, struct fp_text *out);

#endif
