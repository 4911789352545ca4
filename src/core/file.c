/* SPDX-License-Identifier: MIT */
/* file.c: reading files, and counting what this process has open. */
#include "core/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "core/door.h"
#include "core/status.h"

static enum fp_status
examine(struct fp_context *ctx, const char *path, struct fp__file *file)
{
    struct stat st;

    if (fp__door_fstat(file->fd, &st) != 0)
        return fp__door_fail_input(ctx, path, errno);
    if (S_ISDIR(st.st_mode))
        return fp__fail(ctx, FP_ERR_INPUT, "%s: is a folder" FP__HINT "name the files in it: %s/*",
                        path, path);
    file->regular = S_ISREG(st.st_mode);
    file->size = file->regular ? (uint64_t)st.st_size : 0;
    return FP_OK;
}

/* Without waiting: a FIFO that nobody writes to must not hang us; regular files do not notice. */
enum fp_status
fp__file_open(struct fp_context *ctx, const char *path, struct fp__file *file)
{
    struct fp__file opened = {.fd = fp__door_open(path, O_RDONLY | O_NONBLOCK)};
    enum fp_status status;

    if (opened.fd < 0)
        return fp__door_fail_input(ctx, path, errno);
    status = examine(ctx, path, &opened);
    if (status != FP_OK) {
        fp__door_close(opened.fd);
        return status;
    }
    *file = opened;
    return FP_OK;
}

enum fp_status
fp__file_read_at(struct fp_context *ctx, const struct fp__file *file, const char *path, void *bytes,
                 size_t n, uint64_t offset, size_t *got)
{
    size_t done = 0;

    while (done < n) {
        ssize_t k = fp__door_read(file->fd, (char *)bytes + done, n - done, offset + done);

        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return fp__door_fail_input(ctx, path, errno);
        if (k == 0)
            break;
        done += (size_t)k;
    }
    *got = done;
    return FP_OK;
}

bool
fp__file_exists(const char *path)
{
    struct stat st;

    return fp__door_stat(path, &st) == 0;
}

bool
fp__file_is_stream(const char *path)
{
    struct stat st;

    return strcmp(path, "-") == 0 ||
           (fp__door_stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode));
}

enum fp_status
fp__file_open_standard_input(struct fp_context *ctx, struct fp__file *file)
{
    struct fp__file opened = {.fd = fp__door_duplicate(0)};
    enum fp_status status;

    if (opened.fd < 0)
        return fp__door_fail_input(ctx, "-", errno);
    status = examine(ctx, "-", &opened);
    if (status != FP_OK) {
        fp__door_close(opened.fd);
        return status;
    }
    *file = opened;
    return FP_OK;
}

/* Not by a signal alone: a program's other signals must not end the reading, and one that comes
 * just before the wait must not be missed. */
static enum fp_status
wait_for_bytes(struct fp_context *ctx, const struct fp__file *file, const char *path,
               fp__stop_fn stop, void *stop_data)
{
    for (;;) {
        int ready = fp__door_wait(file->fd, stop ? 250 : -1);

        if (ready > 0)
            return FP_OK;
        if (ready < 0 && errno != EINTR)
            return fp__door_fail_input(ctx, path, errno);
        if (stop && stop(stop_data))
            return fp__fail(ctx, FP_ERR_INPUT, "%s: reading was stopped", path);
    }
}

enum fp_status
fp__file_read_next(struct fp_context *ctx, const struct fp__file *file, const char *path,
                   void *bytes, size_t n, fp__stop_fn stop, void *stop_data, size_t *got)
{
    for (;;) {
        enum fp_status status = wait_for_bytes(ctx, file, path, stop, stop_data);
        ssize_t k;

        if (status < 0)
            return status;
        k = fp__door_read_next(file->fd, bytes, n);
        if (k >= 0) {
            *got = (size_t)k;
            return FP_OK;
        }
        if (errno != EINTR && errno != EAGAIN)
            return fp__door_fail_input(ctx, path, errno);
    }
}

void
fp__file_close(struct fp__file *file)
{
    if (file->fd >= 0)
        fp__door_close(file->fd);
    file->fd = -1;
}

/* opendir would allocate. The folder's own descriptor is counted and taken off again, as are its
 * entries "." and "..". */
static enum fp_status
count_entries(struct fp_context *ctx, const char *path, size_t *entries)
{
    _Alignas(struct dirent64) char block[4096];
    size_t n = 0;
    int fd = fp__door_open(path, O_RDONLY | O_DIRECTORY);
    ssize_t got = 0;

    if (fd < 0)
        return fp__door_fail_input(ctx, path, errno);
    while ((got = fp__door_entries(fd, block, sizeof block)) > 0)
        for (ssize_t at = 0; at < got; at += ((struct dirent64 *)(block + at))->d_reclen)
            n++;
    fp__door_close(fd);
    if (got < 0)
        return fp__door_fail_input(ctx, path, EIO);
    *entries = n - 2;
    return FP_OK;
}

enum fp_status
fp__file_count_self(struct fp_context *ctx, size_t *descriptors, size_t *threads)
{
    size_t open_now, tasks;
    enum fp_status status = count_entries(ctx, "/proc/self/fd", &open_now);

    if (status == FP_OK)
        status = count_entries(ctx, "/proc/self/task", &tasks);
    if (status != FP_OK)
        return status;
    *descriptors = open_now - 1;
    *threads = tasks;
    return FP_OK;
}
