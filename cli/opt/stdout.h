/* SPDX-License-Identifier: MIT */
/* stdout.h: the only door to standard output, which checks that everything arrived. */
#ifndef CLI_OPT_STDOUT_H
#define CLI_OPT_STDOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/text.h"

/* Forgets an earlier run's failure. */
void fp__stdout_begin(void);

/* Whether somebody would see the bytes on a screen. */
bool fp__stdout_is_terminal(void);

/* How many characters its screen has. False when it is none, or does not tell. */
bool fp__stdout_screen(size_t *columns, size_t *rows);

/* Writes all n bytes. False from the first failure on. */
bool fp__stdout_write(const void *bytes, size_t n);

/* The same as an fp_sink_fn; data is not looked at. */
enum fp_status fp__stdout_sink(void *data, const void *bytes, size_t n);

/* Writes the text and frees it. Returns 0, or an exit code after saying that it has no memory. */
int fp__stdout_print(struct fp_text *text);

/* The reader of something else that the run writes went away: it ends as if standard output's
 * had. */
void fp__stdout_reader_left(void);

/* For what a script writes by C's own standard output, whose failures nobody looks at: from here on
 * `left` is called, in a signal handler, when the reader is found to have gone. NULL ends that, and
 * looks whether all arrived. */
void fp__stdout_watch(void (*left)(void));

/* True once something could not be written; fp__stdout_finish will say so. */
bool fp__stdout_failed(void);

/* Says once what went wrong and returns the code to exit with: `code` itself when all arrived. A
 * reader that went away is no error to talk about: 128 + SIGPIPE, as tools that it ends have. */
int fp__stdout_finish(int code);

#endif
