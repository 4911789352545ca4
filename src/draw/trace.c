/* SPDX-License-Identifier: MIT */
/* trace.c: cutting, thinning and stroking lines. */
#include "draw/trace.h"

#include <math.h>

#define DENSE 4 /* points to a column of pixels; where a line has more it is thinned */

#define FEWEST 128   /* points of a piece */
#define SPIKE 2.     /* pixels */
#define CLIMB 65536. /* pixels up and down, after which a piece ends */

/* --- stroking --------------------------------------------------------------------------------- */

static void
draw_piece(struct fp__trace *t)
{
    struct fp__stroke stroke = t->stroke;

    if (t->grouped)
        stroke.color.a = 255;
    t->canvas->ops->path(t->canvas, t->x, t->y, t->n);
    t->canvas->ops->stroke(t->canvas, &stroke);
    t->n = 0;
    t->climbed = 0;
}

/* A stroke costs more than in proportion to what crosses a row of pixels, so lines that go up and
 * down a lot are stroked in pieces; in a group, or where one touches another neither would cover
 * the pixels between them. */
static void
group_pieces(struct fp__trace *t)
{
    if (t->grouped)
        return;
    t->canvas->ops->group(t->canvas);
    t->grouped = true;
}

static void
append(struct fp__trace *t, double x, double y)
{
    t->climbed +=
        t->n > 0 && isfinite(t->y[t->n - 1]) && isfinite(y) ? fabs(y - t->y[t->n - 1]) : 0;
    t->x[t->n] = x;
    t->y[t->n++] = y;
}

/* A piece ends in the middle of its last segment, where the next one begins: corners are joined as
 * within a piece, and what one covers of a pixel the other does not. */
static void
end_piece(struct fp__trace *t)
{
    size_t last = t->n - 1;
    double x = t->x[last], y = t->y[last];
    bool cut = t->run > 1;

    group_pieces(t);
    if (cut) {
        t->x[last] = t->x[last - 1] / 2 + x / 2;
        t->y[last] = t->y[last - 1] / 2 + y / 2;
    }
    draw_piece(t);
    if (cut) {
        t->stroke.dash_start = t->length - hypot(x - t->x[last], y - t->y[last]);
        append(t, t->x[last], t->y[last]);
    }
    if (t->run > 0)
        append(t, x, y);
}

/* Solid lines have square ends, half their width further; pieces that the canvas strokes, flat
 * ones. */
static void
lengthen(struct fp__trace *t, size_t end, size_t next)
{
    double dx = t->x[end] - t->x[next], dy = t->y[end] - t->y[next];
    double further = t->flat || t->stroke.dash_count > 0 ? 0 : t->stroke.width / 2 / hypot(dx, dy);

    t->x[end] += further * dx;
    t->y[end] += further * dy;
}

static void
end_run(struct fp__trace *t)
{
    if (t->run > 1)
        lengthen(t, t->n - 1, t->n - 2);
    t->run = 0;
}

/* A piece had better not end within a spike: both would cover its edges. */
static bool
is_full(const struct fp__trace *t)
{
    bool within = t->n > 1 && fabs(t->y[t->n - 1] - t->y[t->n - 2]) > SPIKE;
    size_t spare = within ? 0 : FP__TRACE_ROOM / 32;

    return t->n >= FP__TRACE_ROOM - spare ||
           (t->n >= FEWEST && t->climbed > (within ? 1.5 : 1) * CLIMB);
}

/* A gap begins the dashes anew. */
static void
put_gap(struct fp__trace *t)
{
    end_run(t);
    if (t->stroke.dash_start != 0)
        draw_piece(t);
    t->length = t->stroke.dash_start = 0;
    if (is_full(t))
        end_piece(t);
    append(t, NAN, NAN);
}

/* A point again says nothing new. */
static void
put(struct fp__trace *t, double x, double y)
{
    if (t->run > 0 && x == t->x[t->n - 1] && y == t->y[t->n - 1])
        return;
    if (is_full(t))
        end_piece(t);
    if (t->run > 0)
        t->length += hypot(x - t->x[t->n - 1], y - t->y[t->n - 1]);
    append(t, x, y);
    if (++t->run == 2)
        lengthen(t, t->n - 2, t->n - 1);
}

/* --- cutting ---------------------------------------------------------------------------------- */

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
        put_gap(t);
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

static void
add_thinned(struct fp__thin *thin, double x, double y)
{
    add_point((struct fp__trace *)thin, x, y);
}

/* --- the trace -------------------------------------------------------------------------------- */

void
fp__trace_begin(struct fp__trace *trace, struct fp__canvas *canvas, const struct fp__stroke *stroke,
                const double box[4], size_t points)
{
    trace->canvas = canvas;
    trace->stroke = *stroke;
    trace->flat = false;
    for (int i = 0; i < 4; i++)
        trace->box[i] = box[i];
    trace->dense = (double)points > DENSE * (box[2] - box[0]);
    fp__thin_begin(&trace->thin, stroke->width / 2, add_thinned);
    trace->drawn = false;
    trace->n = trace->run = 0;
    trace->climbed = 0;
    trace->length = 0;
    trace->grouped = false;
    add_gap(trace);
}

void
fp__trace_add(struct fp__trace *trace, double x, double y)
{
    if (!isfinite(x) || !isfinite(y)) {
        fp__thin_end(&trace->thin);
        add_gap(trace);
    } else if (trace->dense) {
        fp__thin_add(&trace->thin, x, y);
    } else {
        add_point(trace, x, y);
    }
}

void
fp__trace_end(struct fp__trace *trace)
{
    fp__thin_end(&trace->thin);
    end_run(trace);
    draw_piece(trace);
    if (trace->grouped)
        trace->canvas->ops->ungroup(trace->canvas, trace->stroke.color);
}

/* Dashes begin where Agg cuts, one pixel outside. */
void
fp__trace_segment(struct fp__canvas *canvas, const struct fp__stroke *stroke, const double from[2],
                  const double to[2])
{
    double w = stroke->width, x = from[0] == to[0] ? w : 1, y = from[0] == to[0] ? 1 : w;
    const double seen[4] = {-x, -y, canvas->width + x, canvas->height + y};
    double a[2] = {from[0], from[1]}, b[2] = {to[0], to[1]};

    if (!fp__trace_cut(seen, a, b))
        return;
    canvas->ops->path(canvas, (double[]){fp__snap(a[0], w), fp__snap(b[0], w)},
                      (double[]){fp__snap(a[1], w), fp__snap(b[1], w)}, 2);
    canvas->ops->stroke(canvas, stroke);
}
