/* SPDX-License-Identifier: MIT */
/* proc.c: small files and folders below /proc, whose processes may end while they are read. */
#include "memory/proc.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

#include "core/door.h"

static bool
is_gone(int error)
{
    return error == ENOENT || error == ESRCH || error == EACCES || error == EPERM;
}

static enum fp_status
failed(struct fp_context *ctx, const char *path, int error)
{
    return is_gone(error) ? FP_OK : fp__door_fail_input(ctx, path, error);
}

enum fp_status
fp__proc_read(struct fp_context *ctx, const char *path, char *text, size_t room, long *length,
              int *error)
{
    int fd = fp__door_open(path, O_RDONLY);
    size_t done = 0;
    ssize_t got = fd < 0 ? -1 : 1;

    while (got > 0 && done < room - 1) {
        got = fp__door_read(fd, text + done, room - 1 - done, done);
        done += got > 0 ? (size_t)got : 0;
    }
    *error = got < 0 ? errno : 0;
    if (fd >= 0)
        fp__door_close(fd);
    text[done] = '\0';
    *length = *error ? -1 : (long)done;
    return *error ? failed(ctx, path, *error) : FP_OK;
}

enum fp_status
fp__proc_open(struct fp_context *ctx, const char *path, struct fp__proc_folder *folder)
{
    folder->ctx = ctx;
    folder->path = path;
    folder->at = folder->n = 0;
    folder->fd = fp__door_open(path, O_RDONLY | O_DIRECTORY);
    return folder->fd < 0 ? failed(ctx, path, errno) : FP_OK;
}

/* The next entry's name, NULL at the end. */
static enum fp_status
next_name(struct fp__proc_folder *folder, const char **name)
{
    const struct dirent64 *entry;

    *name = NULL;
    if (folder->fd < 0)
        return FP_OK;
    if (folder->at >= folder->n) {
        folder->at = 0;
        folder->n = fp__door_entries(folder->fd, folder->block, sizeof folder->block);
        if (folder->n < 0)
            return failed(folder->ctx, folder->path, errno);
        if (folder->n == 0)
            return FP_OK;
    }
    entry = (const struct dirent64 *)(folder->block + folder->at);
    folder->at += entry->d_reclen;
    *name = entry->d_name;
    return FP_OK;
}

enum fp_status
fp__proc_next(struct fp__proc_folder *folder, int *number)
{
    const char *name;
    enum fp_status status;

    do
        status = next_name(folder, &name);
    while (name && (*name < '0' || *name > '9'));
    *number = name ? atoi(name) : -1;
    return status;
}

void
fp__proc_close(struct fp__proc_folder *folder)
{
    if (folder->fd >= 0)
        fp__door_close(folder->fd);
    folder->fd = -1;
}
