/* SPDX-License-Identifier: MIT */
/* axes_draw.c: an axes on a canvas: its face, then artists, grid and ticks, and spines by their
 * zorder, and the title. */
#include <math.h>

#include "draw/bounds.h"
#include "figure/axes_pen.h"
#include "figure/layout.h"

#define LABEL_PAD 4.0

/* --- lines ------------------------------------------------------------------------------------ */

static double
line_width(const struct fp__pen *pen)
{
    return FP__LINE_WIDTH * pen->point;
}

static double
snap(const struct fp__pen *pen, double v)
{
    return fp__snap(v, line_width(pen));
}

static void
draw_face(const struct fp__pen *pen)
{
    const struct fp__box *b = &pen->view.box;

    if (pen->body->axis_on && pen->body->facecolor.a > 0)
        pen->canvas->ops->fill(pen->canvas, floor(b->x0 + .5), floor(pen->height - b->y1 + .5),
                               floor(b->x1 + .5), floor(pen->height - b->y0 + .5),
                               pen->body->facecolor);
}

static void
draw_spines(const struct fp__pen *pen)
{
    double left = snap(pen, pen->view.box.x0), right = snap(pen, pen->view.box.x1);
    double top = snap(pen, pen->height - pen->view.box.y1);
    double bottom = snap(pen, pen->height - pen->view.box.y0);
    double width = line_width(pen);
    struct fp__canvas *c = pen->canvas;

    c->ops->line(c, left, bottom, left, top, width, false, pen->style->ink);
    c->ops->line(c, right, bottom, right, top, width, false, pen->style->ink);
    c->ops->line(c, left, bottom, right, bottom, width, false, pen->style->ink);
    c->ops->line(c, left, top, right, top, width, false, pen->style->ink);
}

/* --- axis labels ------------------------------------------------------------------------------ */

static enum fp_status
write_label(const struct fp__pen *pen, const struct fp__axis *axis, double angle,
            struct fp__anchor at)
{
    struct fp__words words = fp__pen_words(pen, &axis->label, FP__FONT_SIZE, angle);

    return fp__words_draw(pen->canvas, &words, at);
}

/* And notes where it ends. */
static enum fp_status
draw_label_above(struct fp__pen *pen, const struct fp__axis *axis, double x, double y)
{
    struct fp__words words = fp__pen_words(pen, &axis->label, FP__FONT_SIZE, 0);
    struct fp__anchor at = {x, y, FP_HALIGN_CENTER, FP_VALIGN_BASELINE, false};
    struct fp__box box;
    enum fp_status status = fp__words_box(pen->canvas, &words, at, &box);

    pen->top = fmax(pen->top, box.y1);
    return status == FP_OK ? write_label(pen, axis, 0, at) : status;
}

static enum fp_status
draw_axis_label(struct fp__pen *pen, const struct fp__axis *axis)
{
    const struct fp__box *b = &pen->view.box;
    double away = pen->reach + fp__pen_pad(pen, &axis->label, LABEL_PAD);
    double x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;

    switch (axis->side) {
    case FP__SIDE_BOTTOM:
        return write_label(
            pen, axis, 0,
            (struct fp__anchor){x, b->y0 - away, FP_HALIGN_CENTER, FP_VALIGN_TOP, false});
    case FP__SIDE_LEFT:
        return write_label(
            pen, axis, 90,
            (struct fp__anchor){b->x0 - away, y, FP_HALIGN_CENTER, FP_VALIGN_BOTTOM, true});
    case FP__SIDE_RIGHT:
        return write_label(
            pen, axis, 90,
            (struct fp__anchor){b->x1 + away, y, FP_HALIGN_CENTER, FP_VALIGN_TOP, true});
    case FP__SIDE_TOP:
        return draw_label_above(pen, axis, x, b->y1 + away);
    case FP__SIDE_NONE:
        break;
    }
    return FP_OK;
}

static enum fp_status
draw_axis(struct fp__pen *pen, const struct fp__axis *axis)
{
    enum fp_status status = FP_OK;

    pen->reach = 0;
    if (pen->body->ticks_on && axis->side != FP__SIDE_NONE)
        status = fp__pen_ticks(pen, axis);
    return status == FP_OK && axis->label.text ? draw_axis_label(pen, axis) : status;
}

/* The smallest zorder above z; infinite after the last. */
static double
next_zorder(const struct fp__pen *pen, double z)
{
    double next = INFINITY;

    for (size_t i = 0; i < pen->body->artist_count; i++)
        if (pen->body->artists[i]->zorder > z)
            next = fmin(next, pen->body->artists[i]->zorder);
    return next;
}

/* Artists of zorders above `from` up to `to`. */
static enum fp_status
draw_between(struct fp__pen *pen, double from, double to)
{
    enum fp_status status = FP_OK;

    for (double z = next_zorder(pen, from); isfinite(z) && z <= to; z = next_zorder(pen, z))
        for (size_t i = 0; status == FP_OK && i < pen->body->artist_count; i++) {
            struct fp__artist *artist = pen->body->artists[i];

            if (artist->zorder == z)
                status = ((const struct fp__artist_class *)artist->base.cls)
                             ->draw(artist, &pen->view, pen->canvas);
        }
    return status;
}

enum fp_status
fp__pen_axes(struct fp__pen *pen)
{
    enum fp_status status = draw_axis(pen, &pen->body->x);

    return status == FP_OK ? draw_axis(pen, &pen->body->y) : status;
}

/* What of all artists takes room in a layout. */
static enum fp_status
measure_texts(struct fp__pen *pen)
{
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < pen->body->artist_count; i++) {
        struct fp__artist *artist = pen->body->artists[i];
        const struct fp__artist_class *cls = (const struct fp__artist_class *)artist->base.cls;

        if (cls->layer >= FP__LAYER_TEXTS)
            status = cls->draw(artist, &pen->view, pen->canvas);
    }
    return status == FP_OK ? fp__pen_titles(pen) : status;
}

enum fp_status
fp__pen_init(struct fp__pen *pen, struct fp_axes *ax, struct fp__canvas *canvas)
{
    enum fp_status status;

    *pen = (struct fp__pen){.canvas = canvas, .point = canvas->dpi / 72, .height = canvas->height};
    status = fp__axes_view(ax, &pen->view);
    if (status != FP_OK)
        return status;
    pen->ax = ax;
    pen->body = ax->body;
    pen->style = fp__style_of(ax->body);
    pen->top = pen->view.box.y1;
    return fp__axes_lengths(ax, pen->lengths);
}

/* The points of a colorbar's ends are part of it. */
static void
add_points(struct fp__box *frame, const struct fp__pen *pen)
{
    const double *points = pen->body->points;
    double width = pen->view.box.x1 - pen->view.box.x0,
           height = pen->view.box.y1 - pen->view.box.y0;
    bool stands = pen->body->y.side == FP__SIDE_RIGHT;

    frame->x0 -= stands ? 0 : points[0] * width;
    frame->x1 += stands ? 0 : points[1] * width;
    frame->y0 -= stands ? points[0] * height : 0;
    frame->y1 += stands ? points[1] * height : 0;
}

/* The box and the room that marks have beside it (matplotlib's Spine.get_window_extent). */
static struct fp__box
find_frame(const struct fp__pen *pen)
{
    bool left = pen->body->y.side != FP__SIDE_RIGHT, below = pen->body->x.side != FP__SIDE_TOP;
    struct fp__box frame = pen->view.box;

    frame.x0 -= pen->marks[1][!left];
    frame.x1 += pen->marks[1][left];
    frame.y0 -= pen->marks[0][!below];
    frame.y1 += pen->marks[0][below];
    add_points(&frame, pen);
    return frame;
}

enum fp_status
fp__axes_measure(struct fp_axes *ax, struct fp__bounds *bounds)
{
    struct fp__box frame;
    struct fp__pen pen;
    enum fp_status status = fp__pen_init(&pen, ax, &bounds->base);

    if (status == FP_OK && pen.body->axis_on)
        status = fp__pen_axes(&pen);
    if (status != FP_OK)
        return status;
    frame = find_frame(&pen);
    fp__bounds_add(bounds, &frame);
    return measure_texts(&pen);
}

/* And what lies between the two and above them. Where both have one zorder matplotlib draws the
 * frame first. */
static enum fp_status
draw_axis_and_frame(struct fp__pen *pen)
{
    const struct fp__axes_body *body = pen->body;
    bool frame = body->axis_on && body->frame_on;
    enum fp_status status = FP_OK;

    if (frame && body->axis_zorder == FP__ZORDER_SPINES)
        draw_spines(pen);
    if (body->axis_on)
        status = fp__pen_axes(pen);
    if (status == FP_OK)
        status = draw_between(pen, body->axis_zorder, FP__ZORDER_SPINES);
    if (status == FP_OK && frame && body->axis_zorder < FP__ZORDER_SPINES)
        draw_spines(pen);
    return status == FP_OK ? draw_between(pen, FP__ZORDER_SPINES, INFINITY) : status;
}

enum fp_status
fp__axes_draw(struct fp_axes *ax, struct fp__canvas *canvas)
{
    struct fp__pen pen;
    enum fp_status status = fp__pen_init(&pen, ax, canvas);

    if (status != FP_OK)
        return status;
    draw_face(&pen);
    status = draw_between(&pen, -INFINITY, pen.body->axis_zorder);
    if (status == FP_OK)
        status = draw_axis_and_frame(&pen);
    return status == FP_OK ? fp__pen_titles(&pen) : status;
}
