/* SPDX-License-Identifier: MIT */
/* axes_draw.c: an axes on a canvas: face, images, spans, grid and ticks, lines, spines, texts, in this
 * order.
 *
 * Lengths in points, and what aligns with what, are matplotlib 3.6's defaults (rcsetup.py,
 * axis.py, spines.py, text.py). */
#include <math.h>
#include <string.h>

#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "figure/ticks.h"
#include "figure/words.h"

#define LINE_WIDTH 0.8
#define TICK_LENGTH 3.5
#define TICK_PAD 3.5
#define FONT_SIZE 10.0
#define TITLE_SIZE 12.0
#define TITLE_PAD 6.0
#define LABEL_PAD 4.0
#define OFFSET_PAD 3.0

/* What every step of one drawing needs. */
struct pen {
    struct fp__canvas *canvas;
    const struct fp__axes_body *body;
    const struct fp__style *style;
    struct fp__view view;
    double point;  /* in pixels */
    double height; /* of the picture: canvas y = height − y */
    struct fp__ticks ticks;
    double reach; /* how far tick labels reach from the axes' edge, in pixels */
};

/* --- lines ---------------------------------------------------------------------------------------- */

static double
line_width(const struct pen *pen)
{
    return LINE_WIDTH * pen->point;
}

static double
snap(const struct pen *pen, double v)
{
    return fp__snap(v, line_width(pen));
}

static void
draw_face(const struct pen *pen)
{
    const struct fp__box *b = &pen->view.box;

    if (pen->body->axis_on && pen->body->facecolor.a > 0)
        pen->canvas->ops->fill(pen->canvas, floor(b->x0 + .5), floor(pen->height - b->y1 + .5),
                               floor(b->x1 + .5), floor(pen->height - b->y0 + .5),
                               pen->body->facecolor);
}

static void
draw_spines(const struct pen *pen)
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

/* --- texts ---------------------------------------------------------------------------------------- */

static enum fp_status
draw_text(struct pen *pen, const char *text, double points, bool vertical, struct fp__anchor at)
{
    struct fp__words words = {
        .text = text, .size = points * pen->point, .vertical = vertical, .color = pen->style->ink};

    return fp__words_draw(pen->canvas, &words, at);
}

static enum fp_status
text_extents(const struct pen *pen, const char *text, struct fp__extents *e)
{
    struct fp__words run = {.text = text, .size = FONT_SIZE * pen->point};

    return pen->canvas->ops->extents(pen->canvas, &run, e);
}

/* --- ticks ---------------------------------------------------------------------------------------- */

static bool
inside(double v, double lo, double hi)
{
    double slack = 1e-10 * (hi - lo); /* matplotlib's _interval_contains_close */

    return v >= lo - slack && v <= hi + slack;
}

static enum fp_status
find_ticks(struct pen *pen, const struct fp__axis *axis)
{
    const struct fp__box *b = &pen->view.box;
    bool x = axis->side == FP__SIDE_BOTTOM;
    double lo = fmin(axis->lim[0], axis->lim[1]), hi = fmax(axis->lim[0], axis->lim[1]);
    double length = (x ? b->x1 - b->x0 : b->y1 - b->y0) / pen->point;
    size_t kept = 0;

    fp__ticks_place(&pen->ticks, lo, hi, fp__ticks_room(length, FONT_SIZE, x ? 3 : 2));
    if (!fp__ticks_label(&pen->ticks, lo, hi))
        return fp__fail_memory(pen->canvas->ctx, "tick labels");
    for (size_t i = 0; i < pen->ticks.n; i++) {
        if (!inside(pen->ticks.value[i], lo, hi))
            continue;
        pen->ticks.value[kept] = pen->ticks.value[i];
        memmove(pen->ticks.label[kept++], pen->ticks.label[i], FP__TICK_LABEL_ROOM);
    }
    pen->ticks.n = kept;
    return FP_OK;
}

/* Agg draws ticks as markers: a snapped shape at a whole pixel. */
static void
draw_tick(const struct pen *pen, enum fp__side side, double v)
{
    const struct fp__box *b = &pen->view.box;
    struct fp__canvas *c = pen->canvas;
    double length = floor(TICK_LENGTH * pen->point + .5);
    double outward = side == FP__SIDE_RIGHT ? 1 : -1;
    double x, y;

    if (side == FP__SIDE_BOTTOM) {
        x = snap(pen, fp__view_x(&pen->view, v));
        y = snap(pen, pen->height - b->y0);
        c->ops->line(c, x, y, x, y + length, line_width(pen), true, pen->style->ink);
        return;
    }
    x = snap(pen, side == FP__SIDE_RIGHT ? b->x1 : b->x0);
    y = snap(pen, pen->height - fp__view_y(&pen->view, v));
    c->ops->line(c, x, y, x + outward * length, y, line_width(pen), true, pen->style->ink);
}

/* Across the box. */
static void
draw_grid_line(const struct pen *pen, enum fp__side side, double v)
{
    const struct fp__box *b = &pen->view.box;
    struct fp__canvas *c = pen->canvas;
    double x, y;

    if (side == FP__SIDE_BOTTOM) {
        x = snap(pen, fp__view_x(&pen->view, v));
        c->ops->line(c, x, floor(pen->height - b->y0 + .5), x, floor(pen->height - b->y1 + .5),
                     line_width(pen), true, pen->style->grid);
        return;
    }
    y = snap(pen, pen->height - fp__view_y(&pen->view, v));
    c->ops->line(c, floor(b->x0 + .5), y, floor(b->x1 + .5), y, line_width(pen), true,
                 pen->style->grid);
}

static enum fp_status
draw_tick_label(struct pen *pen, enum fp__side side, double v, const char *label)
{
    const struct fp__box *b = &pen->view.box;
    double gap = (TICK_LENGTH + TICK_PAD) * pen->point;
    struct fp__anchor at = {.x = b->x0 - gap, .along = FP__ALIGN_LAST, .across = .5};

    if (side == FP__SIDE_BOTTOM)
        at = (struct fp__anchor){fp__view_x(&pen->view, v), b->y0 - gap, FP__ALIGN_MIDDLE, 1, 0};
    else
        at.y = fp__view_y(&pen->view, v);
    if (side == FP__SIDE_RIGHT) {
        at.x = b->x1 + gap;
        at.along = FP__ALIGN_FIRST;
    }
    return draw_text(pen, label, FONT_SIZE, false, at);
}

static enum fp_status
measure_reach(struct pen *pen, enum fp__side side)
{
    double gap = (TICK_LENGTH + TICK_PAD) * pen->point;
    struct fp__extents e;

    for (size_t i = 0; i < pen->ticks.n; i++) {
        enum fp_status status = text_extents(pen, pen->ticks.label[i], &e);

        if (status != FP_OK)
            return status;
        pen->reach =
            fmax(pen->reach, gap + (side == FP__SIDE_BOTTOM ? e.ascent + e.descent : e.width));
    }
    return FP_OK;
}

static enum fp_status
draw_offset(struct pen *pen, enum fp__side side)
{
    const struct fp__box *b = &pen->view.box;
    double pad = OFFSET_PAD * pen->point;
    struct fp__anchor at = {b->x0, b->y1 + pad, FP__ALIGN_FIRST, 0, 0};

    if (pen->ticks.offset[0] == '\0')
        return FP_OK;
    if (side == FP__SIDE_BOTTOM)
        at = (struct fp__anchor){b->x1, b->y0 - pen->reach - pad, FP__ALIGN_LAST, 1, 0};
    if (side == FP__SIDE_RIGHT) {
        at.x = b->x1;
        at.along = FP__ALIGN_LAST;
    }
    return draw_text(pen, pen->ticks.offset, FONT_SIZE, false, at);
}

static enum fp_status
draw_ticks(struct pen *pen, const struct fp__axis *axis)
{
    enum fp_status status = find_ticks(pen, axis);

    for (size_t i = 0; status == FP_OK && i < pen->ticks.n; i++) {
        if (pen->body->grid_on)
            draw_grid_line(pen, axis->side, pen->ticks.value[i]);
        draw_tick(pen, axis->side, pen->ticks.value[i]);
        if (axis->tick_labels_on)
            status = draw_tick_label(pen, axis->side, pen->ticks.value[i], pen->ticks.label[i]);
    }
    if (!axis->tick_labels_on) {
        pen->reach = TICK_LENGTH * pen->point;
        return status;
    }
    if (status == FP_OK)
        status = measure_reach(pen, axis->side);
    return status == FP_OK ? draw_offset(pen, axis->side) : status;
}

/* --- axis labels and title ------------------------------------------------------------------------- */

static enum fp_status
draw_axis_label(struct pen *pen, const struct fp__axis *axis)
{
    const struct fp__box *b = &pen->view.box;
    double away = pen->reach + LABEL_PAD * pen->point;
    double x = (b->x0 + b->x1) / 2, y = (b->y0 + b->y1) / 2;

    switch (axis->side) {
    case FP__SIDE_BOTTOM:
        return draw_text(pen, axis->label, FONT_SIZE, false,
                         (struct fp__anchor){x, b->y0 - away, FP__ALIGN_MIDDLE, 1, 0});
    case FP__SIDE_LEFT:
        return draw_text(pen, axis->label, FONT_SIZE, true,
                         (struct fp__anchor){b->x0 - away, y, FP__ALIGN_MIDDLE, 0, 1});
    case FP__SIDE_RIGHT:
        return draw_text(pen, axis->label, FONT_SIZE, true,
                         (struct fp__anchor){b->x1 + away, y, FP__ALIGN_MIDDLE, 1, 0});
    case FP__SIDE_NONE:
        break;
    }
    return FP_OK;
}

static enum fp_status
draw_axis(struct pen *pen, const struct fp__axis *axis)
{
    enum fp_status status = FP_OK;

    pen->reach = 0;
    if (pen->body->ticks_on && axis->side != FP__SIDE_NONE)
        status = draw_ticks(pen, axis);
    return status == FP_OK && axis->label ? draw_axis_label(pen, axis) : status;
}

static enum fp_status
draw_title(struct pen *pen)
{
    const struct fp__box *b = &pen->view.box;

    return draw_text(pen, pen->body->title, TITLE_SIZE, false,
                     (struct fp__anchor){(b->x0 + b->x1) / 2, b->y1 + TITLE_PAD * pen->point,
                                         FP__ALIGN_MIDDLE, 0, 0});
}

static enum fp_status
draw_layer(struct pen *pen, enum fp__layer layer)
{
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < pen->body->artist_count; i++) {
        struct fp__artist *artist = pen->body->artists[i];
        const struct fp__artist_class *cls = (const struct fp__artist_class *)artist->base.cls;

        if (cls->layer == layer)
            status = cls->draw(artist, &pen->view, pen->canvas);
    }
    return status;
}

static enum fp_status
draw_layers(struct pen *pen, enum fp__layer first, enum fp__layer last)
{
    enum fp_status status = FP_OK;

    for (int layer = (int)first; status == FP_OK && layer <= (int)last; layer++)
        status = draw_layer(pen, (enum fp__layer)layer);
    return status;
}

static enum fp_status
draw_both_axis(struct pen *pen)
{
    enum fp_status status = draw_axis(pen, &pen->body->x);

    return status == FP_OK ? draw_axis(pen, &pen->body->y) : status;
}

enum fp_status
fp__axes_draw(struct fp_axes *ax, struct fp__canvas *canvas)
{
    struct pen pen = {.canvas = canvas, .point = canvas->dpi / 72, .height = canvas->height};
    enum fp_status status = fp__axes_view(ax, &pen.view);

    if (status != FP_OK)
        return status;
    pen.body = ax->body;
    pen.style = fp__style_of(ax->body);
    draw_face(&pen);
    status = draw_layers(&pen, FP__LAYER_IMAGES, FP__LAYER_PATCHES);
    if (status == FP_OK && pen.body->axis_on)
        status = draw_both_axis(&pen);
    if (status == FP_OK)
        status = draw_layer(&pen, FP__LAYER_LINES);
    if (status == FP_OK && pen.body->axis_on)
        draw_spines(&pen);
    if (status == FP_OK)
        status = draw_layers(&pen, FP__LAYER_TEXTS, FP__LAYER_LEGEND);
    return status == FP_OK && pen.body->title ? draw_title(&pen) : status;
}
