/* SPDX-License-Identifier: MIT */
/* file.c: the only file that opens, reads, writes, renames, removes and closes files. */
#include "core/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/status.h"

/* --- counting and injection ---------------------------------------------------------------------- */

static atomic_size_t open_count;
static atomic_size_t calls;
static atomic_size_t fail_at; /* the value of `calls` that fails; 0: none */
static atomic_bool fail_onwards;

size_t
fp__file_open_count(void)
{
    return atomic_load(&open_count);
}

size_t
fp__file_calls(void)
{
    return atomic_load(&calls);
}

void
fp__file_fail_at(size_t nth, bool onwards)
{
    atomic_store(&fail_at, nth ? atomic_load(&calls) + nth : 0);
    atomic_store(&fail_onwards, onwards);
}

/* Counts one call of the system; true when it must fail, with errno set. */
static bool
refused(void)
{
    size_t call = atomic_fetch_add(&calls, 1) + 1;
    size_t at = atomic_load(&fail_at);

    if (at == 0 || call < at || (call > at && !atomic_load(&fail_onwards)))
        return false;
    errno = EIO;
    return true;
}

static int
door_open(const char *path, int flags)
{
    int fd = refused() ? -1 : open(path, flags | O_CLOEXEC, 0666);

    if (fd >= 0)
        atomic_fetch_add(&open_count, 1);
    return fd;
}

/* The descriptor is gone even when closing reports an error (Linux close(2)). */
static int
door_close(int fd)
{
    bool fail = refused();

    atomic_fetch_sub(&open_count, 1);
    if (close(fd) == 0 && !fail)
        return 0;
    errno = fail ? EIO : errno;
    return -1;
}

static ssize_t
door_read(int fd, void *bytes, size_t n, uint64_t offset)
{
    return refused() ? -1 : pread(fd, bytes, n, (off_t)offset);
}

static ssize_t
door_write(int fd, const void *bytes, size_t n)
{
    return refused() ? -1 : write(fd, bytes, n);
}

static int
door_stat(int fd, struct stat *st)
{
    return refused() ? -1 : fstat(fd, st);
}

/* --- words ---------------------------------------------------------------------------------------- */

static const char *
reason(int error)
{
    switch (error) {
    case ENOENT:
        return "no such file or folder";
    case EACCES:
    case EPERM:
        return "permission denied";
    case ENOSPC:
    case EDQUOT:
        return "the disk is full";
    case EROFS:
        return "the file system is read-only";
    case EIO:
        return "input/output error";
    case ENAMETOOLONG:
        return "the name is too long";
    case EMFILE:
    case ENFILE:
        return "too many open files";
    default:
        return strerrordesc_np(error);
    }
}

static enum fp_status
fail_input(struct fp_context *ctx, const char *path, int error)
{
    const char *hint = error == ENOENT   ? "check the name and the folder you are in"
                       : error == EACCES ? "check who may read it: ls -l"
                                         : "check the disk and the file";

    return fp__fail(ctx, FP_ERR_INPUT, "%s: cannot be read: %s" FP__HINT "%s", path, reason(error),
                    hint);
}

static enum fp_status
fail_output(struct fp_context *ctx, const char *path, int error)
{
    const char *hint = error == ENOENT   ? "make its folder first (mkdir -p)"
                       : error == ENOSPC ? "free some space; what was there before is unchanged"
                       : error == EACCES || error == EROFS ? "choose a folder you may write to"
                                                           : "check the disk and the folder";

    return fp__fail(ctx, FP_ERR_OUTPUT, "%s: cannot be written: %s" FP__HINT "%s", path,
                    reason(error), hint);
}

/* --- reading -------------------------------------------------------------------------------------- */

static enum fp_status
examine(struct fp_context *ctx, const char *path, struct fp__file *file)
{
    struct stat st;

    if (door_stat(file->fd, &st) != 0)
        return fail_input(ctx, path, errno);
    if (S_ISDIR(st.st_mode))
        return fp__fail(ctx, FP_ERR_INPUT, "%s: is a folder" FP__HINT "name the files in it: %s/*",
                        path, path);
    file->regular = S_ISREG(st.st_mode);
    file->size = file->regular ? (uint64_t)st.st_size : 0;
    return FP_OK;
}

enum fp_status
fp__file_open(struct fp_context *ctx, const char *path, struct fp__file *file)
{
    struct fp__file opened = {.fd = door_open(path, O_RDONLY)};
    enum fp_status status;

    if (opened.fd < 0)
        return fail_input(ctx, path, errno);
    status = examine(ctx, path, &opened);
    if (status != FP_OK) {
        door_close(opened.fd);
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
        ssize_t k = door_read(file->fd, (char *)bytes + done, n - done, offset + done);

        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return fail_input(ctx, path, errno);
        if (k == 0)
            break;
        done += (size_t)k;
    }
    *got = done;
    return FP_OK;
}

void
fp__file_close(struct fp__file *file)
{
    if (file->fd >= 0)
        door_close(file->fd);
    file->fd = -1;
}

/* --- this process ---------------------------------------------------------------------------------- */

/* opendir would allocate. The folder's own descriptor is counted and taken off again, as are its
 * entries "." and "..". */
static enum fp_status
count_entries(struct fp_context *ctx, const char *path, size_t *entries)
{
    _Alignas(struct dirent64) char block[4096];
    size_t n = 0;
    int fd = door_open(path, O_RDONLY | O_DIRECTORY);
    ssize_t got = 0;

    if (fd < 0)
        return fail_input(ctx, path, errno);
    while ((got = refused() ? -1 : getdents64(fd, block, sizeof block)) > 0)
        for (ssize_t at = 0; at < got; at += ((struct dirent64 *)(block + at))->d_reclen)
            n++;
    door_close(fd);
    if (got < 0)
        return fail_input(ctx, path, EIO);
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

/* --- replacing ------------------------------------------------------------------------------------ */

struct fp__replace {
    struct fp_context *ctx;
    char *path;      /* as the caller named it */
    char *target;    /* with links resolved */
    char *temporary; /* NULL: `path` is no regular file and is written directly */
    int fd;          /* -1 when not open */
    mode_t mode;     /* of the file that is replaced */
    bool replaces;   /* there is such a file */
};

/* A copy of the first n bytes of `folder` followed by `name`. */
static char *
join(const char *folder, size_t n, const char *name)
{
    size_t size = strlen(name) + 1;
    char *path = fp_alloc(n + size);

    if (path) {
        memcpy(path, folder, n);
        memcpy(path + n, name, size);
    }
    return path;
}

/* How many of the path's bytes name its folder, the slash included. */
static size_t
folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (size_t)(slash - path) + 1 : 0;
}

#define LINKS_AT_MOST 40 /* as the kernel's own limit */

/* Follows the links that the last part of *path may be, also to a target that is not there yet. */
static enum fp_status
follow_links(struct fp__replace *file)
{
    char link[4096];

    for (int i = 0; i < LINKS_AT_MOST; i++) {
        ssize_t n = refused() ? -1 : readlink(file->target, link, sizeof link - 1);
        char *next;

        if (n < 0)
            return errno == EINVAL || errno == ENOENT ? FP_OK /* no link, or nothing there yet */
                                                      : fail_output(file->ctx, file->path, errno);
        link[n] = '\0';
        next = join(file->target, link[0] == '/' ? 0 : folder_length(file->target), link);
        if (!next)
            return fp__fail_memory(file->ctx, "a file name");
        fp_free(file->target);
        file->target = next;
    }
    return fail_output(file->ctx, file->path, ELOOP);
}

/* The temporary name depends on the final name alone, so whoever writes that name next finds and
 * takes over what a killed process left. FNV-1a, 64 bits. */
static char *
temporary_name(const char *target)
{
    size_t folder = folder_length(target);
    uint64_t hash = 0xcbf29ce484222325u;
    char name[32];

    for (const char *p = target + folder; *p; p++)
        hash = (hash ^ (unsigned char)*p) * 0x100000001b3u;
    snprintf(name, sizeof name, ".fp%016llx", (unsigned long long)hash);
    return join(target, folder, name);
}

/* True when the temporary name still means the file that is open: its last owner may have renamed
 * it away between our open and our lock. */
static bool
still_there(const struct fp__replace *file)
{
    struct stat ours, named;

    return door_stat(file->fd, &ours) == 0 && !refused() && lstat(file->temporary, &named) == 0 &&
           ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

/* A name that another process has locked is that process's to remove. */
static enum fp_status
fail_lock(struct fp__replace *file)
{
    if (errno != EWOULDBLOCK)
        return fail_output(file->ctx, file->path, errno);
    door_close(file->fd);
    file->fd = -1;
    return fp__fail(file->ctx, FP_ERR_OUTPUT,
                    "%s: another process is writing this file" FP__HINT
                    "wait for it, or choose another name",
                    file->path);
}

static enum fp_status
open_temporary(struct fp__replace *file)
{
    for (int tries = 0; tries < 100; tries++) {
        file->fd = door_open(file->temporary, O_RDWR | O_CREAT | O_NOFOLLOW);
        if (file->fd < 0)
            return fail_output(file->ctx, file->path, errno);
        if (refused() || flock(file->fd, LOCK_EX | LOCK_NB) != 0)
            return fail_lock(file);
        if (still_there(file))
            return FP_OK;
        door_close(file->fd);
        file->fd = -1;
    }
    return fail_output(file->ctx, file->path, EBUSY);
}

static enum fp_status
open_beside(struct fp__replace *file)
{
    enum fp_status status = follow_links(file);

    if (status != FP_OK)
        return status;
    file->temporary = temporary_name(file->target);
    if (!file->temporary)
        return fp__fail_memory(file->ctx, "a file name");
    status = open_temporary(file);
    if (status == FP_OK && (refused() || ftruncate(file->fd, 0) != 0))
        status = fail_output(file->ctx, file->path, errno);
    return status;
}

static enum fp_status
open_directly(struct fp__replace *file)
{
    file->fd = door_open(file->path, O_WRONLY | O_NOCTTY);
    return file->fd >= 0 ? FP_OK : fail_output(file->ctx, file->path, errno);
}

/* What is there is asked for before links are followed by name: the names behind /dev/stdout mean
 * nothing as paths when it is a pipe. */
static enum fp_status
open_target(struct fp__replace *file)
{
    struct stat st;

    file->replaces = !refused() && stat(file->path, &st) == 0;
    if (!file->replaces)
        return errno == ENOENT ? open_beside(file) : fail_output(file->ctx, file->path, errno);
    if (S_ISDIR(st.st_mode))
        return fp__fail(file->ctx, FP_ERR_OUTPUT, "%s: is a folder" FP__HINT "name a file in it",
                        file->path);
    file->mode = st.st_mode & 0777;
    return S_ISREG(st.st_mode) ? open_beside(file) : open_directly(file);
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
    file->path = join(path, 0, path);
    file->target = join(path, 0, path);
    if (!file->path || !file->target) {
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

enum fp_status
fp__replace_write(struct fp__replace *file, const void *bytes, size_t n)
{
    const char *p = bytes;

    while (n > 0) {
        ssize_t k = door_write(file->fd, p, n);

        if (k < 0 && errno == EINTR)
            continue;
        if (k <= 0)
            return fail_output(file->ctx, file->path, k < 0 ? errno : EIO);
        p += k;
        n -= (size_t)k;
    }
    return FP_OK;
}

/* Network file systems say only at a close that the disk is full: a second descriptor is closed
 * while the old contents are still there. */
static bool
arrived(const struct fp__replace *file)
{
    int fd = refused() ? -1 : fcntl(file->fd, F_DUPFD_CLOEXEC, 0);

    if (fd < 0)
        return false;
    atomic_fetch_add(&open_count, 1);
    return door_close(fd) == 0;
}

/* A file that is replaced keeps its permissions; failing to set them is not worth losing it. They
 * are set last, so that what a killed process leaves can be opened again. */
static bool
move_into_place(const struct fp__replace *file)
{
    if (!arrived(file))
        return false;
    if (file->replaces)
        (void)!fchmod(file->fd, file->mode);
    return !refused() && rename(file->temporary, file->target) == 0;
}

/* Renamed before it is closed: closing gives the lock back, and whoever waits for it would empty
 * the file under its temporary name. */
enum fp_status
fp__replace_commit(struct fp__replace *file)
{
    enum fp_status status = FP_OK;

    if (file->temporary && !move_into_place(file)) {
        status = fail_output(file->ctx, file->path, errno);
        fp__replace_abandon(file);
        return status;
    }
    if (door_close(file->fd) != 0)
        status = fail_output(file->ctx, file->path, errno);
    replace_free(file);
    return status;
}

void
fp__replace_abandon(struct fp__replace *file)
{
    if (!file)
        return;
    if (file->fd >= 0 && file->temporary && !refused())
        unlink(file->temporary);
    if (file->fd >= 0)
        door_close(file->fd);
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
