/* SPDX-License-Identifier: MIT */
/* status.h: the one function that raises errors, and the one that gives warnings. */
#ifndef CORE_STATUS_H
#define CORE_STATUS_H

#include <stdbool.h>

#include "flatplot/context.h"

/* Stands between message and hint in the format of fp__fail. */
#define FP__HINT "\x1f"

/* Leaves status, message and hint in the context (NULL: the thread's default one) and returns the
 * status. Other control characters become '?', so that a message is always one line.
 *     return fp__fail(ctx, FP_ERR_INPUT, "%s: no such file" FP__HINT "check the name", path); */
enum fp_status fp__fail(struct fp_context *ctx, enum fp_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* FP_ERR_MEMORY with its usual words: "out of memory for WHAT". */
enum fp_status fp__fail_memory(struct fp_context *ctx, const char *what);

/* FP_ERR_CLOSED: "the WHAT was closed". */
enum fp_status fp__fail_closed(struct fp_context *ctx, const char *what);

/* False when a warning of that kind would reach nobody: for those that cost something to word. */
bool fp__is_heard(struct fp_context *ctx, enum fp_warning kind);

/* Gives a warning unless its kind was given before. */
void fp__warn(struct fp_context *ctx, enum fp_warning kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
