/* SPDX-License-Identifier: MIT */
/* bytes_file.c: the bytes of a file as they lie there, and of a pipe as they come. */
#include <string.h>

#include "core/status.h"
#include "data/bytes.h"

struct file_bytes {
    struct fp__bytes base;
    struct fp__file file;
    fp__stop_fn stop;
    void *stop_data;
};

static enum fp_status
file_read_at(struct fp__bytes *bytes, void *out, size_t n, uint64_t offset, size_t *got)
{
    struct file_bytes *b = (struct file_bytes *)bytes;

    return fp__file_read_at(bytes->ctx, &b->file, bytes->path, out, n, offset, got);
}

static enum fp_status
pipe_next(struct fp__bytes *bytes, void *out, size_t n, size_t *got)
{
    struct file_bytes *b = (struct file_bytes *)bytes;

    return fp__file_read_next(bytes->ctx, &b->file, bytes->path, out, n, b->stop, b->stop_data,
                              got);
}

static void
file_close(struct fp__bytes *bytes)
{
    fp__file_close(&((struct file_bytes *)bytes)->file);
}

static const struct fp__bytes_kind file_kind = {.read_at = file_read_at, .close = file_close};
static const struct fp__bytes_kind pipe_kind = {.next = pipe_next, .close = file_close};

enum fp_status
fp__bytes_open(struct fp_context *ctx, const char *path, fp__stop_fn stop, void *stop_data,
               struct fp__bytes **bytes)
{
    bool standard = strcmp(path, "-") == 0;
    struct fp__file file = {.fd = -1};
    enum fp_status status =
        standard ? fp__file_open_standard_input(ctx, &file) : fp__file_open(ctx, path, &file);
    bool random = file.regular && !standard;
    struct file_bytes *b;

    if (status < 0) {
        return status;
    }
    b = fp__bytes_create(ctx, path, random ? &file_kind : &pipe_kind, sizeof *b);
    if (!b) {
        fp__file_close(&file);
        return FP_ERR_MEMORY;
    }
    b->base.size = random ? file.size : FP__SIZE_UNKNOWN;
    b->file = file;
    b->stop = stop;
    b->stop_data = stop_data;
    *bytes = &b->base;
    return FP_OK;
}
