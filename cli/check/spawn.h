/* SPDX-License-Identifier: MIT */
/* spawn.h: a program started with the ends of our conversations where it looks for them. */
#ifndef CLI_CHECK_SPAWN_H
#define CLI_CHECK_SPAWN_H

#include <stdbool.h>
#include <sys/types.h>

enum { FP__SPAWN_ENDS = 2 };

/* Descriptors of ours; -1: none. */
struct fp__spawn {
    int output[2];              /* become its standard output and standard error */
    bool output_to_stderr;      /* without them its standard output is our standard error */
    int end[FP__SPAWN_ENDS];    /* these it gets besides … */
    int number[FP__SPAWN_ENDS]; /* … at these numbers, none of which is another one's descriptor */
};

/* Starts the command, words ending in NULL, with these variables. 0 and its number, or an exit code
 * after a message. */
int fp__spawn(const struct fp__spawn *plan, char *const *command, char **variables, pid_t *pid);

/* Says that the program cannot be started, and why; returns the exit code. */
int fp__spawn_failed(const char *name, int error);

#endif
