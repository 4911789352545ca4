/* SPDX-License-Identifier: MIT */
/* reader.c: the table of input formats, and a file opened by the one that knows it. */
#include "data/reader.h"

#include "core/status.h"
#include "data/foreign.h"

static const struct fp__reader *const readers[] = {
    &fp__reader_npy,
};

enum { READERS = sizeof readers / sizeof readers[0] };

static const struct fp__reader *
find_reader(const unsigned char *head, size_t n)
{
    for (size_t i = 0; i < READERS; i++) {
        if (readers[i]->sniff(head, n)) {
            return readers[i];
        }
    }
    return NULL;
}

static enum fp_status
recognise(struct fp__source *source)
{
    unsigned char head[FP__HEAD_SIZE];
    size_t n;
    enum fp_status status;

    status = fp__bytes_read_some(source->bytes, head, FP__HEAD_LEAST, sizeof head, 0, &n);
    if (status < 0) {
        return status;
    }
    if (n == 0) {
        return fp__fail(source->ctx, FP_ERR_INPUT,
                        "%s: is empty" FP__HINT "did the program that writes it finish?",
                        source->path);
    }
    source->reader = find_reader(head, n);
    return source->reader ? FP_OK : fp__foreign_fail(source->ctx, source->path, head, n);
}

enum fp_status
fp__source_open(struct fp_context *ctx, const char *path, const struct fp_frames_options *options,
                struct fp__source *source)
{
    enum fp_status status;

    source->ctx = ctx;
    source->path = path;
    source->limits = options->limits;
    status = fp__bytes_open(ctx, path, options->stop, options->stop_data, &source->bytes);
    if (status == FP_OK) {
        status = recognise(source);
    }
    if (status == FP_OK) {
        status = source->reader->open(source);
    }
    if (status < 0) {
        fp__source_close(source);
    }
    return status;
}

void
fp__source_close(struct fp__source *source)
{
    if (source->reader) {
        source->reader->close(source);
        source->reader = NULL;
    }
    fp__bytes_close(source->bytes);
    source->bytes = NULL;
}

#define ENDED "%s: ended early while reading "
#define CHANGED "; it was changed or truncated" FP__HINT "do not write to a file while it is read"

enum fp_status
fp__source_read(struct fp__source *source, void *bytes, size_t n, uint64_t offset, size_t frame)
{
    size_t got = 0;
    enum fp_status status = source->reader->read(source, bytes, n, offset, &got);

    if (status < 0 || got == n) {
        return status;
    }
    if (frame == FP__NO_FRAME) {
        return fp__fail(source->ctx, FP_ERR_INPUT, ENDED "its values" CHANGED, source->path);
    }
    return fp__fail(source->ctx, FP_ERR_INPUT, ENDED "frame %zu" CHANGED, source->path, frame);
}
