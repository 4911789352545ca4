/* SPDX-License-Identifier: MIT */
/* image_canvas.c: the canvas over a cairo image surface whose memory is kept from frame to
 * frame. */
#include "render/image_canvas.h"

#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "render/canvas_parts.h"

struct pixels {
    void *block;
    size_t room;
    struct fp__patches patches;
    struct fp__ground_boxes ground;
};

static void
pixels_trim(void *value)
{
    struct pixels *pixels = value;

    fp_free(pixels->block);
    fp__patches_finish(&pixels->patches);
    *pixels = (struct pixels){0};
}

static size_t
pixels_size(const void *value)
{
    const struct pixels *pixels = value;

    return fp__alloc_size(pixels->block) + fp__alloc_size(pixels->patches.store);
}

static const struct fp__slot_class pixels_class = {
    .trim = pixels_trim, .destroy = pixels_trim, .size = pixels_size, .cache = FP_CACHE_CANVAS};

static const struct fp__canvas_ops ops = {.fill = fp__canvas_fill,
                                          .line = fp__canvas_line,
                                          .clip = fp__canvas_clip,
                                          .path = fp__canvas_path,
                                          .stroke = fp__canvas_stroke,
                                          .area = fp__canvas_area,
                                          .mosaic = fp__canvas_mosaic,
                                          .group = fp__canvas_group,
                                          .ungroup = fp__canvas_ungroup,
                                          .stamp = fp__canvas_stamp,
                                          .panel = fp__canvas_panel,
                                          .image = fp__canvas_image,
                                          .text = fp__canvas_text,
                                          .extents = fp__canvas_extents,
                                          .bands = true};

/* A face that lets nothing through is drawn before all else and needs nothing below it. */
static enum fp_status
canvas_init(struct fp__image_canvas *canvas, struct fp_context *ctx, bool opaque)
{
    struct pixels *kept = fp__context_slot(ctx, FP__SLOT_CANVAS, sizeof *kept, &pixels_class);
    int bytes = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, canvas->base.width);
    size_t size = (size_t)bytes * (size_t)canvas->base.height;

    if (kept && (kept->room < size || !opaque))
        fp__ground_forget(&kept->ground);
    if (kept)
        kept->patches.asleep = kept->room == 0;
    if (!kept || !fp__cache_reserve(&kept->block, &kept->room, size))
        return fp__fail_memory(ctx, "the picture's pixels");
    if (!opaque)
        memset(kept->block, 0, size);
    canvas->ground = &kept->ground;
    canvas->patches = &kept->patches;
    canvas->pixels = kept->block;
    canvas->stride = (size_t)bytes / sizeof *canvas->pixels;
    canvas->surface = cairo_image_surface_create_for_data(
        kept->block, CAIRO_FORMAT_ARGB32, canvas->base.width, canvas->base.height, bytes);
    canvas->cr = cairo_create(canvas->surface);
    return FP_OK;
}

/* Whether cairo kept a failure: it can run out of memory past our door. */
static enum fp_status
canvas_finish(struct fp__image_canvas *canvas)
{
    cairo_status_t status;

    if (!canvas->cr)
        return FP_OK;
    fp__canvas_settle(canvas);
    cairo_surface_flush(canvas->surface);
    status = cairo_status(canvas->cr);
    cairo_destroy(canvas->cr);
    cairo_surface_destroy(canvas->surface);
    if (status != CAIRO_STATUS_SUCCESS)
        fp__patches_finish(canvas->patches); /* of what may not have been drawn */
    return status == CAIRO_STATUS_SUCCESS
               ? FP_OK
               : fp__fail(canvas->base.ctx, FP_ERR_MEMORY,
                          "drawing failed: %s" FP__HINT "use a smaller picture",
                          cairo_status_to_string(status));
}

enum fp_status
fp__render_image(struct fp_figure *fig, struct fp__raster *raster)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    struct fp__image_canvas canvas = {.base = {.ops = &ops}};
    enum fp_status status, finished;
    bool opaque;

    if (!body)
        return FP_ERR_CLOSED;
    opaque = body->facecolor.a == 255;
    canvas.base.ctx = fig->base.ctx;
    canvas.base.dpi = body->dpi;
    fp_figure_get_size_pixels(fig, &canvas.base.width, &canvas.base.height);
    status = canvas_init(&canvas, fig->base.ctx, opaque);
    if (status == FP_OK)
        status = fp__figure_draw(fig, &canvas.base);
    finished = canvas_finish(&canvas);
    if (status != FP_OK || finished != FP_OK)
        return status != FP_OK ? status : finished;
    *raster = (struct fp__raster){.width = canvas.base.width,
                                  .height = canvas.base.height,
                                  .pixels = canvas.pixels,
                                  .stride = canvas.stride,
                                  .opaque = opaque,
                                  .gray = opaque && !canvas.colored,
                                  .mapped = opaque && !canvas.unmapped};
    return FP_OK;
}
