/* SPDX-License-Identifier: MIT */
/* exit.h: what the tool's exit codes mean. */
#ifndef CLI_EXIT_H
#define CLI_EXIT_H

#include "flatplot/context.h"

enum fp__exit {
    FP__EXIT_FINE = 0,
    FP__EXIT_VERDICT = 1,       /* a negative verdict that was asked for: memory grows */
    FP__EXIT_USAGE = 2,         /* a wrong command line */
    FP__EXIT_INPUT = 3,         /* a file that cannot be read or drawn */
    FP__EXIT_OUTPUT = 4,        /* a file that cannot be written, no memory, no fonts */
    FP__EXIT_CHILD = 5,         /* a script or the checked program failed */
    FP__EXIT_INCONCLUSIVE = 6,  /* no verdict from what was measured */
    FP__EXIT_UNMEASURABLE = 77, /* nothing can be measured here; test runners call it skipped */
    FP__EXIT_SIGNAL = 128       /* + the number of the signal that ended the job */
};

/* The exit code for a failure of the library. */
int fp__exit_code(enum fp_status status);

#endif
