/* SPDX-License-Identifier: MIT */
/* message.h: the only door to standard error: errors with hints, warnings, notes, the bar. */
#ifndef CLI_OPT_MESSAGE_H
#define CLI_OPT_MESSAGE_H

#include <stdbool.h>

#include "flatplot/context.h"

/* Room for a path of PATH_MAX, the longest hint and some words. */
#define FP__LINE_ROOM 8192

/* An error that was kept instead of written: its message and, behind a NUL, its hint. */
struct fp__said {
    size_t length; /* of both, with the NULs behind them; 0: nothing was said */
    char text[FP__LINE_ROOM];
};

/* Stands between message and hint in the format of fp__message_error. */
#define FP__AND_HINT "\x1f"

/* Forgets what earlier runs in this process set. */
void fp__message_begin(void);

/* Errors only from now on. */
void fp__message_quiet(void);

/* Writes "flatplot: MESSAGE" and, if there is one, "  hint: HINT"; returns `code`. Control
 * characters become '?', so that each is one line.
 *     return fp__message_error(FP__EXIT_USAGE, "%s: no number" FP__AND_HINT "say 3", name); */
int fp__message_error(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Keeps the first error from here on and passes over the others; NULL: they are written again.
 * fp__message_said writes what was kept, if anything was, and returns `code`. */
void fp__message_keep(struct fp__said *said);
int fp__message_said(int code, const struct fp__said *said);

/* The error of a library call that has just failed; returns its exit code. */
int fp__message_failure(struct fp_context *ctx);

int fp__message_no_memory(void);

/* "flatplot: warning: …" and a line without prefix; nothing when quiet. */
void fp__message_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void fp__message_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A line that belongs to an error: without prefix, also when quiet. */
void fp__message_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* An fp_warning_fn that writes the library's warnings. */
void fp__message_library_warning(void *data, enum fp_warning kind, const char *message);

/* Several lines as they are (help after a wrong command line). */
void fp__message_text(const char *text);

/* Shows the bar in place of the last one; NULL takes it away. Messages take it away first. */
void fp__message_bar(const char *text);

/* True when people look at standard error. */
bool fp__message_on_terminal(void);

#endif
