/* SPDX-License-Identifier: MIT */
/* watch.h: a program run, or a process looked at, and sampled with all its descendants. */
#ifndef CLI_CHECK_WATCH_H
#define CLI_CHECK_WATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/check/samples.h"

/* Seconds that the first of announced ticks is waited for. */
enum { FP__TICKS_WAIT = 10 };

struct fp__watch_options {
    char *const *command; /* its words, ending in NULL */
    int pid;              /* attach to this process instead; 0: run the command */
    double interval;   /* seconds between samples; 0: 10 ms, twice that whenever 4,096 are held */
    double duration;   /* seconds after which the command is ended; 0: none */
    size_t iterations; /* ticks or, without ticks, samples after which it is; 0: none */
    bool by_ticks;     /* ticks are announced */
    const char *tick_line; /* regular expression for lines of output that are ticks, or NULL */
    bool no_children;      /* its descendants are not judged */
    bool native_allocator; /* its environment is not given the strict profile */
    bool output_to_stderr; /* its standard output goes to standard error */
    double max_rss;        /* bytes of resident memory at which it is ended; 0: none */
};

/* Objects and heap are not measured. Files and threads are counted between tick and answer, or else
 * at any moment, which `restless` tells. Resident memory is what the processes hold
 * (flatplot/memory.h), of short-lived ones only what they share with others. */
struct fp__watch_result {
    struct fp__samples samples; /* by ticks, or by time in seconds */
    bool ended_by_itself;       /* not by us */
    bool failed;                /* and with a code other than 0, or by a signal */
    int exit_code;
    int signal;       /* 0: by none */
    bool interrupted; /* a signal came to us: fp__signals_came() */
    bool over_max_rss;
    char measured[256];      /* "python3 loop.py, 1 of 2 processes, 98 % of the memory" */
    bool descendants_larger; /* with no_children: the others held more on average */
    const char *sanitizer;   /* its name, or NULL */
    const char *allocator;   /* other than glibc's, or NULL */
    bool ticks_missing;      /* announced, by either option, and none came */
};

/* Runs until the program's end or an end that the options give it, or until a signal comes. 0, or
 * an exit code after a message that it could not begin or go on. fp__watch_result_finish frees in
 * both cases. Afterwards the program has ended (or, attached, goes on), and no descriptor,
 * temporary file or zombie of it is left. */
int fp__watch_run(struct fp_context *ctx, const struct fp__watch_options *options,
                  struct fp__watch_result *result);
void fp__watch_result_finish(struct fp__watch_result *result);

#endif
