/* SPDX-License-Identifier: MIT */
/* lines.c: one write for what is short, so that a reader finds whole lines. */
#include "core/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>

#include "core/alloc.h"
#include "core/door.h"
#include "core/links.h"
#include "core/replace.h"
#include "core/status.h"

struct fp_lines {
    struct fp_context *ctx;
    char *path;
    int fd;        /* -1 when not open */
    bool regular;  /* what was written can be cut off again */
    bool left;     /* the reader went away */
    uint64_t size; /* of the whole lines */
    fp__stop_fn stop;
    void *stop_data;
};

/* A FIFO does not block, so that waiting for its reader can be stopped. */
static bool
wait_a_moment(void *lines)
{
    const struct fp_lines *l = lines;
    static const struct timespec moment = {.tv_nsec = 10000000};

    if (l->stop && l->stop(l->stop_data))
        return false;
    nanosleep(&moment, NULL);
    return true;
}

/* Where cutting back fails, too, the line that is not whole stays the last one. */
enum fp_status
fp__lines_add(struct fp_lines *l, const void *line, size_t n)
{
    int error;

    if (fp__door_write_all(l->fd, line, n, wait_a_moment, l)) {
        l->size += n;
        return FP_OK;
    }
    error = errno;
    l->left = error == EPIPE;
    if (l->regular)
        (void)fp__door_cut(l->fd, l->size);
    return fp__door_fail_output(l->ctx, l->path, error);
}

static enum fp_status
open_file(struct fp_lines *l, const void *line, size_t n)
{
    enum fp_status status = fp__file_replace(l->ctx, l->path, line, n);

    if (status != FP_OK)
        return status;
    l->regular = true;
    l->size = n;
    l->fd = fp__door_open(l->path, O_WRONLY | O_APPEND | O_NOCTTY);
    return l->fd >= 0 ? FP_OK : fp__door_fail_output(l->ctx, l->path, errno);
}

static enum fp_status
open_directly(struct fp_lines *l, bool fifo, const void *line, size_t n)
{
    do {
        l->fd = fp__door_open(l->path, O_WRONLY | O_NOCTTY | (fifo ? O_NONBLOCK : 0));
    } while (l->fd < 0 && fifo && errno == ENXIO && wait_a_moment(l));
    return l->fd >= 0 ? fp__lines_add(l, line, n) : fp__door_fail_output(l->ctx, l->path, errno);
}

/* The file behind a descriptor has others who write it: it is theirs to cut. */
static enum fp_status
open_duplicate(struct fp_lines *l, int descriptor, const void *line, size_t n)
{
    l->fd = fp__door_duplicate(descriptor);
    return l->fd >= 0 ? fp__lines_add(l, line, n) : fp__door_fail_output(l->ctx, l->path, errno);
}

static enum fp_status
open_followed(struct fp_lines *l, const void *line, size_t n)
{
    struct fp__target target;
    enum fp_status status = fp__links_follow(l->ctx, l->path, &target);

    fp_free(target.path);
    if (status != FP_OK)
        return status;
    return target.descriptor < 0 ? open_file(l, line, n)
                                 : open_duplicate(l, target.descriptor, line, n);
}

static enum fp_status
begin(struct fp_lines *l, const char *path, const void *line, size_t n)
{
    struct stat st;

    l->path = fp_alloc(strlen(path) + 1);
    if (!l->path)
        return fp__fail_memory(l->ctx, "a file name");
    strcpy(l->path, path);
    if (fp__door_stat(path, &st) != 0 || S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))
        return open_followed(l, line, n);
    return open_directly(l, S_ISFIFO(st.st_mode), line, n);
}

enum fp_status
fp__lines_begin(struct fp_context *ctx, const char *path, const void *line, size_t n,
                fp__stop_fn stop, void *stop_data, struct fp_lines **out)
{
    struct fp_lines *l = fp_alloc(sizeof *l);
    enum fp_status status;

    if (!l)
        return fp__fail_memory(ctx, "a file name");
    *l = (struct fp_lines){.ctx = ctx, .fd = -1, .stop = stop, .stop_data = stop_data};
    status = begin(l, path, line, n);
    *out = l;
    return status;
}

bool
fp__lines_left(const struct fp_lines *l)
{
    return l && l->left;
}

/* Some file systems say only now that they are full. */
enum fp_status
fp__lines_end(struct fp_lines *l)
{
    enum fp_status status = FP_OK;

    if (!l)
        return FP_OK;
    if (l->fd >= 0 && fp__door_close(l->fd) != 0)
        status = fp__door_fail_output(l->ctx, l->path, errno);
    fp_free(l->path);
    fp_free(l);
    return status;
}
