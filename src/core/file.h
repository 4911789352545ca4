/* SPDX-License-Identifier: MIT */
/* file.h: the file door: reading, and what the door holds open. Writing is in replace.h; only
 * door.c calls the system.
 *
 * Failures carry the path and the system's reason, in words, into the context. */
#ifndef CORE_FILE_H
#define CORE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flatplot/context.h"

/* A file open for reading. */
struct fp__file {
    int fd;        /* -1 when not open */
    bool regular;  /* false: always for a device, a FIFO or a socket */
    uint64_t size; /* of a regular file, when it was opened */
};

/* Folders, missing and unreadable files fail with FP_ERR_INPUT. */
enum fp_status fp__file_open(struct fp_context *ctx, const char *path, struct fp__file *file);

/* Reads up to n bytes at `offset` until n are there or the file ends; *got tells how many. */
enum fp_status fp__file_read_at(struct fp_context *ctx, const struct fp__file *file,
                                const char *path, void *bytes, size_t n, uint64_t offset,
                                size_t *got);

/* Whether there is anything by that name. */
bool fp__file_exists(const char *path);

/* True for "-" and for what can be read once only: pipes, devices, sockets. Opens nothing. */
bool fp__file_is_stream(const char *path);

/* A second hold of standard input, whose place in the stream both share. */
enum fp_status fp__file_open_standard_input(struct fp_context *ctx, struct fp__file *file);

/* Asked four times a second while bytes are waited for: true ends the wait. */
typedef bool (*fp__stop_fn)(void *data);

/* Reads what comes next in a pipe, a device, a socket or standard input: waits for the first byte
 * and then takes what is there, at most n > 0; *got is 0 at the end. A FIFO that nobody has opened
 * for writing yet is waited for, too. `stop` may be NULL; when it says so, the call fails with
 * FP_ERR_INPUT. */
enum fp_status fp__file_read_next(struct fp_context *ctx, const struct fp__file *file,
                                  const char *path, void *bytes, size_t n, fp__stop_fn stop,
                                  void *stop_data, size_t *got);

/* Closes; a file that is not open is fine. */
void fp__file_close(struct fp__file *file);

/* The process's open descriptors, and its threads. Allocates nothing. */
enum fp_status fp__file_count_self(struct fp_context *ctx, size_t *descriptors, size_t *threads);

size_t fp__file_open_count(void); /* files that the door holds open */
size_t fp__file_calls(void);      /* calls of the system made so far, failed ones included */

/* Makes the nth call from now fail with EIO (1: the next), and with `onwards` every one after it.
 * 0 switches injection off. */
void fp__file_fail_at(size_t nth, bool onwards);

#endif
