/* SPDX-License-Identifier: MIT */
/* axes_ticks.c: an axis's grid, ticks, tick labels and offset on a canvas. */
#include <math.h>

#include "core/status.h"
#include "figure/axes_pen.h"
#include "figure/ticks.h"

#define OFFSET_PAD 3.0

/* Of major and minor ticks, in points. */
struct style {
    double length, width;
    double pad; /* between a tick and its label */
};

static const struct style major_style = {FP__TICK_LENGTH, FP__LINE_WIDTH, 3.5},
                          minor_style = {2, .6, 3.4};

enum fp_status
fp__pen_find_ticks(const struct fp__pen *pen, const struct fp__axis *axis, struct fp__ticks *major,
                   struct fp__ticks *minor)
{
    bool x = axis->side == FP__SIDE_BOTTOM;
    double length = pen->lengths[!x] / pen->point;
    struct fp__ruler ruler = {.curve = axis->curve,
                              .lo = fmin(axis->lim[0], axis->lim[1]),
                              .hi = fmax(axis->lim[0], axis->lim[1]),
                              .room = fp__ticks_room(length, FP__FONT_SIZE, x ? 3 : 2)};

    if (!fp__ticks_find(&ruler, major, minor))
        return fp__fail_memory(pen->canvas->ctx, "tick labels");
    fp__ticks_keep_inside(major, &ruler);
    fp__ticks_keep_inside(minor, &ruler);
    return FP_OK;
}

/* Agg draws ticks as markers: a snapped shape at a whole pixel. */
static void
draw_tick(const struct fp__pen *pen, enum fp__side side, const struct style *style, double v)
{
    const struct fp__box *b = &pen->view.box;
    struct fp__canvas *c = pen->canvas;
    double length = floor(style->length * pen->point + .5), width = style->width * pen->point;
    double outward = side == FP__SIDE_RIGHT ? 1 : -1;
    double x, y;

    if (side == FP__SIDE_BOTTOM) {
        x = fp__snap(fp__view_x(&pen->view, v), width);
        y = fp__snap(pen->height - b->y0, width);
        c->ops->line(c, x, y, x, y + length, width, true, pen->style->ink);
        return;
    }
    x = fp__snap(side == FP__SIDE_RIGHT ? b->x1 : b->x0, width);
    y = fp__snap(pen->height - fp__view_y(&pen->view, v), width);
    c->ops->line(c, x, y, x + outward * length, y, width, true, pen->style->ink);
}

/* Across the box. */
static void
draw_grid_line(const struct fp__pen *pen, enum fp__side side, double v)
{
    const struct fp__box *b = &pen->view.box;
    struct fp__canvas *c = pen->canvas;
    double width = FP__LINE_WIDTH * pen->point;
    double x, y;

    if (side == FP__SIDE_BOTTOM) {
        x = fp__snap(fp__view_x(&pen->view, v), width);
        c->ops->line(c, x, floor(pen->height - b->y0 + .5), x, floor(pen->height - b->y1 + .5),
                     width, true, pen->style->grid);
        return;
    }
    y = fp__snap(pen->height - fp__view_y(&pen->view, v), width);
    c->ops->line(c, floor(b->x0 + .5), y, floor(b->x1 + .5), y, width, true, pen->style->grid);
}

static enum fp_status
draw_tick_label(struct fp__pen *pen, enum fp__side side, const struct style *style, double v,
                const char *label)
{
    const struct fp__box *b = &pen->view.box;
    double gap = (style->length + style->pad) * pen->point;
    struct fp__anchor at = {
        .x = b->x0 - gap, .ha = FP_HALIGN_RIGHT, .va = FP_VALIGN_CENTER_BASELINE};

    if (side == FP__SIDE_BOTTOM)
        at = (struct fp__anchor){fp__view_x(&pen->view, v), b->y0 - gap, FP_HALIGN_CENTER,
                                 FP_VALIGN_TOP, false};
    else
        at.y = fp__view_y(&pen->view, v);
    if (side == FP__SIDE_RIGHT) {
        at.x = b->x1 + gap;
        at.ha = FP_HALIGN_LEFT;
    }
    return fp__pen_text(pen, label, FP__FONT_SIZE, 0, at);
}

static enum fp_status
widen_reach(struct fp__pen *pen, enum fp__side side, const struct style *style, const char *label)
{
    struct fp__words words = {.text = label, .size = FP__FONT_SIZE * pen->point};
    double gap = (style->length + style->pad) * pen->point;
    struct fp__extents e;
    enum fp_status status = pen->canvas->ops->extents(pen->canvas, &words, &e);

    if (status == FP_OK)
        pen->reach =
            fmax(pen->reach, gap + (side == FP__SIDE_BOTTOM ? e.ascent + e.descent : e.width));
    return status;
}

static enum fp_status
draw_label(struct fp__pen *pen, enum fp__side side, const struct style *style, double v,
           const char *label)
{
    enum fp_status status;

    if (label[0] == '\0')
        return FP_OK;
    status = draw_tick_label(pen, side, style, v, label);
    return status == FP_OK ? widen_reach(pen, side, style, label) : status;
}

static enum fp_status
draw_set(struct fp__pen *pen, const struct fp__axis *axis, const struct style *style,
         const struct fp__ticks *ticks)
{
    enum fp__side side = axis->side;
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < ticks->n; i++) {
        if (pen->body->grid_on && style == &major_style)
            draw_grid_line(pen, side, ticks->value[i]);
        draw_tick(pen, side, style, ticks->value[i]);
        pen->reach = fmax(pen->reach, style->length * pen->point);
        if (axis->tick_labels_on)
            status = draw_label(pen, side, style, ticks->value[i], ticks->label[i]);
    }
    return status;
}

/* Where the offset above a left axis stands; a title keeps away from it. */
static enum fp_status
note_offset(struct fp__pen *pen, const char *offset, double x, double y)
{
    struct fp__words words = {.text = offset, .size = FP__FONT_SIZE * pen->point};
    struct fp__extents e;
    enum fp_status status = pen->canvas->ops->extents(pen->canvas, &words, &e);

    if (status == FP_OK)
        pen->offset = (struct fp__box){x, y - e.descent, x + e.width, y + e.ascent};
    return status;
}

static enum fp_status
draw_offset(struct fp__pen *pen, enum fp__side side, const char *offset)
{
    const struct fp__box *b = &pen->view.box;
    double pad = OFFSET_PAD * pen->point;
    struct fp__anchor at = {b->x0, b->y1 + pad, FP_HALIGN_LEFT, FP_VALIGN_BASELINE, false};
    enum fp_status status = FP_OK;

    if (offset[0] == '\0')
        return FP_OK;
    if (side == FP__SIDE_BOTTOM)
        at = (struct fp__anchor){b->x1, b->y0 - pen->reach - pad, FP_HALIGN_RIGHT, FP_VALIGN_TOP,
                                 false};
    if (side == FP__SIDE_RIGHT) {
        at.x = b->x1;
        at.ha = FP_HALIGN_RIGHT;
    }
    if (side == FP__SIDE_LEFT)
        status = note_offset(pen, offset, at.x, at.y);
    return status != FP_OK ? status : fp__pen_text(pen, offset, FP__FONT_SIZE, 0, at);
}

enum fp_status
fp__pen_ticks(struct fp__pen *pen, const struct fp__axis *axis)
{
    struct fp__ticks major, minor;
    enum fp_status status = fp__pen_find_ticks(pen, axis, &major, &minor);

    if (status == FP_OK)
        status = draw_set(pen, axis, &major_style, &major);
    if (status == FP_OK)
        status = draw_set(pen, axis, &minor_style, &minor);
    if (status == FP_OK && axis->tick_labels_on)
        status = draw_offset(pen, axis->side, major.offset);
    return status;
}
