/* SPDX-License-Identifier: MIT */
/* ticks.h: iterations of a checked program, counted by what it writes. */
#ifndef CLI_CHECK_TICKS_H
#define CLI_CHECK_TICKS_H

#include <regex.h>
#include <stdbool.h>
#include <stddef.h>

/* A line that is being written. Lines end in a newline, a carriage return, or both. */
struct fp__line {
    char text[4096]; /* what comes after these bytes of a line is not looked at */
    size_t length;
    bool returned; /* the last byte was a carriage return */
};

struct fp__ticks {
    size_t count;
    bool by_line; /* lines that match the pattern; else every newline */
    regex_t pattern;
    struct fp__line line[2]; /* of standard output and of standard error */
};

/* `pattern` is an extended regular expression or NULL. 0, or an exit code after a message. */
int fp__ticks_init(struct fp__ticks *ticks, const char *pattern);
void fp__ticks_finish(struct fp__ticks *ticks);

/* Takes n bytes of one of the program's two outputs (0, 1) or of its ticks (0), and returns how
 * many ticks there were in them. */
size_t fp__ticks_take(struct fp__ticks *ticks, int output, const char *bytes, size_t n);

#endif
