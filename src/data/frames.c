/* SPDX-License-Identifier: MIT */
/* frames.c: a file opened as a sequence of frames: what its shape means. */
#include "data/frames.h"

#include <string.h>

#include "core/alloc.h"
#include "core/object.h"
#include "core/status.h"
#include "data/dtype.h"
#include "data/layout.h"

static void
frames_close(struct fp_object *obj)
{
    struct fp_frames *frames = (struct fp_frames *)obj;
    struct fp__frames_body *body = frames->body;

    if (!body) {
        return;
    }
    fp__source_close(&body->source);
    for (int i = 0; i < FP__FRAME_BUFFERS; i++) {
        fp__buffer_unref(body->buffers[i]);
    }
    fp_free(body->chunk);
    fp_free(body);
    frames->body = NULL;
}

static size_t
frames_bytes(const struct fp_object *obj)
{
    const struct fp__frames_body *body = ((const struct fp_frames *)obj)->body;
    size_t bytes;

    if (!body) {
        return 0;
    }
    bytes = sizeof *body + fp__source_size(&body->source) + (body->chunk ? FP__CHUNK_SIZE : 0);
    for (int i = 0; i < FP__FRAME_BUFFERS; i++) {
        bytes += body->buffers[i] ? fp__buffer_size(body->buffers[i]) : 0;
    }
    return bytes;
}

static const struct fp_class frames_class = {
    .name = "frames",
    .size = sizeof(struct fp_frames),
    .close = frames_close,
    .bytes = frames_bytes,
};

void
fp__frames_describe(const struct fp__source *source, const struct fp_frames_options *options,
                    struct fp_frames_info *info, struct fp__cut *cut)
{
    const struct fp_layout *all = &source->layout;

    fp__cut_make(cut, all, source->frame_axes, options);
    info->file = source->file;
    info->member = source->member;
    info->format = source->reader->name;
    fp__typestr(all->dtype, all->swapped, info->dtype);
    info->fortran = source->fortran;
    info->scattered = cut->span > cut->bytes;
    info->ndim = all->ndim;
    memcpy(info->shape, all->shape, sizeof info->shape);
    info->count = source->endless && cut->count > 0 ? FP_FRAMES_UNKNOWN : cut->count;
    info->frame = cut->frame;
}

void
fp__frames_begin(struct fp__frames_body *body)
{
    size_t bytes = body->cut.bytes;

    fp__frames_describe(&body->source, &body->options, &body->info, &body->cut);
    for (int i = 0; i < FP__FRAME_BUFFERS && bytes != body->cut.bytes; i++) {
        fp__buffer_unref(body->buffers[i]);
        body->buffers[i] = NULL;
    }
}

static enum fp_status
open_file(struct fp_frames *frames, const char *path, const struct fp_frames_options *options)
{
    struct fp_context *ctx = frames->base.ctx;
    struct fp__frames_body *body = frames->body = fp_alloc(sizeof *body);
    enum fp_status status;

    if (!body) {
        return fp__fail_memory(ctx, "the frames of a file");
    }
    body->options = *options;
    body->options.member = body->options.raw = NULL;
    status = fp__source_open(ctx, path, options, &body->source);
    if (status == FP_OK) {
        fp__frames_begin(body);
    }
    return status;
}

struct fp_frames_options
fp_frames_defaults(void)
{
    return (struct fp_frames_options){.frame_axis = FP_AXIS_AUTO,
                                      .channel_axis = FP_AXIS_AUTO,
                                      .limits = {
                                          .header = (size_t)16 << 20,
                                          .members = 100000,
                                          .pixels = (size_t)1 << 30,
                                          .ratio = 500,
                                          .ratio_from = (uint64_t)1 << 30,
                                          .text = (size_t)1 << 30,
                                          .line = (size_t)16 << 20,
                                          .columns = 100000,
                                      }};
}

struct fp_frames *
fp_frames_open(struct fp_context *ctx, const char *path)
{
    struct fp_frames_options options = fp_frames_defaults();

    return fp_frames_open_with(ctx, path, &options);
}

struct fp_frames *
fp_frames_open_with(struct fp_context *ctx, const char *path,
                    const struct fp_frames_options *options)
{
    struct fp_frames *frames;

    if (!path) {
        fp__fail(ctx, FP_ERR_ARGUMENT, "frames: the path is NULL");
        return NULL;
    }
    frames = fp_object_create(ctx, &frames_class);
    if (frames && open_file(frames, path, options) < 0) {
        fp_unref(frames);
        return NULL;
    }
    return frames;
}

const struct fp_frames_info *
fp_frames_info(const struct fp_frames *frames)
{
    return frames && frames->body ? &frames->body->info : NULL;
}

enum fp_status
fp_frames_check(struct fp_frames *frames)
{
    const struct fp_frames_info *info = fp_frames_info(frames);
    char shape[FP__SHAPE_ROOM];

    if (fp_is_closed(frames)) {
        return fp__fail_closed(frames ? frames->base.ctx : NULL, "file of frames");
    }
    if (info->count > 1 && info->scattered && fp__bytes_once(frames->body->source.bytes)) {
        return fp__fail(frames->base.ctx, FP_ERR_INPUT,
                        "%s: a frame's values lie scattered over the whole stream" FP__HINT
                        "write frame after frame: np.ascontiguousarray(a), with the frames' axis "
                        "first",
                        frames->body->source.path);
    }
    if (info->count > 0) {
        return FP_OK;
    }
    fp__shape_format(info->ndim, info->shape, shape);
    return fp__fail(frames->base.ctx, FP_ERR_INPUT, "%s: the shape %s %s" FP__HINT "%s",
                    frames->body->source.path, shape, frames->body->cut.why,
                    frames->body->cut.hint);
}
