/* SPDX-License-Identifier: MIT */
/* process.h: the processes of a checked program: what they hold together, who they are, and their
 * end. */
#ifndef CLI_CHECK_PROCESS_H
#define CLI_CHECK_PROCESS_H

#include "cli/check/samples.h"
#include "flatplot/memory.h"

enum { FP__PROCESSES = 4096, FP__STRANGERS = 64 };

struct fp__tree {
    struct fp_context *ctx;
    struct fp_process *rows;  /* of the last look */
    struct fp_process *again; /* who was there after it */
    size_t n;
    int root;                    /* the program's first process; 0: there is none (any more) */
    bool attached;               /* it is somebody else's: never waited for, never signalled */
    bool alone;                  /* the root is judged without its descendants */
    double began;                /* when the check did; seconds of CLOCK_BOOTTIME */
    double root_started;         /* an attached root's, to know it again */
    int stranger[FP__STRANGERS]; /* children that we had before: none of the program's */
    size_t strangers;
    int reaper_before;

    long who_before;    /* sum of the processes' numbers at the last look */
    int restless;       /* looks since it changed, counted down */
    size_t held_before; /* at the last look */
    size_t looks;
    double alone_total; /* held by the root, summed over all looks, and by all others */
    double others_total;
    int named;    /* the process that `measured` is about */
    size_t votes; /* looks at which it held the most, less the others */
    char measured[256];
    const char *sanitizer; /* found in one of them, or NULL */
    const char *allocator;
};

/* Makes us the one to whom orphans of processes started from here on are handed, so that none gets
 * out of sight. Then either set `root` to what was started, or attach. 0, or an exit code after a
 * message; fp__tree_finish cleans up in both cases. */
int fp__tree_init(struct fp__tree *tree, struct fp_context *ctx);
int fp__tree_attach(struct fp__tree *tree, int pid);
void fp__tree_finish(struct fp__tree *tree);

/* What one look at them came to. */
enum fp__look {
    FP__LOOK_FINE,
    FP__LOOK_GONE,   /* the root has ended */
    FP__LOOK_FAILED, /* the context has the error */
};

/* Measures them: resident memory that they hold, except what belongs to one process only that is
 * younger than a twentieth of the check, which goes to `young`. Such come and go, mostly without
 * carrying growth, and would show as noise of their whole size. Files, threads, and the CPU time
 * used so far in seconds as `cpu`. Processes that have ended and are ours to wait for are waited
 * for, except the root. */
enum fp__look fp__tree_sample(struct fp__tree *tree, struct fp__sample *sample);

/* Whether one of them does something at this moment. */
bool fp__tree_is_running(struct fp__tree *tree);

/* How many there are; they are sent the signal unless it is 0. Waits as fp__tree_sample does, for
 * the root, too. Nothing of an attached tree. */
size_t fp__tree_signal(struct fp__tree *tree, int signal);

#endif
