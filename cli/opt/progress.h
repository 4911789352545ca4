/* SPDX-License-Identifier: MIT */
/* progress.h: how far a job is: a bar for people, a line a minute for logs, JSON for programs. */
#ifndef CLI_OPT_PROGRESS_H
#define CLI_OPT_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/opt/option.h"

enum fp__progress_mode {
    FP__PROGRESS_AUTO,
    FP__PROGRESS_ALWAYS,
    FP__PROGRESS_NEVER,
    FP__PROGRESS_JSON, /* an object a line, at most one a second, and one at the end */
    FP__PROGRESS_MODES
};

struct fp__progress {
    struct fp_context *ctx;
    const char *label; /* "frames", "pass 1 of 2: limits" */
    size_t total;
    bool bar; /* else lines */
    bool json;
    double period; /* seconds between two showings; 0: nothing is shown */
    double began;
    double shown;
    size_t done;

    /* Bytes of resident memory, NaN when nobody knows; NULL: this process's. */
    double (*resident)(void *data);
    void *resident_data;
};

/* Reads --progress into an int. */
int fp__read_progress(const struct fp__given *given, void *member);

/* A total below 2 shows nothing, but in JSON. What `resident` is may be set afterwards. */
void fp__progress_begin(struct fp__progress *progress, struct fp_context *ctx,
                        enum fp__progress_mode mode, const char *label, size_t total);

/* `done` of them are finished. */
void fp__progress_step(struct fp__progress *progress, size_t done);

/* Takes the bar away; in JSON it says how far it came. */
void fp__progress_end(struct fp__progress *progress);

#endif
