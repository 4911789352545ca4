/* SPDX-License-Identifier: MIT */
/* profile.h: the environment of a checked program: where its ticks go, and an allocator that gives
 * back what is freed, so that what stays is held. */
#ifndef CLI_CHECK_PROFILE_H
#define CLI_CHECK_PROFILE_H

#include <stdbool.h>

#include "flatplot/text.h"

enum { FP__PROFILE_LINES = 9 };

struct fp__profile {
    bool strict;     /* the allocator's settings, too */
    bool unbuffered; /* lines of Python programs are seen as they are written */
    int tick_fd;     /* -1: none, as with answer_fd */
    int answer_fd;
    const char *tick_file; /* "": none */
};

struct fp__environment {
    char **variables; /* ends in NULL; ours first, then what we were started with */
    struct fp_text own[FP__PROFILE_LINES];
};

/* False when there is no memory; fp__environment_finish frees in both cases. */
bool fp__environment_init(struct fp__environment *environment, const struct fp__profile *profile);
void fp__environment_finish(struct fp__environment *environment);

#endif
