/* SPDX-License-Identifier: MIT */
/* frames_read.c: frames, whole files and counts read from an open sequence, in bounded memory. */
#include "core/alloc.h"
#include "core/status.h"
#include "data/array.h"
#include "data/dtype.h"
#include "data/frames.h"
#include "data/range.h"
#include "data/stats.h"

static enum fp_status
check_open(struct fp_frames *frames)
{
    if (fp_is_closed(frames)) {
        return fp__fail_closed(frames ? frames->base.ctx : NULL, "file of frames");
    }
    return FP_OK;
}

static enum fp_status
check_index(struct fp_frames *frames, size_t index)
{
    enum fp_status status = fp_frames_check(frames);

    if (status < 0 || index < frames->body->info.count) {
        return status;
    }
    return fp__fail(frames->base.ctx, FP_ERR_ARGUMENT,
                    "%s: there is no frame %zu; the last one is %zu" FP__HINT
                    "frames are counted from 0",
                    frames->body->source.path, index, frames->body->info.count - 1);
}

/* A buffer that nobody else holds, a new one if need be. It stays the body's. */
static struct fp__buffer *
free_buffer(struct fp__frames_body *body)
{
    struct fp__buffer **place = &body->buffers[0];

    for (int i = 0; i < FP__FRAME_BUFFERS; i++) {
        struct fp__buffer *buffer = body->buffers[i];

        if (buffer && !fp__buffer_shared(buffer)) {
            return buffer;
        }
        place = buffer ? place : &body->buffers[i];
    }
    fp__buffer_unref(*place);
    *place = fp__buffer_create(body->cut.bytes);
    return *place;
}

static enum fp_status
read_values(struct fp__frames_body *body, size_t index, void *out)
{
    if (!body->chunk && !fp__cut_whole(&body->cut)) {
        body->chunk = fp_alloc(FP__CHUNK_SIZE);
        if (!body->chunk) {
            return fp__fail_memory(body->source.ctx, "reading frames that lie scattered");
        }
    }
    return fp__cut_read(&body->cut, &body->source, index, body->chunk, out);
}

enum fp_status
fp_frames_read(struct fp_frames *frames, size_t index, struct fp_array **frame)
{
    enum fp_status status = check_index(frames, index);
    struct fp__frames_body *body;
    struct fp__buffer *buffer;
    struct fp_array *array;

    if (status < 0) {
        return status;
    }
    body = frames->body;
    buffer = free_buffer(body);
    if (!buffer) {
        return fp__fail_memory(frames->base.ctx, "a frame");
    }
    status = read_values(body, index, fp__buffer_fill(buffer));
    if (status < 0) {
        return status;
    }
    array = fp__array_over(frames->base.ctx, buffer, fp__buffer_bytes(buffer), &body->info.frame);
    if (!array) {
        return FP_ERR_MEMORY;
    }
    *frame = array;
    return FP_OK;
}

enum fp_status
fp_frames_read_all(struct fp_frames *frames, struct fp_array **array)
{
    enum fp_status status = check_open(frames);
    struct fp_array *whole = NULL;
    struct fp__source *source;
    struct fp__buffer *buffer;

    if (status < 0) {
        return status;
    }
    source = &frames->body->source;
    buffer = fp__buffer_create(source->value_bytes);
    if (!buffer) {
        return fp__fail_memory(frames->base.ctx, "the values of a file");
    }
    status = fp__source_read(source, fp__buffer_fill(buffer), source->value_bytes, 0, FP__NO_FRAME);
    if (status == FP_OK) {
        whole = fp__array_over(frames->base.ctx, buffer, fp__buffer_bytes(buffer), &source->layout);
        status = whole ? FP_OK : FP_ERR_MEMORY;
    }
    fp__buffer_unref(buffer);
    if (whole) {
        *array = whole;
    }
    return status;
}

static void
take_stats(void *to, const struct fp__run *run, size_t n)
{
    fp__stats_add(to, run, n);
}

static void
take_range(void *to, const struct fp__run *run, size_t n)
{
    fp__range_add(to, run, n);
}

static enum fp_status
check_stop(const struct fp__frames_body *body)
{
    const struct fp_frames_options *options = &body->options;

    return options->stop && options->stop(options->stop_data)
               ? fp__fail(body->source.ctx, FP_ERR_INPUT, "%s: reading was stopped",
                          body->source.path)
               : FP_OK;
}

static enum fp_status
take_values(struct fp__frames_body *body, void *chunk, fp__take_fn take, void *to)
{
    struct fp__source *source = &body->source;
    size_t size = fp_dtype_size(source->layout.dtype);
    struct fp__run run = {chunk, (ptrdiff_t)size, source->layout.dtype, source->layout.swapped};

    for (size_t done = 0; done < source->value_bytes;) {
        size_t left = source->value_bytes - done;
        size_t n = left < FP__CHUNK_SIZE ? left : FP__CHUNK_SIZE;
        enum fp_status status = check_stop(body);

        if (status == FP_OK) {
            status = fp__source_read(source, chunk, n, done, FP__NO_FRAME);
        }
        if (status < 0) {
            return status;
        }
        take(to, &run, n / size);
        done += n;
    }
    return FP_OK;
}

enum fp_status
fp__frames_take(struct fp_frames *frames, fp__take_fn take, void *to)
{
    enum fp_status status = check_open(frames);
    void *chunk;

    if (status < 0) {
        return status;
    }
    chunk = fp_alloc(FP__CHUNK_SIZE);
    if (!chunk) {
        return fp__fail_memory(frames->base.ctx, "counting the values of a file");
    }
    status = take_values(frames->body, chunk, take, to);
    fp_free(chunk);
    return status;
}

enum fp_status
fp_frames_stats(struct fp_frames *frames, struct fp_stats *stats)
{
    struct fp__stats_sum sum;
    enum fp_status status;

    fp__stats_begin(&sum);
    status = fp__frames_take(frames, take_stats, &sum);
    if (status == FP_OK) {
        fp__stats_end(&sum, stats);
    }
    return status;
}

enum fp_status
fp_frames_range(struct fp_frames *frames, double above, double below, double *low, double *high)
{
    struct fp__range range;
    enum fp_status status;

    fp__range_begin(&range, above, below);
    status = fp__frames_take(frames, take_range, &range);
    if (status == FP_OK) {
        fp__range_end(&range, low, high);
    }
    return status;
}
