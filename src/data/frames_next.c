/* SPDX-License-Identifier: MIT */
/* frames_next.c: frame after frame, of files and of streams whose end nobody knows. */
#include "core/status.h"
#include "data/frames.h"
#include "data/layout.h"

/* Whether another frame of raw values begins; they end behind a whole description only. */
static enum fp_status
look_further(struct fp__frames_body *body, bool *more)
{
    struct fp__source *source = &body->source;
    size_t index = body->next.frame;
    unsigned char byte;
    size_t count = 0;
    size_t bytes, got = 0;
    enum fp_status status;

    fp__layout_count(&body->info.frame, &count);
    bytes = count * fp_dtype_size(body->info.frame.dtype);
    status = source->reader->read(source, &byte, 1, (uint64_t)index * bytes, &got);
    if (status == FP_OK && got == 0 && (index == 0 || index % (source->value_bytes / bytes) > 0)) {
        return fp__source_fail_partial(source, index, 0, bytes);
    }
    *more = got > 0;
    return status;
}

/* In what follows the last array. */
static enum fp_status
next_array(struct fp__frames_body *body, bool *more)
{
    enum fp_status status = FP_OK;

    *more = false;
    if (fp__bytes_once(body->source.bytes)) {
        status = fp__source_follow(&body->source, &body->options, more);
    }
    if (*more) {
        fp__frames_begin(body);
        body->next.array++;
        body->next.frame = 0;
    }
    return status;
}

static enum fp_status
find_next(struct fp__frames_body *body, bool *more)
{
    if (body->source.endless) {
        return look_further(body, more);
    }
    *more = body->next.frame < body->info.count;
    return *more ? FP_OK : next_array(body, more);
}

/* What cannot be gone on with is closed: nobody knows where in the stream it is. */
enum fp_status
fp_frames_next(struct fp_frames *frames, struct fp_array **frame, struct fp_frames_place *place)
{
    enum fp_status status = fp_frames_check(frames);
    struct fp_array *read = NULL;
    bool more = false;

    if (status == FP_OK) {
        status = find_next(frames->body, &more);
    }
    if (status == FP_OK && more) {
        status = fp_frames_read(frames, frames->body->next.frame, &read);
    }
    if (status < 0) {
        fp_close(frames);
        return status;
    }
    *frame = read;
    *place = frames->body->next;
    frames->body->next.frame += more;
    return FP_OK;
}
