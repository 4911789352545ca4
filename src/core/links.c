/* SPDX-License-Identifier: MIT */
/* links.c: symbolic links are followed by name, down to a path or an open descriptor. */
#include "core/links.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/door.h"
#include "core/status.h"

char *
fp__path_join(const char *folder, size_t n, const char *name)
{
    size_t size = strlen(name) + 1;
    char *path = fp_alloc(n + size);

    if (path) {
        memcpy(path, folder, n);
        memcpy(path + n, name, size);
    }
    return path;
}

size_t
fp__path_folder(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* The descriptor that the digits are, -1 when there is anything else. */
static int
number(const char *digits)
{
    int n = 0;
    const char *c;

    for (c = digits; *c >= '0' && *c <= '9' && n < 100000000; c++)
        n = n * 10 + (*c - '0');
    return c > digits && *c == '\0' ? n : -1;
}

/* Links to other processes' descriptors are left to be followed as any other. */
static int
find_descriptor(const char *path)
{
    static const char *const streams[] = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
    char own[48];
    const char *const folders[] = {"/dev/fd/", "/proc/self/fd/", "/proc/thread-self/fd/", own};

    for (int i = 0; i < 3; i++)
        if (strcmp(path, streams[i]) == 0)
            return i;
    snprintf(own, sizeof own, "/proc/%ld/fd/", (long)getpid());
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (strncmp(path, folders[i], strlen(folders[i])) == 0)
            return number(path + strlen(folders[i]));
    return -1;
}

/* Replaces target->path by what it is a link to; *more is false when it is none. */
static enum fp_status
follow_one(struct fp_context *ctx, const char *path, struct fp__target *target, bool *more)
{
    char link[4096];
    ssize_t n = fp__door_readlink(target->path, link, sizeof link - 1);
    char *next;

    *more = n >= 0;
    if (n < 0)
        return errno == EINVAL || errno == ENOENT ? FP_OK /* no link, or nothing there yet */
                                                  : fp__door_fail_output(ctx, path, errno);
    link[n] = '\0';
    next = fp__path_join(target->path, link[0] == '/' ? 0 : fp__path_folder(target->path), link);
    if (!next)
        return fp__fail_memory(ctx, "a file name");
    fp_free(target->path);
    target->path = next;
    return FP_OK;
}

#define LINKS_AT_MOST 40 /* as the kernel's own limit */

enum fp_status
fp__links_follow(struct fp_context *ctx, const char *path, struct fp__target *target)
{
    enum fp_status status = FP_OK;
    bool more = true;

    *target = (struct fp__target){fp__path_join(path, 0, path), -1};
    if (!target->path)
        return fp__fail_memory(ctx, "a file name");
    for (int i = 0; i <= LINKS_AT_MOST && more && status == FP_OK; i++) {
        target->descriptor = find_descriptor(target->path);
        if (target->descriptor >= 0)
            return FP_OK;
        status = follow_one(ctx, path, target, &more);
    }
    return status == FP_OK && more ? fp__door_fail_output(ctx, path, ELOOP) : status;
}
