/* SPDX-License-Identifier: MIT */
/* trace.c: cutting, thinning and stroking lines. */
#include "figure/trace.h"

#include <math.h>

/* Where a line has more points than this per column of pixels, it is thinned: of the points in a row
 * that share a column only the first, lowest, highest and last are kept, which cover the same pixels
 * (M4: Jugel and others, Proceedings of the VLDB Endowment 7, 2014). */
#define DENSE 4

/* --- stroking -------------------------------------------------------------------------------------- */

/* A stroke costs more than in proportion to its points, so lines are stroked in pieces that share a
 * point; not where one would shine through the other. */
static void
end_piece(struct fp__trace *t)
{
    size_t last = t->n - 1;

    t->canvas->ops->path(t->canvas, t->x, t->y, t->n);
    t->n = 0;
    if (t->stroke.color.a < 255)
        return;
    t->canvas->ops->stroke(t->canvas, &t->stroke);
    t->stroke.dash_start = t->length;
    t->x[0] = t->x[last];
    t->y[0] = t->y[last];
    t->n = isfinite(t->x[0]);
}

/* A gap begins the dashes anew. */
static void
put(struct fp__trace *t, double x, double y)
{
    if (t->n == FP__TRACE_ROOM || (isnan(x) && t->stroke.dash_start > 0))
        end_piece(t);
    if (isnan(x))
        t->length = t->stroke.dash_start = 0;
    else if (t->n > 0 && !isnan(t->x[t->n - 1]))
        t->length += hypot(x - t->x[t->n - 1], y - t->y[t->n - 1]);
    t->x[t->n] = x;
    t->y[t->n++] = y;
}

/* --- cutting --------------------------------------------------------------------------------------- */

/* Moves one end along the segment to the edge that it lies beyond, if any: exactly onto it. */
static void
pull(double end[2], const double other[2], int i, double lo, double hi)
{
    double edge = fp__clamp(end[i], lo, hi);

    if (edge == end[i])
        return;
    end[1 - i] += (edge - end[i]) / (other[i] - end[i]) * (other[1 - i] - end[1 - i]);
    end[i] = edge;
}

bool
fp__trace_cut(const double box[4], double from[2], double to[2])
{
    for (int i = 0; i < 2; i++) { /* so that no difference of them overflows */
        from[i] = fp__clamp(from[i], -1e150, 1e150);
        to[i] = fp__clamp(to[i], -1e150, 1e150);
    }
    for (int i = 0; i < 2; i++) {
        double lo = box[i], hi = box[i + 2];

        if (!(lo <= hi) || (from[i] < lo && to[i] < lo) || (from[i] > hi && to[i] > hi))
            return false;
        pull(from, to, i, lo, hi);
        pull(to, from, i, lo, hi);
    }
    return true;
}

/* A piece that was cut begins or ends where the line goes on unseen: the path has a gap there. */
static void
add_segment(struct fp__trace *t, double x, double y)
{
    double from[2] = {t->before[0], t->before[1]}, to[2] = {x, y};
    bool seen = fp__trace_cut(t->box, from, to);

    if (seen && (!t->drawn || from[0] != t->before[0] || from[1] != t->before[1])) {
        put(t, NAN, NAN);
        put(t, from[0], from[1]);
    }
    if (seen)
        put(t, to[0], to[1]);
    t->drawn = seen && to[0] == x && to[1] == y;
}

static void
add_point(struct fp__trace *t, double x, double y)
{
    if (isfinite(t->before[0]))
        add_segment(t, x, y);
    else
        t->drawn = false;
    t->before[0] = x;
    t->before[1] = y;
}

static void
add_gap(struct fp__trace *t)
{
    t->before[0] = NAN;
}

/* --- thinning -------------------------------------------------------------------------------------- */

static void
end_column(struct fp__trace *t)
{
    struct fp__trace_column *c = &t->column;
    const struct fp__trace_point *second = &c->lowest, *third = &c->highest;

    if (isnan(c->x))
        return;
    if (second->at > third->at) {
        second = &c->highest;
        third = &c->lowest;
    }
    add_point(t, c->first.x, c->first.y);
    if (second->at > c->first.at)
        add_point(t, second->x, second->y);
    if (third->at > second->at)
        add_point(t, third->x, third->y);
    if (c->last.at > third->at)
        add_point(t, c->last.x, c->last.y);
    c->x = NAN;
}

static void
add_to_column(struct fp__trace *t, double x, double y)
{
    struct fp__trace_column *c = &t->column;
    struct fp__trace_point point = {x, y, t->points++};

    if (floor(x) != c->x) {
        end_column(t);
        *c = (struct fp__trace_column){floor(x), point, point, point, point};
    }
    if (y < c->lowest.y)
        c->lowest = point;
    if (y > c->highest.y)
        c->highest = point;
    c->last = point;
}

/* --- the trace ------------------------------------------------------------------------------------- */

void
fp__trace_begin(struct fp__trace *trace, struct fp__canvas *canvas, const struct fp__stroke *stroke,
                const double box[4], size_t points)
{
    trace->canvas = canvas;
    trace->stroke = *stroke;
    for (int i = 0; i < 4; i++)
        trace->box[i] = box[i];
    trace->thin = (double)points > DENSE * (box[2] - box[0]);
    trace->points = 0;
    trace->column.x = NAN;
    trace->drawn = false;
    trace->n = 0;
    trace->length = 0;
    add_gap(trace);
}

void
fp__trace_add(struct fp__trace *trace, double x, double y)
{
    if (!isfinite(x) || !isfinite(y)) {
        end_column(trace);
        add_gap(trace);
    } else if (trace->thin) {
        add_to_column(trace, x, y);
    } else {
        add_point(trace, x, y);
    }
}

void
fp__trace_end(struct fp__trace *trace)
{
    end_column(trace);
    trace->canvas->ops->path(trace->canvas, trace->x, trace->y, trace->n);
    trace->canvas->ops->stroke(trace->canvas, &trace->stroke);
}
