/* SPDX-License-Identifier: MIT */
/* batch.h: a job on its way, and what is said about it. */
#ifndef CLI_BATCH_BATCH_H
#define CLI_BATCH_BATCH_H

#include "cli/batch/drawing.h"
#include "cli/batch/failures.h"
#include "cli/batch/journal_write.h"
#include "cli/batch/ledger.h"
#include "cli/batch/limits.h"
#include "cli/batch/names.h"
#include "cli/batch/resume.h"
#include "cli/opt/progress.h"

struct fp__batch {
    struct fp_context *ctx;
    const struct fp__settings *settings;
    struct fp__names names;
    struct fp__drawing drawing;
    struct fp__plan plan;
    size_t jobs; /* processes that draw; 1: this one */
    struct fp__limits limits;
    struct fp__survey survey; /* with --skip-existing */
    struct fp__ledger ledger;
    struct fp__progress progress;
    struct fp__failures failures;
    struct fp__failures passed_over; /* inputs, under --keep-going */
    struct fp__journal_writer report;
    bool began;      /* the first frame was tried */
    size_t done;     /* frames written or kept */
    size_t kept;     /* of those */
    size_t pictures; /* that they are on */
    int stopped;     /* the code of what ended a worker's work before its time: CPU time used up */
    double seconds;
};

/* What --skip-existing found. */
void fp__batch_tell_survey(const struct fp__batch *batch);

/* A shard without a picture. */
void fp__batch_tell_empty(const struct fp__batch *batch);

/* Under --keep-going: the inputs that could not be read; nothing when all could. */
void fp__batch_tell_passed_over(struct fp__batch *batch);

/* How the drawing ended; 0 also when some failed and --keep-going went on. */
void fp__batch_tell(struct fp__batch *batch, int code);

#endif
