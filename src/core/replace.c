/* SPDX-License-Identifier: MIT */
/* replace.c: files that appear whole or not at all: written under a temporary name, then
 * renamed. */
#include "core/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/alloc.h"
#include "core/door.h"
#include "core/links.h"
#include "core/status.h"

struct fp__replace {
    struct fp_context *ctx;
    char *path;      /* as the caller named it */
    char *target;    /* with links followed */
    char *temporary; /* NULL: `path` is no regular file and is written directly */
    int fd;          /* -1 when not open */
    mode_t mode;     /* of the file that is replaced */
    bool replaces;   /* there is such a file */
    bool keep;       /* and none shall be */
    bool ours;       /* the temporary file is nobody else's, so it is ours to remove */
};

/* The temporary name depends on the final name alone, so whoever writes that name next finds and
 * takes over what a killed process left. FNV-1a, 64 bits. */
static char *
temporary_name(const char *target)
{
    size_t folder = fp__path_folder(target);
    uint64_t hash = 0xcbf29ce484222325u;
    char name[32];

    for (const char *p = target + folder; *p; p++)
        hash = (hash ^ (unsigned char)*p) * 0x100000001b3u;
    snprintf(name, sizeof name, ".fp%016llx", (unsigned long long)hash);
    return fp__path_join(target, folder, name);
}

/* True when the temporary name still means the file that is open: its last owner may have renamed
 * it away between our open and our lock. */
static bool
still_there(const struct fp__replace *file)
{
    struct stat ours, named;

    return fp__door_fstat(file->fd, &ours) == 0 && fp__door_lstat(file->temporary, &named) == 0 &&
           ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

/* A name that another process has locked is that process's to remove. */
static enum fp_status
fail_lock(struct fp__replace *file)
{
    if (errno != EWOULDBLOCK) {
        file->ours = true;
        return fp__door_fail_output(file->ctx, file->path, errno);
    }
    fp__door_close(file->fd);
    file->fd = -1;
    return fp__fail(file->ctx, FP_ERR_OUTPUT,
                    "%s: another process is writing this file" FP__HINT
                    "wait for it, or choose another name",
                    file->path);
}

/* Some network and cluster file systems have no locks: better to go on than to write nothing. */
static bool
lacks_locks(int error)
{
    return error == ENOSYS || error == EOPNOTSUPP || error == ENOLCK;
}

/* Whoever was killed a moment ago may still be on its way out, with its lock: a second is enough
 * for that, and not too much to wait for one who lives and is refused. */
static int
lock(int fd)
{
    static const struct timespec moment = {.tv_nsec = 25000000};

    for (int tries = 0; tries < 40; tries++) {
        if (fp__door_lock(fd) == 0)
            return 0;
        if (errno != EWOULDBLOCK)
            return -1;
        nanosleep(&moment, NULL);
    }
    errno = EWOULDBLOCK;
    return -1;
}

static enum fp_status
open_temporary(struct fp__replace *file)
{
    for (int tries = 0; tries < 100; tries++) {
        file->fd = fp__door_open(file->temporary, O_RDWR | O_CREAT | O_NOFOLLOW);
        if (file->fd < 0)
            return fp__door_fail_output(file->ctx, file->path, errno);
        if (lock(file->fd) != 0 && !lacks_locks(errno))
            return fail_lock(file);
        file->ours = still_there(file);
        if (file->ours)
            return FP_OK;
        fp__door_close(file->fd);
        file->fd = -1;
    }
    return fp__door_fail_output(file->ctx, file->path, EBUSY);
}

static enum fp_status
open_beside(struct fp__replace *file)
{
    enum fp_status status;

    file->temporary = temporary_name(file->target);
    if (!file->temporary)
        return fp__fail_memory(file->ctx, "a file name");
    status = open_temporary(file);
    if (status == FP_OK && fp__door_cut(file->fd, 0) != 0)
        status = fp__door_fail_output(file->ctx, file->path, errno);
    return status;
}

/* A file that someone else has opened for us is not replaced under their hands. */
static enum fp_status
open_followed(struct fp__replace *file)
{
    struct fp__target target;
    enum fp_status status = fp__links_follow(file->ctx, file->path, &target);

    file->target = target.path;
    if (status != FP_OK)
        return status;
    if (target.descriptor < 0)
        return open_beside(file);
    file->fd = fp__door_duplicate(target.descriptor);
    return file->fd >= 0 ? FP_OK : fp__door_fail_output(file->ctx, file->path, errno);
}

static enum fp_status
open_directly(struct fp__replace *file)
{
    file->fd = fp__door_open(file->path, O_WRONLY | O_NOCTTY);
    return file->fd >= 0 ? FP_OK : fp__door_fail_output(file->ctx, file->path, errno);
}

/* What is there is asked for before links are followed by name: the names behind /dev/stdout mean
 * nothing as paths when it is a pipe. */
static enum fp_status
open_target(struct fp__replace *file)
{
    struct stat st;

    file->replaces = fp__door_stat(file->path, &st) == 0;
    if (!file->replaces)
        return errno == ENOENT && *file->path ? open_followed(file)
                                              : fp__door_fail_output(file->ctx, file->path, errno);
    if (S_ISDIR(st.st_mode))
        return fp__fail(file->ctx, FP_ERR_OUTPUT, "%s: is a folder" FP__HINT "name a file in it",
                        file->path);
    file->mode = st.st_mode & 0777;
    return S_ISREG(st.st_mode) ? open_followed(file) : open_directly(file);
}

static void
replace_free(struct fp__replace *file)
{
    fp_free(file->path);
    fp_free(file->target);
    fp_free(file->temporary);
    fp_free(file);
}

enum fp_status
fp__replace_begin(struct fp_context *ctx, const char *path, struct fp__replace **out)
{
    struct fp__replace *file = fp_alloc(sizeof *file);
    enum fp_status status;

    if (!file)
        return fp__fail_memory(ctx, "a file name");
    file->ctx = ctx;
    file->fd = -1;
    file->path = fp__path_join(path, 0, path);
    if (!file->path) {
        status = fp__fail_memory(ctx, "a file name");
        goto fail;
    }
    status = open_target(file);
    if (status != FP_OK)
        goto fail;
    *out = file;
    return FP_OK;
fail:
    fp__replace_abandon(file);
    return status;
}

static enum fp_status
fail_there(const struct fp__replace *file)
{
    return fp__fail(file->ctx, FP_ERR_OUTPUT,
                    "%s: is there already" FP__HINT "move it away, or choose another name",
                    file->path);
}

enum fp_status
fp__replace_keep(struct fp__replace *file)
{
    file->keep = true;
    return file->temporary && file->replaces ? fail_there(file) : FP_OK;
}

enum fp_status
fp__replace_write(struct fp__replace *file, const void *bytes, size_t n)
{
    return fp__door_write_all(file->fd, bytes, n, NULL, NULL)
               ? FP_OK
               : fp__door_fail_output(file->ctx, file->path, errno);
}

/* Network file systems say only at a close that the disk is full: a second descriptor is closed
 * while the old contents are still there. */
static bool
arrived(const struct fp__replace *file)
{
    int fd = fp__door_duplicate(file->fd);

    if (fd < 0)
        return false;
    return fp__door_close(fd) == 0;
}

/* A file that is replaced keeps its permissions; failing to set them is not worth losing it. They
 * are set last, so that what a killed process leaves can be opened again. */
static bool
move_into_place(const struct fp__replace *file)
{
    if (!arrived(file))
        return false;
    if (file->replaces)
        (void)fp__door_chmod(file->fd, file->mode);
    return (file->keep ? fp__door_rename_new(file->temporary, file->target)
                       : fp__door_rename(file->temporary, file->target)) == 0;
}

/* Renamed before it is closed: closing gives the lock back, and whoever waits for it would empty
 * the file under its temporary name. By then everything has arrived, whatever that close says. */
enum fp_status
fp__replace_commit(struct fp__replace *file)
{
    enum fp_status status = FP_OK;

    if (file->temporary && !move_into_place(file)) {
        status = file->keep && errno == EEXIST ? fail_there(file)
                                               : fp__door_fail_output(file->ctx, file->path, errno);
        fp__replace_abandon(file);
        return status;
    }
    if (fp__door_close(file->fd) != 0 && !file->temporary)
        status = fp__door_fail_output(file->ctx, file->path, errno);
    replace_free(file);
    return status;
}

void
fp__replace_abandon(struct fp__replace *file)
{
    if (!file)
        return;
    if (file->ours)
        fp__door_unlink(file->temporary);
    if (file->fd >= 0)
        fp__door_close(file->fd);
    replace_free(file);
}

enum fp_status
fp__file_replace(struct fp_context *ctx, const char *path, const void *bytes, size_t n)
{
    struct fp__replace *file;
    enum fp_status status = fp__replace_begin(ctx, path, &file);

    if (status != FP_OK)
        return status;
    status = fp__replace_write(file, bytes, n);
    if (status == FP_OK)
        return fp__replace_commit(file);
    fp__replace_abandon(file);
    return status;
}

/* Opened without making it; a lock that is free means that nobody is writing. */
static void
remove_leftover(struct fp__replace *file)
{
    file->temporary = temporary_name(file->target);
    if (file->temporary)
        file->fd = fp__door_open(file->temporary, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    if (file->fd >= 0 && lock(file->fd) == 0)
        file->ours = still_there(file);
}

void
fp__replace_sweep(struct fp_context *ctx, const char *path)
{
    struct fp__replace *file = fp_alloc(sizeof *file);
    struct fp__target target;

    if (!file)
        return;
    *file = (struct fp__replace){.ctx = ctx, .fd = -1};
    if (fp__links_follow(ctx, path, &target) == FP_OK && target.descriptor < 0) {
        file->target = target.path;
        remove_leftover(file);
    } else
        fp_free(target.path);
    fp__replace_abandon(file);
}
