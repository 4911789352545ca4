/* SPDX-License-Identifier: MIT */
/* door.c: the only file that opens, reads, writes, renames, removes and closes files. */
#include "core/door.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/file.h"
#include "core/refuse.h"
#include "core/status.h"

static atomic_size_t open_count;
static struct fp__refusal door;

size_t
fp__file_open_count(void)
{
    return atomic_load(&open_count);
}

size_t
fp__file_calls(void)
{
    return atomic_load(&door.calls);
}

void
fp__file_fail_at(size_t nth, bool onwards)
{
    fp__refuse_at(&door, nth, onwards);
}

static bool
refused(void)
{
    if (!fp__refused(&door))
        return false;
    errno = EIO;
    return true;
}

/* --- descriptors ------------------------------------------------------------------------------ */

static int
opened(int fd)
{
    if (fd >= 0)
        fp__add(&open_count, 1);
    return fd;
}

int
fp__door_open(const char *path, int flags)
{
    return refused() ? -1 : opened(open(path, flags | O_CLOEXEC, 0666));
}

int
fp__door_duplicate(int fd)
{
    return refused() ? -1 : opened(fcntl(fd, F_DUPFD_CLOEXEC, 0));
}

/* The descriptor is gone even when closing reports an error (Linux close(2)). */
int
fp__door_close(int fd)
{
    bool fail = refused();

    fp__add(&open_count, (size_t)-1);
    if (close(fd) == 0 && !fail)
        return 0;
    errno = fail ? EIO : errno;
    return -1;
}

ssize_t
fp__door_read(int fd, void *bytes, size_t n, uint64_t offset)
{
    return refused() ? -1 : pread(fd, bytes, n, (off_t)offset);
}

ssize_t
fp__door_read_next(int fd, void *bytes, size_t n)
{
    return refused() ? -1 : read(fd, bytes, n);
}

int
fp__door_wait(int fd, int milliseconds)
{
    struct pollfd wanted = {.fd = fd, .events = POLLIN};

    return refused() ? -1 : poll(&wanted, 1, milliseconds);
}

static ssize_t
write_some(int fd, const void *bytes, size_t n)
{
    return refused() ? -1 : write(fd, bytes, n);
}

bool
fp__door_write_all(int fd, const void *bytes, size_t n, bool (*again)(void *data), void *data)
{
    const char *p = bytes;

    while (n > 0) {
        ssize_t k = write_some(fd, p, n);

        if (k < 0 && (errno == EINTR || (errno == EAGAIN && again && again(data))))
            continue;
        if (k == 0)
            errno = EIO;
        if (k <= 0)
            return false;
        p += k;
        n -= (size_t)k;
    }
    return true;
}

ssize_t
fp__door_entries(int fd, void *block, size_t size)
{
    return refused() ? -1 : getdents64(fd, block, size);
}

int
fp__door_fstat(int fd, struct stat *st)
{
    return refused() ? -1 : fstat(fd, st);
}

int
fp__door_lock(int fd)
{
    return refused() ? -1 : flock(fd, LOCK_EX | LOCK_NB);
}

int
fp__door_cut(int fd, uint64_t size)
{
    return refused() ? -1 : ftruncate(fd, (off_t)size);
}

/* Not made to fail: whoever sets a mode goes on without it. */
int
fp__door_chmod(int fd, mode_t mode)
{
    return fchmod(fd, mode);
}

/* --- names ------------------------------------------------------------------------------------ */

int
fp__door_stat(const char *path, struct stat *st)
{
    return refused() ? -1 : stat(path, st);
}

int
fp__door_lstat(const char *path, struct stat *st)
{
    return refused() ? -1 : lstat(path, st);
}

ssize_t
fp__door_readlink(const char *path, char *link, size_t room)
{
    return refused() ? -1 : readlink(path, link, room);
}

int
fp__door_rename(const char *from, const char *to)
{
    return refused() ? -1 : rename(from, to);
}

/* File systems that cannot do it at once (EINVAL) are asked first, which leaves a moment in
 * between. */
int
fp__door_rename_new(const char *from, const char *to)
{
    struct stat st;

    if (refused())
        return -1;
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL)
        return -1;
    if (lstat(to, &st) == 0) {
        errno = EEXIST;
        return -1;
    }
    return rename(from, to);
}

int
fp__door_unlink(const char *path)
{
    return refused() ? -1 : unlink(path);
}

int
fp__door_mkdir(const char *path)
{
    return refused() ? -1 : mkdir(path, 0777);
}

/* --- words ------------------------------------------------------------------------------------ */

static const char *
reason(int error)
{
    switch (error) {
    case ENOENT:
        return "no such file or folder";
    case EBADF:
        return "it is closed";
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

enum fp_status
fp__door_fail_input(struct fp_context *ctx, const char *path, int error)
{
    const char *hint = error == ENOENT   ? "check the name and the folder you are in"
                       : error == EACCES ? "check who may read it: ls -l"
                       : error == EBADF  ? "give it something to read: a pipe, or < FILE"
                                         : "check the disk and the file";

    return fp__fail(ctx, FP_ERR_INPUT, "%s: cannot be read: %s" FP__HINT "%s", path, reason(error),
                    hint);
}

enum fp_status
fp__door_fail_output(struct fp_context *ctx, const char *path, int error)
{
    const char *hint = error == ENOENT   ? "make its folder first (mkdir -p)"
                       : error == ENOSPC ? "free some space; what was there before is unchanged"
                       : error == EACCES || error == EROFS ? "choose a folder you may write to"
                                                           : "check the disk and the folder";

    return fp__fail(ctx, FP_ERR_OUTPUT, "%s: cannot be written: %s" FP__HINT "%s", path,
                    reason(error), hint);
}
