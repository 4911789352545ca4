/* SPDX-License-Identifier: MIT */
/* axes_draw.c: an axes on a canvas: its face, then artists, grid and ticks, and spines by their
 * zorder, and the title. */
#include <math.h>

#include "draw/bounds.h"
#include "figure/axes_pen.h"
#include "figure/layout.h"

#define TITLE_SIZE 12.0
#define TITLE_PAD 6.0
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

/* --- axis labels and title -------------------------------------------------------------------- */

/* And notes where it ends. */
static enum fp_status
draw_label_above(struct fp__pen *pen, const struct fp__axis *axis, double x, double y)
{
    double size = axis->label_look.size > 0 ? axis->label_look.size : FP__FONT_SIZE;
    struct fp__words words = {.text = axis->label, .size = size * pen->point};
    struct fp__anchor at = {x, y, FP_HALIGN_CENTER, FP_VALIGN_BASELINE, false};
    struct fp__box box;
    enum fp_status status = fp__words_box(pen->canvas, &words, at, &box);

    pen->top = fmax(pen->top, box.y1);
    return status == FP_OK ? fp__pen_label(pen, axis->label, &axis->label_look, 0, at) : status;
}

static enum fp_status
draw_axis_label(struct fp__pen *pen, const struct fp__axis *axis)
{
    const struct fp__box *b = &pen->view.box;
    const struct fp__text_look *look = &axis->label_look;
    double away = pen->reach + LABEL_PAD * pen->point;
    double x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;

    switch (axis->side) {
    case FP__SIDE_BOTTOM:
        return fp__pen_label(
            pen, axis->label, look, 0,
            (struct fp__anchor){x, b->y0 - away, FP_HALIGN_CENTER, FP_VALIGN_TOP, false});
    case FP__SIDE_LEFT:
        return fp__pen_label(
            pen, axis->label, look, 90,
            (struct fp__anchor){b->x0 - away, y, FP_HALIGN_CENTER, FP_VALIGN_BOTTOM, true});
    case FP__SIDE_RIGHT:
        return fp__pen_label(
            pen, axis->label, look, 90,
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
    return status == FP_OK && axis->label ? draw_axis_label(pen, axis) : status;
}

/* The title where it stands above a line `base`; with `whole` all of its length takes room. */
static enum fp_status
write_title(const struct fp__pen *pen, struct fp__canvas *canvas, double base, bool whole)
{
    const struct fp__box *b = &pen->view.box;
    const struct fp__text_look *look = &pen->body->title_look;
    struct fp__words words = {.text = pen->body->title,
                              .size = (look->size > 0 ? look->size : TITLE_SIZE) * pen->point,
                              .centred = !whole,
                              .color = look->has_color ? look->color : pen->style->ink};

    return fp__words_draw(canvas, &words,
                          (struct fp__anchor){(b->x0 + b->x1) / 2, base + TITLE_PAD * pen->point,
                                              FP_HALIGN_CENTER, FP_VALIGN_BASELINE, false});
}

static bool
overlap(const struct fp__box *a, const struct fp__box *b)
{
    return a->x0 <= b->x1 && b->x0 <= a->x1 && a->y0 <= b->y1 && b->y0 <= a->y1;
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

static enum fp_status
draw_both_axis(struct fp__pen *pen)
{
    enum fp_status status = draw_axis(pen, &pen->body->x);

    return status == FP_OK ? draw_axis(pen, &pen->body->y) : status;
}

/* Where a title with that box has to stand above, of what an axes of a group of twins draws. */
static void
raise_above(double *top, const struct fp__pen *pen, const struct fp__box *title)
{
    const struct fp__box *offset = &pen->offset;

    *top = fmax(*top, pen->top);
    if (offset->x1 > offset->x0 && overlap(title, offset))
        *top = fmax(*top, offset->y1);
}

/* The same of a twin, which is drawn at another time. */
static enum fp_status
raise_above_twin(double *top, struct fp_axes *twin, struct fp__canvas *canvas,
                 const struct fp__box *title)
{
    struct fp__bounds bounds = fp__bounds_begin(canvas);
    struct fp__pen pen;
    enum fp_status status = fp__pen_init(&pen, twin, &bounds.base);

    if (status == FP_OK && twin->body->axis_on)
        status = draw_both_axis(&pen);
    if (status == FP_OK)
        raise_above(top, &pen, title);
    return status;
}

static bool
is_twin(struct fp_axes *ax, struct fp_axes *other)
{
    return other != ax && fp__axes_base(other) == fp__axes_base(ax);
}

static enum fp_status
find_top(const struct fp__pen *pen, const struct fp__box *title, double *top)
{
    const struct fp__figure_body *fig = fp__axes_figure(pen->body)->body;
    enum fp_status status = FP_OK;

    *top = pen->view.box.y1;
    raise_above(top, pen, title);
    for (size_t i = 0; status == FP_OK && i < fig->axes_count; i++)
        if (is_twin(pen->ax, fig->axes[i]))
            status = raise_above_twin(top, fig->axes[i], pen->canvas, title);
    return status;
}

/* Nearly always: then the title need not be measured. */
static bool
is_free_above(const struct fp__pen *pen)
{
    const struct fp__figure_body *fig = fp__axes_figure(pen->body)->body;
    bool alone = pen->top <= pen->view.box.y1 && pen->offset.x0 >= pen->offset.x1;

    for (size_t i = 0; alone && i < fig->axes_count; i++)
        alone = !is_twin(pen->ax, fig->axes[i]);
    return alone;
}

/* Above the labels and the offset that stand above the axes and its twins, if the two would run
 * into each other: matplotlib's _update_title_position. */
static enum fp_status
draw_title(struct fp__pen *pen)
{
    struct fp__bounds bounds = fp__bounds_begin(pen->canvas);
    double base = pen->view.box.y1, top;
    enum fp_status status;

    if (is_free_above(pen))
        return write_title(pen, pen->canvas, base, false);
    status = write_title(pen, &bounds.base, base, true);
    if (status == FP_OK)
        status = find_top(pen, &bounds.box, &top);
    if (status == FP_OK && bounds.box.y0 < top)
        base = top;
    return status == FP_OK ? write_title(pen, pen->canvas, base, false) : status;
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
    return status == FP_OK && pen->body->title ? draw_title(pen) : status;
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

/* The box and the room that ticks have beside it, whether there are some or not (matplotlib's
 * Spine.get_window_extent). */
static struct fp__box
find_frame(const struct fp__pen *pen)
{
    bool ticks = pen->body->axis_on && pen->body->ticks_on;
    double length = ticks ? FP__TICK_LENGTH * pen->point : 0;
    enum fp__side x = pen->body->x.side, y = pen->body->y.side;
    struct fp__box frame = pen->view.box;

    frame.y0 -= x == FP__SIDE_BOTTOM ? length : 0;
    frame.x0 -= y == FP__SIDE_LEFT ? length : 0;
    frame.x1 += y == FP__SIDE_RIGHT ? length : 0;
    frame.y1 += x == FP__SIDE_TOP ? length : 0;
    add_points(&frame, pen);
    return frame;
}

enum fp_status
fp__axes_measure(struct fp_axes *ax, struct fp__bounds *bounds)
{
    struct fp__box frame;
    struct fp__pen pen;
    enum fp_status status = fp__pen_init(&pen, ax, &bounds->base);

    if (status != FP_OK)
        return status;
    frame = find_frame(&pen);
    fp__bounds_add(bounds, &frame);
    if (pen.body->axis_on)
        status = draw_both_axis(&pen);
    return status == FP_OK ? measure_texts(&pen) : status;
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
        status = draw_both_axis(pen);
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
    return status == FP_OK && pen.body->title ? draw_title(&pen) : status;
}
