/* SPDX-License-Identifier: MIT */
/* lines.h: files that grow line by line, and are of use however their writer ends. */
#ifndef CORE_LINES_H
#define CORE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/file.h"

/* Such a file, open for as long as it grows: what one is opened for each time may have another
 * reader, or none, the next time. */
struct fp_lines;

/* Puts a file with the first line in place of what was there; devices, FIFOs, sockets and names of
 * open descriptors (links.h) are written directly. A FIFO that nobody reads yet is waited for until
 * `stop`, which may be NULL, says so: FP_ERR_OUTPUT. */
enum fp_status fp__lines_begin(struct fp_context *ctx, const char *path, const void *line, size_t n,
                               fp__stop_fn stop, void *stop_data, struct fp_lines **out);

/* Adds a line. When not all of it can be written, a file that was replaced is cut back to the lines
 * before. */
enum fp_status fp__lines_add(struct fp_lines *lines, const void *line, size_t n);

/* Whether writing failed because whoever read it went away. */
bool fp__lines_left(const struct fp_lines *lines);

/* Closes and frees; NULL is fine. */
enum fp_status fp__lines_end(struct fp_lines *lines);

#endif
