/* SPDX-License-Identifier: MIT */
/* save.c: a figure as bytes and as a file: drawn, encoded, moved into place. */
#include <string.h>

#include "core/replace.h"
#include "core/status.h"
#include "output/format.h"
#include "render/image_canvas.h"

static enum fp_status
draw_and_write(struct fp_figure *fig, const struct fp__format *format, fp_sink_fn sink, void *data)
{
    struct fp__picture picture;
    enum fp_status status = fp__render_image(fig, &picture.raster);

    if (status != FP_OK)
        return status;
    picture.dpi = fig->body->dpi;
    picture.texts = fig->body->metadata.pairs;
    picture.text_count = fig->body->metadata.count;
    return format->write(fig->base.ctx, &picture, sink, data);
}

enum fp_status
fp_figure_write(struct fp_figure *fig, const char *name, fp_sink_fn sink, void *data)
{
    const struct fp__format *format;
    enum fp_status status = fp__figure_open(fig) ? FP_OK : FP_ERR_CLOSED;

    if (status == FP_OK)
        status = fp__format_find(fig->base.ctx, name, &format);
    return status == FP_OK ? draw_and_write(fig, format, sink, data) : status;
}

static enum fp_status
file_sink(void *data, const void *bytes, size_t n)
{
    return fp__replace_write(data, bytes, n);
}

enum fp_status
fp_figure_save_as(struct fp_figure *fig, const char *name, const char *path)
{
    const struct fp__format *format;
    struct fp__replace *file;
    enum fp_status status = fp__figure_open(fig) ? FP_OK : FP_ERR_CLOSED;

    if (status == FP_OK)
        status = fp__format_find(fig->base.ctx, name, &format);
    if (status == FP_OK)
        status = fp__replace_begin(fig->base.ctx, path, &file);
    if (status != FP_OK)
        return status;
    status = draw_and_write(fig, format, file_sink, file);
    if (status == FP_OK)
        return fp__replace_commit(file);
    fp__replace_abandon(file);
    return status;
}

enum fp_status
fp_figure_save(struct fp_figure *fig, const char *path)
{
    const char *dot = strrchr(path, '.');

    if (!fp__figure_open(fig))
        return FP_ERR_CLOSED;
    if (!dot || strchr(dot, '/'))
        return fp__fail(
            fig->base.ctx, FP_ERR_ARGUMENT,
            "%s: the name has no ending that tells the format" FP__HINT "end it in .png", path);
    return fp_figure_save_as(fig, dot + 1, path);
}
