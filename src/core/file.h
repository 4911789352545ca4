/* SPDX-License-Identifier: MIT */
/* file.h: the file door. Only file.c opens, reads, writes, renames, removes and closes files.
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
    bool regular;  /* false: device, FIFO, socket */
    uint64_t size; /* of a regular file, when it was opened */
};

/* Folders, missing and unreadable files fail with FP_ERR_INPUT. */
enum fp_status fp__file_open(struct fp_context *ctx, const char *path, struct fp__file *file);

/* Reads up to n bytes at `offset` until n are there or the file ends; *got tells how many. */
enum fp_status fp__file_read_at(struct fp_context *ctx, const struct fp__file *file,
                                const char *path, void *bytes, size_t n, uint64_t offset,
                                size_t *got);

/* Closes; a file that is not open is fine. */
void fp__file_close(struct fp__file *file);

/* A file being written, which replaces `path` as a whole on commit. */
struct fp__replace;

/* Begins: resolves links, makes the hidden temporary name beside the target and locks it. Fails
 * with FP_ERR_OUTPUT, also when another process is writing the same name now. */
enum fp_status fp__replace_begin(struct fp_context *ctx, const char *path,
                                 struct fp__replace **out);
enum fp_status fp__replace_write(struct fp__replace *file, const void *bytes, size_t n);

/* Puts the file in place (commit) or removes what was written (abandon); both free it. NULL is fine
 * for abandon. A commit that fails has removed what was written. */
enum fp_status fp__replace_commit(struct fp__replace *file);
void fp__replace_abandon(struct fp__replace *file);

/* Writes n bytes as the whole new contents of `path`. */
enum fp_status fp__file_replace(struct fp_context *ctx, const char *path, const void *bytes,
                                size_t n);

/* The process's open descriptors, and its threads. Allocates nothing. */
enum fp_status fp__file_count_self(struct fp_context *ctx, size_t *descriptors, size_t *threads);

size_t fp__file_open_count(void); /* files that the door holds open */
size_t fp__file_calls(void);      /* calls of the system made so far, failed ones included */

/* Makes the nth call from now fail with EIO (1: the next), and with `onwards` every one after it.
 * 0 switches injection off. */
void fp__file_fail_at(size_t nth, bool onwards);

#endif
