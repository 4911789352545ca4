/* SPDX-License-Identifier: MIT */
/* bytes.c: any offset of bytes that come one after the other, through a window over the last
 * ones. */
#include "data/bytes.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"

enum { WINDOW_SIZE = 32 << 10 };

void *
fp__bytes_create(struct fp_context *ctx, const char *path, const struct fp__bytes_kind *kind,
                 size_t size)
{
    struct fp__bytes *bytes = fp_alloc(size);

    if (bytes && kind->next && !(bytes->window = fp_alloc(WINDOW_SIZE))) {
        fp_free(bytes);
        bytes = NULL;
    }
    if (!bytes) {
        fp__fail_memory(ctx, "reading a file");
        return NULL;
    }
    bytes->kind = kind;
    bytes->ctx = ctx;
    bytes->path = path;
    bytes->size = FP__SIZE_UNKNOWN;
    bytes->memory = size + (kind->next ? WINDOW_SIZE : 0);
    return bytes;
}

void
fp__bytes_peel(struct fp__bytes **bytes)
{
    struct fp__bytes *below = (*bytes)->below;

    (*bytes)->kind->close(*bytes);
    fp_free((*bytes)->window);
    fp_free(*bytes);
    *bytes = below;
}

void
fp__bytes_close(struct fp__bytes *bytes)
{
    while (bytes) {
        fp__bytes_peel(&bytes);
    }
}

bool
fp__bytes_once(const struct fp__bytes *bytes)
{
    while (bytes->below) {
        bytes = bytes->below;
    }
    return bytes->kind->next && !bytes->kind->restart;
}

size_t
fp__bytes_memory(const struct fp__bytes *bytes)
{
    size_t memory = 0;

    for (; bytes; bytes = bytes->below) {
        memory += bytes->memory;
    }
    return memory;
}

uint64_t
fp__bytes_left(const struct fp__bytes *bytes, uint64_t offset)
{
    if (bytes->size == FP__SIZE_UNKNOWN) {
        return UINT64_MAX;
    }
    return offset < bytes->size ? bytes->size - offset : 0;
}

void
fp__bytes_begin_at(struct fp__bytes *bytes, uint64_t offset)
{
    bytes->origin += offset;
    if (bytes->size != FP__SIZE_UNKNOWN) {
        bytes->size -= offset < bytes->size ? offset : bytes->size;
    }
}

/* After a failure nobody knows how far things are: the next reading begins anew, or fails again. */
static enum fp_status
call_next(struct fp__bytes *bytes, void *out, size_t n, size_t *got)
{
    enum fp_status status = bytes->kind->next(bytes, out, n, got);

    if (status < 0) {
        bytes->held_at = UINT64_MAX;
        bytes->held = 0;
    }
    return status;
}

/* What comes next, past the window: much at once is not copied twice. */
static enum fp_status
next_into(struct fp__bytes *bytes, void *out, size_t n, size_t *got)
{
    enum fp_status status = call_next(bytes, out, n, got);

    if (status == FP_OK) {
        bytes->held_at += bytes->held + *got;
        bytes->held = 0;
    }
    return status;
}

/* What comes next, into the window after the last bytes there, which stay. */
static enum fp_status
advance(struct fp__bytes *bytes, size_t *got)
{
    size_t keep = bytes->held < FP__BYTES_BACK ? bytes->held : FP__BYTES_BACK;
    enum fp_status status;

    memmove(bytes->window, bytes->window + bytes->held - keep, keep);
    bytes->held_at += bytes->held - keep;
    bytes->held = keep;
    status = call_next(bytes, bytes->window + keep, WINDOW_SIZE - keep, got);
    if (status == FP_OK) {
        bytes->held += *got;
    }
    return status;
}

static enum fp_status
restart(struct fp__bytes *bytes)
{
    if (!bytes->kind->restart) {
        return fp__fail(bytes->ctx, FP_ERR_INPUT,
                        "%s: what went by in a pipe cannot be read again" FP__HINT
                        "write it to a file first: cat > a.npy",
                        bytes->path);
    }
    bytes->held_at = 0;
    bytes->held = 0;
    return bytes->kind->restart(bytes);
}

/* Copies what the window has of the n bytes at the offset. */
static size_t
from_window(const struct fp__bytes *bytes, void *out, size_t n, uint64_t offset)
{
    uint64_t at = offset - bytes->held_at;
    size_t there = at < bytes->held ? bytes->held - (size_t)at : 0;

    n = n < there ? n : there;
    if (n > 0) {
        memcpy(out, bytes->window + at, n);
    }
    return n;
}

/* Copies from the window, or moves on by one step; *got is what came into out. *ended: no more. */
static enum fp_status
step(struct fp__bytes *bytes, void *out, size_t n, uint64_t offset, size_t *got, bool *ended)
{
    bool here = offset == bytes->held_at + bytes->held;
    enum fp_status status;

    *got = from_window(bytes, out, n, offset);
    if (*got > 0) {
        return FP_OK;
    }
    if (here && n >= WINDOW_SIZE) {
        status = next_into(bytes, out, n, got);
        *ended = *got == 0;
        return status;
    }
    status = advance(bytes, &n);
    *ended = n == 0;
    return status;
}

static enum fp_status
read_forwards(struct fp__bytes *bytes, unsigned char *out, size_t least, size_t n, uint64_t offset,
              size_t *got)
{
    enum fp_status status = offset < bytes->held_at ? restart(bytes) : FP_OK;
    bool ended = false;
    size_t done = 0;

    while (status == FP_OK && done < n && !ended) {
        size_t k = 0;

        if (done >= least && offset + done == bytes->held_at + bytes->held) {
            break; /* the rest would have to be waited for */
        }
        status = step(bytes, out + done, n - done, offset + done, &k, &ended);
        done += k;
    }
    if (status == FP_OK) {
        *got = done;
    }
    return status;
}

enum fp_status
fp__bytes_read_some(struct fp__bytes *bytes, void *out, size_t least, size_t n, uint64_t offset,
                    size_t *got)
{
    offset += bytes->origin;
    return bytes->kind->read_at ? bytes->kind->read_at(bytes, out, n, offset, got)
                                : read_forwards(bytes, out, least, n, offset, got);
}

enum fp_status
fp__bytes_read(struct fp__bytes *bytes, void *out, size_t n, uint64_t offset, size_t *got)
{
    return fp__bytes_read_some(bytes, out, n, n, offset, got);
}

enum fp_status
fp__bytes_measure(struct fp__bytes *bytes)
{
    enum fp_status status = FP_OK;
    size_t n = 1;

    while (bytes->size == FP__SIZE_UNKNOWN && n > 0 && status == FP_OK) {
        status = advance(bytes, &n);
    }
    if (bytes->size == FP__SIZE_UNKNOWN && status == FP_OK) {
        bytes->size = bytes->held_at + bytes->held - bytes->origin;
    }
    return status;
}
