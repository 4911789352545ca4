/* SPDX-License-Identifier: MIT */
/* save.c: a figure as bytes and as a file: drawn, encoded, moved into place. */
#include <string.h>
#include <time.h>

#include "core/replace.h"
#include "core/status.h"
#include "output/format.h"
#include "output/straight.h"
#include "render/image_canvas.h"

/* Where a figure's bytes go, and what that takes. */
struct delivery {
    const struct fp_write_options *options;
    const struct fp__format *format;
    fp_sink_fn sink;
    void *data;
    struct fp_written written;
};

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Pixel after pixel as fp_figure_pixels has them, so a block of them does. */
static uint32_t
crc_of(const struct fp__raster *raster)
{
    enum { BLOCK = 1024 };
    uint8_t block[BLOCK * 4];
    uint32_t crc = 0;

    for (int y = 0; y < raster->height; y++) {
        const uint32_t *row = raster->pixels + (size_t)y * raster->stride;

        for (size_t x = 0, n; x < (size_t)raster->width; x += n) {
            n = (size_t)raster->width - x < BLOCK ? (size_t)raster->width - x : BLOCK;
            fp__straight_rgba(block, row + x, n);
            crc = fp_crc32(crc, block, n * 4);
        }
    }
    return crc;
}

static enum fp_status
timed_sink(void *data, const void *bytes, size_t n)
{
    struct delivery *d = data;
    double began = now();
    enum fp_status status = d->sink(d->data, bytes, n);

    d->written.delivered += now() - began;
    return status;
}

static enum fp_status
draw_and_write(struct fp_figure *fig, struct delivery *d)
{
    struct fp__picture picture;
    double began = now();
    enum fp_status status = fp__render_image(fig, &picture.raster);

    d->written.drawing = now() - began;
    if (status != FP_OK)
        return status;
    if (d->options->crc)
        d->written.crc = crc_of(&picture.raster);
    picture.dpi = fig->body->dpi;
    picture.texts = fig->body->metadata.pairs;
    picture.text_count = fig->body->metadata.count;
    began = now();
    status = d->format->write(fig->base.ctx, &picture, timed_sink, d);
    d->written.encoding = now() - began - d->written.delivered;
    return status;
}

/* The format by name. */
static enum fp_status
begin(struct fp_figure *fig, const char *name, struct delivery *d)
{
    return fp__figure_open(fig) ? fp__format_find(fig->base.ctx, name, &d->format) : FP_ERR_CLOSED;
}

enum fp_status
fp_figure_write_with(struct fp_figure *fig, fp_sink_fn sink, void *data,
                     const struct fp_write_options *options, struct fp_written *written)
{
    struct delivery d = {.options = options, .sink = sink, .data = data};
    enum fp_status status = begin(fig, options->format, &d);

    if (status == FP_OK)
        status = draw_and_write(fig, &d);
    if (status == FP_OK)
        *written = d.written;
    return status;
}

enum fp_status
fp_figure_write(struct fp_figure *fig, const char *name, fp_sink_fn sink, void *data)
{
    struct fp_write_options options = {.format = name};
    struct fp_written written;

    return fp_figure_write_with(fig, sink, data, &options, &written);
}

static enum fp_status
file_sink(void *data, const void *bytes, size_t n)
{
    return fp__replace_write(data, bytes, n);
}

static enum fp_status
write_to_file(struct fp_figure *fig, const char *path, struct delivery *d)
{
    struct fp__replace *file;
    double began = now();
    enum fp_status status = fp__replace_begin(fig->base.ctx, path, &file);

    if (status != FP_OK)
        return status;
    d->sink = file_sink;
    d->data = file;
    double opened = now();
    status = d->options->keep ? fp__replace_keep(file) : FP_OK;
    if (status == FP_OK)
        status = draw_and_write(fig, d);
    if (status != FP_OK) {
        fp__replace_abandon(file);
        return status;
    }
    double drawn = now();
    status = fp__replace_commit(file);
    d->written.delivered += opened - began + now() - drawn;
    return status;
}

static const char *
ending_of(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot && !strchr(dot, '/') ? dot + 1 : NULL;
}

enum fp_status
fp_figure_save_with(struct fp_figure *fig, const char *path, const struct fp_write_options *options,
                    struct fp_written *written)
{
    struct delivery d = {.options = options};
    const char *name = options->format ? options->format : ending_of(path);

    if (!fp__figure_open(fig))
        return FP_ERR_CLOSED;
    if (!name)
        return fp__fail(
            fig->base.ctx, FP_ERR_ARGUMENT,
            "%s: the name has no ending that tells the format" FP__HINT "end it in .png", path);
    enum fp_status status = begin(fig, name, &d);
    if (status == FP_OK)
        status = write_to_file(fig, path, &d);
    if (status == FP_OK)
        *written = d.written;
    return status;
}

enum fp_status
fp_figure_save_as(struct fp_figure *fig, const char *name, const char *path)
{
    struct fp_write_options options = {.format = name};
    struct fp_written written;

    return fp_figure_save_with(fig, path, &options, &written);
}

enum fp_status
fp_figure_save(struct fp_figure *fig, const char *path)
{
    return fp_figure_save_as(fig, NULL, path);
}
