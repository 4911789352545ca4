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

static bool
is_colour(size_t channels)
{
    return channels == 3 || channels == 4;
}

/* Frames in the shape, and the axes that one of them has: 0 and 0 when it cannot be drawn. */
static size_t
count_frames(const size_t *shape, int ndim, int *axes)
{
    *axes = ndim == 3 && !is_colour(shape[2]) ? 2 : ndim == 4 ? 3 : ndim;
    for (int i = 0; i < ndim; i++) {
        if (shape[i] == 0) {
            return 0;
        }
    }
    if (ndim == 2 || (ndim == 3 && is_colour(shape[2]))) {
        return 1;
    }
    if ((ndim == 3 && shape[2] != 2) || (ndim == 4 && is_colour(shape[3]))) {
        return shape[0];
    }
    return 0;
}

size_t
fp__frames_describe(const struct fp__source *source, struct fp_frames_info *info)
{
    const struct fp_layout *all = &source->layout;
    int ndim = all->ndim;
    int axes;

    info->file = source->file;
    info->member = source->member;
    info->format = source->reader->name;
    fp__typestr(all->dtype, all->swapped, info->dtype);
    info->fortran = source->fortran;
    info->ndim = all->ndim;
    memcpy(info->shape, all->shape, sizeof info->shape);
    if (source->frame_axes > 0) {
        axes = source->frame_axes;
        info->count = ndim > axes ? all->shape[0] : 1;
    } else {
        ndim -= ndim >= 3 && all->shape[ndim - 1] == 1;
        info->count = count_frames(all->shape, ndim, &axes);
    }
    if (info->count == 0) {
        return 0;
    }
    info->count = source->endless ? FP_FRAMES_UNKNOWN : info->count;
    info->frame = (struct fp_layout){.dtype = all->dtype, .swapped = all->swapped, .ndim = axes};
    for (int i = 0; i < axes; i++) {
        info->frame.shape[i] = all->shape[ndim - axes + i];
    }
    return fp_layout_pack(&info->frame, info->fortran);
}

void
fp__frames_begin(struct fp__frames_body *body)
{
    size_t bytes = fp__frames_describe(&body->source, &body->info);

    for (int i = 0; i < FP__FRAME_BUFFERS && bytes != body->frame_bytes; i++) {
        fp__buffer_unref(body->buffers[i]);
        body->buffers[i] = NULL;
    }
    body->frame_bytes = bytes;
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
    return (struct fp_frames_options){.limits = {
                                          .header = (size_t)16 << 20,
                                          .members = 100000,
                                          .pixels = (size_t)1 << 30,
                                          .ratio = 500,
                                          .ratio_from = (uint64_t)1 << 30,
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

/* Why a shape of the info cannot be drawn, and what to do. */
static const char *
explain(const struct fp_frames_info *info, const char **hint)
{
    for (int i = 0; i < info->ndim; i++) {
        if (info->shape[i] == 0) {
            *hint = "check how it was made; nothing was in it when it was saved";
            return "holds no values";
        }
    }
    *hint = "reshape it: np.save(f, a.reshape(h, w))";
    if (info->ndim == 0) {
        return "is a single number, not a picture";
    }
    if (info->ndim == 1) {
        return "is a row of numbers, not a picture";
    }
    if (info->ndim > 4) {
        *hint = "make it (N, H, W): np.save(f, a.reshape(-1, h, w))";
        return "has too many axes: frames are (N, H, W) or (N, H, W, 3|4)";
    }
    *hint = "save one channel: np.save(f, a[..., 0])";
    return "cannot be drawn: a last axis that is a channel has length 1, 3 or 4";
}

enum fp_status
fp_frames_check(struct fp_frames *frames)
{
    const struct fp_frames_info *info = fp_frames_info(frames);
    char shape[FP__SHAPE_ROOM];
    const char *hint;
    const char *why;

    if (fp_is_closed(frames)) {
        return fp__fail_closed(frames ? frames->base.ctx : NULL, "file of frames");
    }
    if (info->count > 1 && info->fortran && fp__bytes_once(frames->body->source.bytes)) {
        return fp__fail(frames->base.ctx, FP_ERR_INPUT,
                        "%s: is in Fortran order, so that its frames lie scattered over the whole "
                        "stream" FP__HINT "write it in C order: np.ascontiguousarray(a)",
                        frames->body->source.path);
    }
    if (info->count > 0) {
        return FP_OK;
    }
    why = explain(info, &hint);
    fp__shape_format(info->ndim, info->shape, shape);
    return fp__fail(frames->base.ctx, FP_ERR_INPUT, "%s: the shape %s %s" FP__HINT "%s",
                    frames->body->source.path, shape, why, hint);
}
