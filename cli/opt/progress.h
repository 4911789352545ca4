/* SPDX-License-Identifier: MIT */
/* progress.h: how far a job is: a bar for people, a line a minute for logs. */
#ifndef CLI_OPT_PROGRESS_H
#define CLI_OPT_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/opt/option.h"

enum fp__progress_mode { FP__PROGRESS_AUTO, FP__PROGRESS_ALWAYS, FP__PROGRESS_NEVER };

struct fp__progress {
    struct fp_context *ctx;
    const char *label; /* "frames", "pass 1 of 2: limits" */
    size_t total;
    bool bar;      /* else a line a minute */
    double period; /* seconds between two showings; 0: nothing is shown */
    double began;
    double shown;
};

/* Reads --progress into an int. */
int fp__read_progress(const struct fp__given *given, void *member);

/* A total below 2 shows nothing. */
void fp__progress_begin(struct fp__progress *progress, struct fp_context *ctx,
                        enum fp__progress_mode mode, const char *label, size_t total);

/* `done` of them are finished. */
void fp__progress_step(struct fp__progress *progress, size_t done);

/* Takes the bar away. */
void fp__progress_end(struct fp__progress *progress);

#endif
