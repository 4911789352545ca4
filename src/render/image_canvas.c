/* SPDX-License-Identifier: MIT */
/* image_canvas.c: the canvas over a cairo image surface whose memory is kept from frame to
 * frame. */
#include "render/image_canvas.h"

#include <math.h>
#include <string.h>

#include <cairo.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "render/cover.h"
#include "render/dense.h"
#include "render/fonts.h"

struct pixels {
    void *block;
    size_t room;
};

static void
pixels_trim(void *value)
{
    struct pixels *pixels = value;

    fp_free(pixels->block);
    *pixels = (struct pixels){0};
}

static const struct fp__slot_class pixels_class = {.trim = pixels_trim, .destroy = pixels_trim};

struct image_canvas {
    struct fp__canvas base;
    cairo_surface_t *surface;
    cairo_t *cr;
    uint32_t *pixels; /* the surface's own */
    size_t stride;    /* in pixels */
    size_t points;    /* of the path */
};

/* --- operations ------------------------------------------------------------------------------- */

static cairo_t *
with_color(struct fp__canvas *canvas, struct fp_color c)
{
    cairo_t *cr = ((struct image_canvas *)canvas)->cr;

    cairo_set_source_rgba(cr, c.r / 255., c.g / 255., c.b / 255., c.a / 255.);
    return cr;
}

/* Cairo's coordinates wrap around at 2²³; nothing beyond 2²⁰ is on any canvas. */
static double
bounded(double v)
{
    return fp__clamp(v, -0x1p20, 0x1p20);
}

static void
fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, struct fp_color color)
{
    cairo_t *cr = with_color(canvas, color);

    x0 = bounded(x0);
    y0 = bounded(y0);
    cairo_rectangle(cr, x0, y0, bounded(x1) - x0, bounded(y1) - y0);
    cairo_fill(cr);
}

static void
line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, double width, bool butt,
     struct fp_color color)
{
    cairo_t *cr = with_color(canvas, color);

    cairo_set_line_width(cr, width);
    cairo_set_line_cap(cr, butt ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
    cairo_move_to(cr, bounded(x0), bounded(y0));
    cairo_line_to(cr, bounded(x1), bounded(y1));
    cairo_stroke(cr);
}

static void
path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    cairo_t *cr = ((struct image_canvas *)canvas)->cr;

    ((struct image_canvas *)canvas)->points += n;
    for (size_t i = 0; i < n; i++) {
        if (isfinite(x[i]) && isfinite(y[i]))
            cairo_line_to(cr, bounded(x[i]), bounded(y[i])); /* after a gap it begins a new piece */
        else
            cairo_new_sub_path(cr);
    }
}

static void
clip(struct fp__canvas *canvas, const double box[4])
{
    cairo_t *cr = ((struct image_canvas *)canvas)->cr;

    cairo_reset_clip(cr);
    if (!box)
        return;
    cairo_rectangle(cr, bounded(box[0]), bounded(box[1]), bounded(box[2]) - bounded(box[0]),
                    bounded(box[3]) - bounded(box[1]));
    cairo_clip(cr);
}

static const cairo_line_join_t joins[] = {[FP__JOIN_ROUND] = CAIRO_LINE_JOIN_ROUND,
                                          [FP__JOIN_MITER] = CAIRO_LINE_JOIN_MITER,
                                          [FP__JOIN_BEVEL] = CAIRO_LINE_JOIN_BEVEL};

static void
stroke(struct fp__canvas *canvas, const struct fp__stroke *s)
{
    cairo_t *cr = with_color(canvas, s->color);

    cairo_save(cr);
    cairo_set_line_width(cr, bounded(s->width));
    cairo_set_line_join(cr, joins[s->join]);
    cairo_set_miter_limit(cr, fmax(s->width, 1));
    cairo_set_line_cap(cr, s->round_ends ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cr, s->dashes, s->dash_count, s->dash_start);
    cairo_stroke(cr);
    cairo_restore(cr);
    ((struct image_canvas *)canvas)->points = 0;
}

/* A group is one byte per pixel of the clip. */
static void
group(struct fp__canvas *canvas)
{
    cairo_t *cr = ((struct image_canvas *)canvas)->cr;

    cairo_push_group_with_content(cr, CAIRO_CONTENT_ALPHA);
    cairo_set_operator(cr, CAIRO_OPERATOR_ADD);
}

static void
ungroup(struct fp__canvas *canvas, struct fp_color color)
{
    cairo_pattern_t *cover = cairo_pop_group(((struct image_canvas *)canvas)->cr);

    cairo_mask(with_color(canvas, color), cover);
    cairo_pattern_destroy(cover);
}

static struct fp__ground
find_ground(const struct image_canvas *canvas)
{
    struct fp__ground ground = {.pixels = canvas->pixels, .stride = canvas->stride};
    double x0, y0, x1, y1;

    cairo_clip_extents(canvas->cr, &x0, &y0, &x1, &y1);
    ground.clip[0] = (int)fmax(floor(x0 + .5), 0);
    ground.clip[1] = (int)fmax(floor(y0 + .5), 0);
    ground.clip[2] = (int)fmin(floor(x1 + .5), canvas->base.width);
    ground.clip[3] = (int)fmin(floor(y1 + .5), canvas->base.height);
    return ground;
}

/* The same pixels as cairo's, of areas that it would take minutes for. */
static bool
area_of_many_edges(struct image_canvas *canvas, struct fp_color color)
{
    struct fp__ground ground = find_ground(canvas);
    struct fp__cover cover;
    cairo_path_t *path;
    bool covered;

    if (canvas->points < FP__DENSE_POINTS || cairo_get_group_target(canvas->cr) != canvas->surface)
        return false;
    path = cairo_copy_path_flat(canvas->cr);
    covered = path->status == CAIRO_STATUS_SUCCESS && fp__dense_cover(path, ground.clip, &cover);
    cairo_path_destroy(path);
    if (!covered)
        return false;
    cairo_new_path(canvas->cr);
    if (color.a == 255) {
        cairo_surface_flush(canvas->surface);
        fp__cover_fill(&cover, &ground, color);
        cairo_surface_mark_dirty(canvas->surface);
    } else {
        cairo_mask_surface(with_color(&canvas->base, color), cover.surface, cover.x, cover.y);
    }
    fp__cover_finish(&cover);
    return true;
}

static void
area(struct fp__canvas *canvas, struct fp_color color)
{
    if (!area_of_many_edges((struct image_canvas *)canvas, color))
        cairo_fill(with_color(canvas, color));
    ((struct image_canvas *)canvas)->points = 0;
}

static void
mosaic(struct fp__canvas *canvas, struct fp_color color)
{
    cairo_t *cr = ((struct image_canvas *)canvas)->cr;

    cairo_set_antialias(cr, CAIRO_ANTIALIAS_NONE);
    cairo_fill(with_color(canvas, color));
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_DEFAULT);
    ((struct image_canvas *)canvas)->points = 0;
}

/* --- stamps ----------------------------------------------------------------------------------- */

static void
stamp_path(struct fp__canvas *canvas, const struct fp__stamp *s)
{
    path(canvas, s->x, s->y, s->n);
    if (s->closed)
        cairo_close_path(((struct image_canvas *)canvas)->cr);
}

/* Draws it once at a place. */
static void
stamp_at(struct fp__canvas *canvas, const struct fp__stamp *s, double x, double y)
{
    cairo_t *cr = ((struct image_canvas *)canvas)->cr;

    cairo_translate(cr, x, y);
    if (s->face.a > 0) {
        stamp_path(canvas, s);
        area(canvas, s->face);
    }
    if (s->edge.width > 0 && s->edge.color.a > 0) {
        stamp_path(canvas, s);
        stroke(canvas, &s->edge);
    }
    cairo_identity_matrix(cr);
}

/* What its path reaches, with half the width of its edge and the miter's share around. */
static void
find_reach(const struct fp__stamp *s, double box[4])
{
    double around = s->edge.width * fmax(s->edge.width, 1) / 2 + 1;

    box[0] = box[1] = INFINITY;
    box[2] = box[3] = -INFINITY;
    for (size_t i = 0; i < s->n; i++) {
        box[0] = fmin(box[0], s->x[i] - around);
        box[1] = fmin(box[1], s->y[i] - around);
        box[2] = fmax(box[2], s->x[i] + around);
        box[3] = fmax(box[3], s->y[i] + around);
    }
}

/* Finds what the face covers, or else the edge; false when there is nothing, or too much. */
static bool
cover_stamp(struct fp__cover *cover, const struct fp__stamp *s, bool edge, const double box[4])
{
    struct fp__stroke opaque = s->edge;
    struct image_canvas canvas = {.cr = fp__cover_begin(cover, box)};

    if (!canvas.cr)
        return false;
    opaque.color = FP_BLACK;
    stamp_path(&canvas.base, s);
    if (edge)
        stroke(&canvas.base, &opaque);
    else
        area(&canvas.base, FP_BLACK);
    cairo_destroy(canvas.cr);
    cairo_surface_flush(cover->surface);
    return cairo_surface_status(cover->surface) == CAIRO_STATUS_SUCCESS;
}

/* The same pixels as stamp_at's, at many places. */
static bool
stamp_covers(struct image_canvas *canvas, const struct fp__stamp *s, const double *x,
             const double *y, size_t n)
{
    bool has_face = s->face.a > 0, has_edge = s->edge.width > 0 && s->edge.color.a > 0;
    struct fp__ground ground = find_ground(canvas);
    struct fp__cover face = {0}, edge = {0};
    double box[4];
    bool covered;

    find_reach(s, box);
    covered = (!has_face || cover_stamp(&face, s, false, box)) &&
              (!has_edge || cover_stamp(&edge, s, true, box));
    cairo_surface_flush(canvas->surface);
    for (size_t i = 0; covered && i < n; i++) {
        if (has_face)
            fp__cover_blend(&face, &ground, s->face, (int)x[i], (int)y[i]);
        if (has_edge)
            fp__cover_blend(&edge, &ground, s->edge.color, (int)x[i], (int)y[i]);
    }
    cairo_surface_mark_dirty(canvas->surface);
    fp__cover_finish(&face);
    fp__cover_finish(&edge);
    return covered;
}

static void
stamp(struct fp__canvas *canvas, const struct fp__stamp *s, const double *x, const double *y,
      size_t n)
{
    if (n > 1 && stamp_covers((struct image_canvas *)canvas, s, x, y, n))
        return;
    for (size_t i = 0; i < n; i++)
        stamp_at(canvas, s, x[i], y[i]);
}

static void
panel(struct fp__canvas *canvas, const double box[4], double radius, struct fp_color color,
      double edge_width, struct fp_color edge)
{
    cairo_t *cr = with_color(canvas, color);
    double x0 = bounded(box[0]) + radius, y0 = bounded(box[1]) + radius;
    double x1 = bounded(box[2]) - radius, y1 = bounded(box[3]) - radius;

    cairo_new_path(cr);
    cairo_arc(cr, x1, y0, radius, -M_PI / 2, 0);
    cairo_arc(cr, x1, y1, radius, 0, M_PI / 2);
    cairo_arc(cr, x0, y1, radius, M_PI / 2, M_PI);
    cairo_arc(cr, x0, y0, radius, M_PI, 3 * M_PI / 2);
    cairo_close_path(cr);
    cairo_fill_preserve(cr);
    with_color(canvas, edge);
    cairo_set_line_width(cr, edge_width);
    cairo_stroke(cr);
}

/* Opaque pixels need no compositing: they are copied into the surface's memory. */
static void
copy_pixels(struct image_canvas *canvas, const struct fp__blit *b)
{
    cairo_surface_flush(canvas->surface);
    for (int row = 0; row < b->height; row++)
        memcpy(canvas->pixels + (size_t)(b->y + row) * canvas->stride + b->x,
               b->pixels + (size_t)row * b->stride, (size_t)b->width * sizeof *b->pixels);
    cairo_surface_mark_dirty_rectangle(canvas->surface, b->x, b->y, b->width, b->height);
}

static void
blend_pixels(struct image_canvas *canvas, const struct fp__blit *b)
{
    cairo_surface_t *image = cairo_image_surface_create_for_data(
        (unsigned char *)(uintptr_t)b->pixels, CAIRO_FORMAT_ARGB32, b->width, b->height,
        (int)(b->stride * sizeof *b->pixels));

    cairo_set_source_surface(canvas->cr, image, b->x, b->y);
    cairo_rectangle(canvas->cr, b->x, b->y, b->width, b->height);
    cairo_fill(canvas->cr);
    cairo_set_source_rgb(canvas->cr, 0, 0, 0); /* lets go of the image */
    cairo_surface_destroy(image);
}

static void
image(struct fp__canvas *canvas, const struct fp__blit *b)
{
    if (b->opaque)
        copy_pixels((struct image_canvas *)canvas, b);
    else
        blend_pixels((struct image_canvas *)canvas, b);
}

static enum fp_status
text(struct fp__canvas *canvas, const struct fp__words *words)
{
    struct fp__words near = *words;
    bool whole = fmod(words->angle, 90) == 0;

    near.x = whole ? floor(bounded(words->x) + .5) : bounded(words->x);
    near.y = whole ? floor(bounded(words->y) + .5) : bounded(words->y);
    return fp__fonts_draw(canvas->ctx, ((struct image_canvas *)canvas)->cr, &near);
}

static enum fp_status
extents(struct fp__canvas *canvas, const struct fp__words *words, struct fp__extents *e)
{
    return fp__fonts_extents(canvas->ctx, words, e);
}

static const struct fp__canvas_ops ops = {.fill = fill,
                                          .line = line,
                                          .clip = clip,
                                          .path = path,
                                          .stroke = stroke,
                                          .area = area,
                                          .mosaic = mosaic,
                                          .group = group,
                                          .ungroup = ungroup,
                                          .stamp = stamp,
                                          .panel = panel,
                                          .image = image,
                                          .text = text,
                                          .extents = extents};

/* --- life ------------------------------------------------------------------------------------- */

static enum fp_status
canvas_init(struct image_canvas *canvas, struct fp_context *ctx)
{
    struct pixels *kept = fp__context_slot(ctx, FP__SLOT_CANVAS, sizeof *kept, &pixels_class);
    int bytes = cairo_format_stride_for_width(CAIRO_FORMAT_ARGB32, canvas->base.width);
    size_t size = (size_t)bytes * (size_t)canvas->base.height;

    if (!kept || !fp__cache_reserve(&kept->block, &kept->room, size))
        return fp__fail_memory(ctx, "the picture's pixels");
    memset(kept->block, 0, size);
    canvas->pixels = kept->block;
    canvas->stride = (size_t)bytes / sizeof *canvas->pixels;
    canvas->surface = cairo_image_surface_create_for_data(
        kept->block, CAIRO_FORMAT_ARGB32, canvas->base.width, canvas->base.height, bytes);
    canvas->cr = cairo_create(canvas->surface);
    return FP_OK;
}

/* Whether cairo kept a failure: it can run out of memory past our door. */
static enum fp_status
canvas_finish(struct image_canvas *canvas)
{
    cairo_status_t status;

    if (!canvas->cr)
        return FP_OK;
    cairo_surface_flush(canvas->surface);
    status = cairo_status(canvas->cr);
    cairo_destroy(canvas->cr);
    cairo_surface_destroy(canvas->surface);
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
    struct image_canvas canvas = {.base = {.ops = &ops}};
    enum fp_status status, finished;

    if (!body)
        return FP_ERR_CLOSED;
    canvas.base.ctx = fig->base.ctx;
    canvas.base.dpi = body->dpi;
    fp_figure_get_size_pixels(fig, &canvas.base.width, &canvas.base.height);
    status = canvas_init(&canvas, fig->base.ctx);
    if (status == FP_OK)
        status = fp__figure_draw(fig, &canvas.base);
    finished = canvas_finish(&canvas);
    if (status != FP_OK || finished != FP_OK)
        return status != FP_OK ? status : finished;
    *raster = (struct fp__raster){.width = canvas.base.width,
                                  .height = canvas.base.height,
                                  .pixels = canvas.pixels,
                                  .stride = canvas.stride,
                                  .opaque = body->facecolor.a == 255};
    return FP_OK;
}
