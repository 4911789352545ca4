/* SPDX-License-Identifier: MIT */
/* append.c: one write for what is short, so that lines of several writers do not mix. */
#include "core/append.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>

#include "core/door.h"

/* True when all n bytes were taken; else errno says why not. */
static bool
write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t k = fp__door_write(fd, bytes, n);

        if (k < 0 && errno == EINTR)
            continue;
        if (k == 0)
            errno = EIO;
        if (k <= 0)
            return false;
        bytes += k;
        n -= (size_t)k;
    }
    return true;
}

enum fp_status
fp__file_append(struct fp_context *ctx, const char *path, const void *bytes, size_t n)
{
    int fd = fp__door_open(path, O_WRONLY | O_APPEND | O_NOCTTY);
    int error;

    if (fd < 0)
        return fp__door_fail_output(ctx, path, errno);
    error = write_all(fd, bytes, n) ? 0 : errno;
    if (fp__door_close(fd) != 0 &&
        error == 0) /* some file systems say only now that they are full */
        error = errno;
    return error ? fp__door_fail_output(ctx, path, error) : FP_OK;
}
