/* SPDX-License-Identifier: MIT */
/* axes_ticks.c: an axis's grid, ticks, tick labels and offset on a canvas. */
#include <math.h>

#include "color/color.h"
#include "core/status.h"
#include "draw/dash.h"
#include "figure/axes_pen.h"
#include "ticks/ticks.h"

#define OFFSET_PAD 3.0
#define LABEL_GAP .25 /* between two dates or names, in sizes of their font */

static bool
is_along_x(enum fp__side side)
{
    return side == FP__SIDE_BOTTOM || side == FP__SIDE_TOP;
}

/* How much of a mark's length is outside of the box. */
static double
outward_part(const struct fp_tick_marks *marks)
{
    return marks->direction == FP_TICKS_OUT ? 1 : marks->direction == FP_TICKS_IN ? 0 : .5;
}

/* A mark at a place on the box's edge, across x or y; `out` is 1 where out of the box is down or to
 * the right, else −1. Agg draws marks as markers: a snapped shape at a whole pixel. */
static void
draw_mark(const struct fp__pen *pen, const struct fp_tick_marks *marks, bool upright,
          const double place[2], double out)
{
    struct fp_color color = marks->has_color ? marks->color : pen->style->ink;
    double length = marks->length * pen->point, width = marks->width * pen->point;
    double to = floor(out * length * outward_part(marks) + .5);
    double from = floor(-out * length * (1 - outward_part(marks)) + .5);
    double x = fp__snap(place[0], width), y = fp__snap(place[1], width);
    struct fp__canvas *c = pen->canvas;

    if (!(length > 0) || !(width > 0))
        return;
    if (upright)
        c->ops->line(c, x, y + from, x, y + to, width, true, color);
    else
        c->ops->line(c, x + from, y, x + to, y, width, true, color);
}

/* At the axis' own side, and at the other one. */
static void
draw_marks(const struct fp__pen *pen, enum fp__side side, const struct fp_tick_marks *marks,
           double v)
{
    const struct fp__box *b = &pen->view.box;
    bool upright = is_along_x(side), begins = side == FP__SIDE_BOTTOM || side == FP__SIDE_LEFT;
    double low[2] = {b->x0, pen->height - b->y0}, high[2] = {b->x1, pen->height - b->y1};

    low[!upright] = high[!upright] =
        upright ? fp__view_x(&pen->view, v) : pen->height - fp__view_y(&pen->view, v);
    if (begins ? marks->on : marks->opposite)
        draw_mark(pen, marks, upright, low, upright ? 1 : -1);
    if (begins ? marks->opposite : marks->on)
        draw_mark(pen, marks, upright, high, upright ? -1 : 1);
}

/* Flat at both ends; dashes begin at the first. */
static void
draw_stroke(const struct fp__pen *pen, const struct fp_grid *grid, const double x[2],
            const double y[2])
{
    struct fp__stroke stroke = {
        .width = grid->linewidth * pen->point,
        .color = fp__color_fade(grid->has_color ? grid->color : pen->style->grid, grid->alpha)};
    struct fp__canvas *c = pen->canvas;

    if (grid->linestyle == FP_SOLID) {
        c->ops->line(c, x[0], y[0], x[1], y[1], stroke.width, true, stroke.color);
        return;
    }
    fp__dash(&stroke, grid->linestyle);
    c->ops->path(c, x, y, 2);
    c->ops->stroke(c, &stroke);
}

/* Across the box. */
static void
draw_grid_line(const struct fp__pen *pen, enum fp__side side, const struct fp_grid *grid, double v)
{
    const struct fp__box *b = &pen->view.box;
    double x[2] = {floor(b->x0 + .5), floor(b->x1 + .5)};
    double y[2] = {floor(pen->height - b->y0 + .5), floor(pen->height - b->y1 + .5)};
    double width = grid->linewidth * pen->point;

    if (!grid->on || grid->linestyle == FP_NO_LINE || !(width > 0))
        return;
    if (is_along_x(side))
        x[0] = x[1] = fp__snap(fp__view_x(&pen->view, v), width);
    else
        y[0] = y[1] = fp__snap(pen->height - fp__view_y(&pen->view, v), width);
    draw_stroke(pen, grid, x, y);
}

/* Where the label at v hangs, `gap` away from the axes. */
static struct fp__anchor
place_label(const struct fp__pen *pen, enum fp__side side, double gap, double v)
{
    const struct fp__box *b = &pen->view.box;

    switch (side) {
    case FP__SIDE_TOP:
        return (struct fp__anchor){fp__view_x(&pen->view, v), b->y1 + gap, FP_HALIGN_CENTER,
                                   FP_VALIGN_BOTTOM, false};
    case FP__SIDE_LEFT:
        return (struct fp__anchor){b->x0 - gap, fp__view_y(&pen->view, v), FP_HALIGN_RIGHT,
                                   FP_VALIGN_CENTER_BASELINE, false};
    case FP__SIDE_RIGHT:
        return (struct fp__anchor){b->x1 + gap, fp__view_y(&pen->view, v), FP_HALIGN_LEFT,
                                   FP_VALIGN_CENTER_BASELINE, false};
    default:
        return (struct fp__anchor){fp__view_x(&pen->view, v), b->y0 - gap, FP_HALIGN_CENTER,
                                   FP_VALIGN_TOP, false};
    }
}

static void
widen_reach(struct fp__pen *pen, enum fp__side side, const struct fp__box *label)
{
    const struct fp__box *b = &pen->view.box;
    double reach = side == FP__SIDE_BOTTOM ? b->y0 - label->y0
                   : side == FP__SIDE_TOP  ? label->y1 - b->y1
                   : side == FP__SIDE_LEFT ? b->x0 - label->x0
                                           : label->x1 - b->x1;

    pen->reach = fmax(pen->reach, reach);
    if (side == FP__SIDE_TOP)
        pen->top = fmax(pen->top, label->y1);
}

/* Dates and names are as long as they are: where they lie along x, one that would run into the last
 * one is left out. (matplotlib writes one over the other.) */
static bool
has_room(const struct fp__pen *pen, const struct fp__axis *axis, const struct fp__box *label)
{
    const struct fp__tick_plan *plan = fp__axis_plan(pen->ax, !is_along_x(axis->side));
    bool long_words =
        plan && (plan->places == FP__PLACES_DATES || plan->places == FP__PLACES_CATEGORIES);
    double gap = axis->tick_labels.size * pen->point * LABEL_GAP;

    if (!long_words || !is_along_x(axis->side) || axis->tick_labels.rotation != 0 ||
        pen->label.x0 == pen->label.x1)
        return true;
    return label->x0 - gap > pen->label.x1 || label->x1 + gap < pen->label.x0;
}

static enum fp_status
draw_label(struct fp__pen *pen, const struct fp__axis *axis, const struct fp_tick_marks *marks,
           double v, const char *label)
{
    const struct fp_tick_labels *look = &axis->tick_labels;
    double gap = (marks->length * outward_part(marks) + marks->pad) * pen->point;
    struct fp__anchor at = place_label(pen, axis->side, gap, v);
    struct fp__words words = {.text = label,
                              .size = look->size * pen->point,
                              .angle = look->rotation,
                              .color = look->has_color ? look->color : pen->style->ink};
    struct fp__box box;
    enum fp_status status;

    if (label[0] == '\0')
        return FP_OK;
    if (look->has_align)
        at.ha = look->align;
    status = fp__words_box(pen->canvas, &words, at, &box);
    if (status != FP_OK || !has_room(pen, axis, &box))
        return status;
    widen_reach(pen, axis->side, &box);
    pen->label = box;
    return fp__words_draw(pen->canvas, &words, at);
}

static bool
are_labels_on(const struct fp__axis *axis)
{
    return axis->tick_labels_on && axis->tick_labels.on;
}

static enum fp_status
draw_set(struct fp__pen *pen, const struct fp__axis *axis, const struct fp_tick_marks *marks,
         const struct fp__ticks *ticks)
{
    enum fp__side side = axis->side;
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < ticks->n; i++) {
        draw_grid_line(pen, side, &axis->grid[marks - axis->marks], ticks->value[i]);
        draw_marks(pen, side, marks, ticks->value[i]);
        if (are_labels_on(axis))
            status = draw_label(pen, axis, marks, ticks->value[i], fp__ticks_word(ticks, i));
    }
    return status;
}

static struct fp__anchor
place_offset(const struct fp__pen *pen, enum fp__side side)
{
    const struct fp__box *b = &pen->view.box;
    double pad = OFFSET_PAD * pen->point;

    switch (side) {
    case FP__SIDE_TOP:
        return (struct fp__anchor){b->x1, b->y1 + pen->reach + pad, FP_HALIGN_RIGHT,
                                   FP_VALIGN_BOTTOM, false};
    case FP__SIDE_LEFT:
        return (struct fp__anchor){b->x0, b->y1 + pad, FP_HALIGN_LEFT, FP_VALIGN_BASELINE, false};
    case FP__SIDE_RIGHT:
        return (struct fp__anchor){b->x1, b->y1 + pad, FP_HALIGN_RIGHT, FP_VALIGN_BASELINE, false};
    default:
        return (struct fp__anchor){b->x1, b->y0 - pen->reach - pad, FP_HALIGN_RIGHT, FP_VALIGN_TOP,
                                   false};
    }
}

/* A title keeps away from the one that stands above a y axis. */
static enum fp_status
draw_offset(struct fp__pen *pen, const struct fp__axis *axis, const char *offset)
{
    struct fp__anchor at = place_offset(pen, axis->side);
    struct fp__words words = {
        .text = offset, .size = axis->tick_labels.size * pen->point, .color = pen->style->ink};
    enum fp_status status = FP_OK;

    if (offset[0] == '\0')
        return FP_OK;
    if (!is_along_x(axis->side))
        status = fp__words_box(pen->canvas, &words, at, &pen->offset);
    return status == FP_OK ? fp__words_draw(pen->canvas, &words, at) : status;
}

/* How far marks reach out of the box. As in matplotlib there is room for the major ones also where
 * none is drawn, and for minor ones where there are two. */
static void
find_reach(struct fp__pen *pen, const struct fp__axis *axis, size_t minor_count)
{
    double *reach = pen->marks[axis == &pen->body->y];

    for (int minor = 0; minor < 1 + (minor_count > 1); minor++) {
        const struct fp_tick_marks *marks = &axis->marks[minor];
        double out = marks->length * outward_part(marks) * pen->point;

        reach[0] = fmax(reach[0], marks->on ? out : 0);
        reach[1] = fmax(reach[1], marks->opposite ? out : 0);
    }
    pen->reach = reach[0];
}

enum fp_status
fp__pen_ticks(struct fp__pen *pen, const struct fp__axis *axis)
{
    struct fp__ticks major, minor;
    bool y = axis == &pen->body->y;
    enum fp_status status =
        fp__axis_find_ticks(pen->ax, y, pen->lengths[y] / pen->point, &major, &minor);

    pen->label = (struct fp__box){0};
    if (status != FP_OK)
        return status;
    find_reach(pen, axis, minor.n);
    status = draw_set(pen, axis, &axis->marks[0], &major);
    if (status == FP_OK)
        status = draw_set(pen, axis, &axis->marks[1], &minor);
    if (status == FP_OK && are_labels_on(axis))
        status = draw_offset(pen, axis, major.offset);
    return status;
}
