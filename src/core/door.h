/* SPDX-License-Identifier: MIT */
/* door.h: the system's calls for files, each counted and each able to fail on demand (file.h,
 * fp__file_fail_at), but for chmod. They return and set errno as the calls they are named after. */
#ifndef CORE_DOOR_H
#define CORE_DOOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "flatplot/context.h"

int fp__door_open(const char *path, int flags);
int fp__door_duplicate(int fd);
int fp__door_close(int fd);
ssize_t fp__door_read(int fd, void *bytes, size_t n, uint64_t offset);
ssize_t fp__door_read_next(int fd, void *bytes, size_t n);
int fp__door_wait(int fd, int milliseconds); /* poll: 1 when there is something to read */

/* True when all n bytes were taken; else errno says why not. Where a descriptor that does not block
 * takes none, `again` (NULL: no) waits and says whether to go on. */
bool fp__door_write_all(int fd, const void *bytes, size_t n, bool (*again)(void *data), void *data);

ssize_t fp__door_entries(int fd, void *block, size_t size);
int fp__door_fstat(int fd, struct stat *st);
int fp__door_stat(const char *path, struct stat *st);
int fp__door_lstat(const char *path, struct stat *st);
ssize_t fp__door_readlink(const char *path, char *link, size_t room);
int fp__door_lock(int fd);
int fp__door_cut(int fd, uint64_t size);
int fp__door_chmod(int fd, mode_t mode);
int fp__door_rename(const char *from, const char *to);
int fp__door_rename_new(const char *from, const char *to); /* EEXIST when `to` is there */
int fp__door_unlink(const char *path);
int fp__door_mkdir(const char *path);

/* Raise what errno says, in words: FP_ERR_INPUT "cannot be read", FP_ERR_OUTPUT "cannot be
 * written". */
enum fp_status fp__door_fail_input(struct fp_context *ctx, const char *path, int error);
enum fp_status fp__door_fail_output(struct fp_context *ctx, const char *path, int error);

#endif
