/* SPDX-License-Identifier: MIT */
/* arrow_thin.c: lines with heads, bars and brackets: matplotlib 3.6's ArrowStyle._Curve. */
#include <math.h>

#include "draw/arrow.h"

/* In mutation scales: its defaults. */
#define HEAD_LENGTH 0.4
#define HEAD_WIDTH 0.2
#define BRACKET_WIDTH 1.0
#define BRACKET_LENGTH 0.2

enum end { NONE, OPEN, FILLED, BRACKET, BAR };

static const struct {
    enum end tail, head;
} ends[FP_ARROW_STYLES] = {
    [FP_ARROW_TAIL] = {OPEN, NONE},
    [FP_ARROW_HEAD] = {NONE, OPEN},
    [FP_ARROW_BOTH] = {OPEN, OPEN},
    [FP_ARROW_FILLED_TAIL] = {FILLED, NONE},
    [FP_ARROW_FILLED_HEAD] = {NONE, FILLED},
    [FP_ARROW_FILLED_BOTH] = {FILLED, FILLED},
    [FP_ARROW_BRACKET_TAIL] = {BRACKET, NONE},
    [FP_ARROW_BRACKET_HEAD] = {NONE, BRACKET},
    [FP_ARROW_BRACKETS] = {BRACKET, BRACKET},
    [FP_ARROW_BARS] = {BAR, BAR},
};

/* A head whose point is at `at`, for a line that comes from `from`. Its point would reach further,
 * by half the width of its edge: both are moved back, the line's end with it. */
static void
add_head(const struct fp__arrow *arrow, struct fp__point from, struct fp__point *at,
         struct fp__arrow_piece *piece)
{
    const struct fp_arrow_options *o = arrow->options;
    double length = (isnan(o->head_length) ? HEAD_LENGTH : o->head_length) * arrow->scale;
    double width = (isnan(o->head_width) ? HEAD_WIDTH : o->head_width) * arrow->scale;
    double reach = hypot(from.x - at->x, from.y - at->y), side = hypot(length, width);
    double x = (from.x - at->x) / reach, y = (from.y - at->y) / reach;
    double back = .5 * o->linewidth * arrow->point / (width / side);

    at->x += back * x;
    at->y += back * y;
    fp__arrow_add(
        piece, (struct fp__point){at->x + length * x + width * y, at->y - width * x + length * y});
    fp__arrow_add(piece, *at);
    fp__arrow_add(
        piece, (struct fp__point){at->x + length * x - width * y, at->y + width * x + length * y});
}

static void
add_bracket(const struct fp__arrow *arrow, struct fp__point from, struct fp__point at,
            double length, struct fp__arrow_piece *piece)
{
    double reach = hypot(from.x - at.x, from.y - at.y);
    double x = reach > 0 ? (at.x - from.x) / reach : 0, y = reach > 0 ? (at.y - from.y) / reach : 0;
    double width = BRACKET_WIDTH * arrow->scale;
    struct fp__point a = {at.x + width * y, at.y - width * x};
    struct fp__point b = {at.x - width * y, at.y + width * x};

    length *= arrow->scale;
    fp__arrow_add(piece, (struct fp__point){a.x + length * x, a.y + length * y});
    fp__arrow_add(piece, a);
    fp__arrow_add(piece, b);
    fp__arrow_add(piece, (struct fp__point){b.x + length * x, b.y + length * y});
}

/* One end of the line; returns how many pieces that took. */
static size_t
add_end(const struct fp__arrow *arrow, enum end end, struct fp__point from, struct fp__point *at,
        struct fp__arrow_piece *piece)
{
    piece->n = 0;
    piece->solid = end == FILLED;
    if (end == BRACKET || end == BAR)
        add_bracket(arrow, from, *at, end == BAR ? 0 : BRACKET_LENGTH, piece);
    else if (end != NONE && (from.x != at->x || from.y != at->y))
        add_head(arrow, from, at, piece);
    return piece->n > 0;
}

size_t
fp__arrow_thin(const struct fp__arrow *arrow, const struct fp__bend *way,
               struct fp__arrow_piece pieces[3])
{
    enum fp_arrowstyle style = arrow->options->style;
    struct fp__bend line = *way;
    size_t n = 1;

    n += add_end(arrow, ends[style].tail, way->c[1], &line.c[0], &pieces[n]);
    n += add_end(arrow, ends[style].head, way->c[1], &line.c[2], &pieces[n]);
    pieces[0].n = 0;
    pieces[0].solid = false;
    fp__arrow_add_bend(&pieces[0], &line, false);
    return n;
}
