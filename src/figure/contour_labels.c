/* SPDX-License-Identifier: MIT */
/* contour_labels.c: where labels stand on contour lines: matplotlib 3.6's contour.py (print_label,
 * locate_label, calc_label_rot_and_inline). */
#include <math.h>

#include "figure/contour.h"
#include "figure/trace.h"
#include "figure/words.h"

/* A line as its label sees it: a closed one begins at the label. */
struct route {
    const double *x, *y;
    size_t n, start;
    bool closed;
    double *lengths; /* of the way to each point, from the label's on */
};

static size_t
index_of(const struct route *route, size_t k)
{
    return route->closed ? (route->start + k) % (route->n - 1) : k;
}

/* matplotlib counts a label's width in points of the line for each pixel. So that a figure has its
 * labels in the same places at every resolution those are the pixels of one with 100 dpi. */
#define DPI 100

static double
pixel(const struct fp__contour_pen *pen)
{
    return pen->canvas->dpi / DPI;
}

/* --- long enough? ----------------------------------------------------------------------------- */

static bool
has_room(const struct fp__contour_pen *pen, const double *x, const double *y, size_t n,
         double width)
{
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};

    for (size_t i = 0; i < n; i++) {
        low[0] = fmin(low[0], x[i]);
        low[1] = fmin(low[1], y[i]);
        high[0] = fmax(high[0], x[i]);
        high[1] = fmax(high[1], y[i]);
    }
    return (double)n > 10 * width / pixel(pen) || high[0] - low[0] > 1.2 * width ||
           high[1] - low[1] > 1.2 * width;
}

/* --- where it is straight --------------------------------------------------------------------- */

/* Points of a line in a row, as many as a label is wide in such pixels; the last ones go on with
 * the line's first. */
struct parts {
    const double *x, *y;
    size_t n, length, count;
};

static struct parts
part(const double *x, const double *y, size_t n, double width)
{
    struct parts parts = {.x = x, .y = y, .n = n, .length = n, .count = 1};

    if (width > 1 && (double)n > width) {
        parts.count = (size_t)ceil((double)n / width);
        parts.length = (size_t)width;
    }
    return parts;
}

static size_t
point_of(const struct parts *parts, size_t part_at, size_t k)
{
    return (part_at * parts->length + k) % parts->n;
}

/* How far its points lie from the straight line between its ends, all added; NaN when the ends are
 * one point. */
static double
bend_of(const struct parts *p, size_t at)
{
    size_t first = point_of(p, at, 0), last = point_of(p, at, p->length - 1);
    double dx = p->x[last] - p->x[first], dy = p->y[last] - p->y[first], sum = 0;

    for (size_t k = 0; k < p->length; k++) {
        size_t i = point_of(p, at, k);

        sum += fabs((p->y[first] - p->y[i]) * dx - (p->x[first] - p->x[i]) * dy) / hypot(dx, dy);
    }
    return sum;
}

static bool
is_too_close(const struct fp__contour_pen *pen, double x, double y, double width)
{
    double least = 1.44 * width * width;

    for (size_t i = 0; i < pen->place_count; i++) {
        double dx = x - pen->places[i].x, dy = y - pen->places[i].y;

        if (dx * dx + dy * dy < least)
            return true;
    }
    return false;
}

/* The straightest part that is left. */
static size_t
straightest(const double *bends, size_t n)
{
    size_t best = 0;

    for (size_t i = 1; i < n; i++)
        if (bends[i] < bends[best] || (isnan(bends[best]) && !isnan(bends[i])))
            best = i;
    return best;
}

/* The point in the middle of the straightest part that no other label is close to; of the
 * straightest when there is none. False without memory. */
static bool
find_point(const struct fp__contour_pen *pen, const double *x, const double *y, size_t n,
           double width, size_t *found)
{
    struct parts parts = part(x, y, n, width / pixel(pen));
    double *bends = fp__scratch(pen->canvas->ctx, FP__SCRATCH_BENDS, parts.count, sizeof *bends);
    size_t best;

    if (!bends)
        return false;
    for (size_t i = 0; i < parts.count; i++)
        bends[i] = bend_of(&parts, i);
    best = straightest(bends, parts.count);
    *found = point_of(&parts, best, parts.length / 2);
    for (size_t tried = 0; tried < parts.count; tried++) {
        size_t at = straightest(bends, parts.count);
        size_t i = point_of(&parts, at, parts.length / 2);

        if (!is_too_close(pen, x[i], y[i], width)) {
            *found = i;
            return true;
        }
        bends[at] = NAN;
    }
    return true;
}

/* --- along the line --------------------------------------------------------------------------- */

static bool
is_closed(const double *x, const double *y, size_t n)
{
    double near_x = 1e-13 + 1e-10 * fabs(x[n - 1]), near_y = 1e-13 + 1e-10 * fabs(y[n - 1]);

    return n > 2 && fabs(x[0] - x[n - 1]) <= near_x && fabs(y[0] - y[n - 1]) <= near_y;
}

static bool
measure(struct fp_context *ctx, struct route *route, size_t label)
{
    double zero;

    route->lengths = fp__scratch(ctx, FP__SCRATCH_LENGTHS, route->n, sizeof *route->lengths);
    if (!route->lengths)
        return false;
    route->lengths[0] = 0;
    for (size_t k = 1; k < route->n; k++) {
        size_t a = index_of(route, k - 1), b = index_of(route, k);

        route->lengths[k] =
            route->lengths[k - 1] + hypot(route->x[b] - route->x[a], route->y[b] - route->y[a]);
    }
    zero = route->closed ? 0 : route->lengths[label];
    for (size_t k = 0; k < route->n; k++)
        route->lengths[k] -= zero;
    return true;
}

/* The point that lies so far along; an end for what lies beyond it. */
static void
point_along(const struct route *route, double length, double point[2])
{
    size_t last = route->n - 1, k = 1, a, b;
    double share;

    while (k < last && route->lengths[k] < length)
        k++;
    a = index_of(route, k - 1);
    b = index_of(route, k);
    share = (length - route->lengths[k - 1]) / (route->lengths[k] - route->lengths[k - 1]);
    share = isfinite(share) ? fp__clamp(share, 0, 1) : 0;
    point[0] = route->x[a] + share * (route->x[b] - route->x[a]);
    point[1] = route->y[a] + share * (route->y[b] - route->y[a]);
}

/* From one end of the label to the other, turned so that it can be read. */
static double
find_angle(const struct route *route, double from, double to)
{
    double a[2], b[2], angle;

    point_along(route, from, a);
    point_along(route, to, b);
    angle = atan2(a[1] - b[1], b[0] - a[0]) * 180 / M_PI; /* the canvas counts y downwards */
    angle = fmod(angle + 90, 180);
    return (angle < 0 ? angle + 180 : angle) - 90;
}

/* Draws what lies between two lengths. */
static void
draw_piece(const struct fp__contour_pen *pen, const struct route *route, double from, double to)
{
    double end[2];

    fp__trace_add(pen->trace, NAN, NAN);
    point_along(route, from, end);
    fp__trace_add(pen->trace, end[0], end[1]);
    for (size_t k = 0; k < route->n; k++) {
        size_t i = index_of(route, k);

        if (route->lengths[k] > from && route->lengths[k] < to)
            fp__trace_add(pen->trace, route->x[i], route->y[i]);
    }
    point_along(route, to, end);
    fp__trace_add(pen->trace, end[0], end[1]);
}

/* Of a ring the label lies at both ends; one that is shorter than its label goes. */
static void
draw_broken(const struct fp__contour_pen *pen, const struct route *route, double half)
{
    double first = route->lengths[0], last = route->lengths[route->n - 1];

    if (route->closed) {
        if (last > half)
            draw_piece(pen, route, half, last - half);
        return;
    }
    if (first <= -half)
        draw_piece(pen, route, first, -half);
    if (last >= half)
        draw_piece(pen, route, half, last);
}

static void
draw_whole(const struct fp__contour_pen *pen, const double *x, const double *y, size_t n)
{
    fp__trace_add(pen->trace, NAN, NAN);
    for (size_t i = 0; i < n; i++)
        fp__trace_add(pen->trace, x[i], y[i]);
}

/* --- labels ----------------------------------------------------------------------------------- */

static bool
add_place(struct fp__contour_pen *pen, size_t level, double x, double y, double angle)
{
    struct fp__contour_place *places =
        fp__scratch(pen->canvas->ctx, FP__SCRATCH_PLACES, pen->place_count + 1, sizeof *places);

    pen->places = places;
    if (places)
        places[pen->place_count++] = (struct fp__contour_place){level, x, y, angle};
    return places != NULL;
}

static struct fp__words
words_of(const struct fp__contour_pen *pen, size_t level)
{
    const struct fp__contour_labels *labels = &pen->contour->labels;
    const struct fp__contour_look *look = &pen->contour->looks[level];

    return (struct fp__words){.text = look->text,
                              .size = labels->size * pen->canvas->dpi / 72,
                              .color = labels->has_color ? labels->color : look->color};
}

static enum fp_status
draw_labelled(struct fp__contour_pen *pen, size_t level, const double *x, const double *y, size_t n,
              double width)
{
    const struct fp__contour_labels *labels = &pen->contour->labels;
    struct route route = {.x = x, .y = y, .n = n, .closed = is_closed(x, y, n)};
    double half = width / 2, end;

    if (!find_point(pen, x, y, n, width, &route.start) ||
        !measure(pen->canvas->ctx, &route, route.start))
        return FP_ERR_MEMORY;
    end = route.closed ? route.lengths[n - 1] : 0;
    if (!add_place(pen, level, x[route.start], y[route.start],
                   find_angle(&route, end - half, half)))
        return FP_ERR_MEMORY;
    if (labels->breaks)
        draw_broken(pen, &route, half + labels->spacing * pixel(pen));
    else
        draw_whole(pen, x, y, n);
    return FP_OK;
}

enum fp_status
fp__contour_draw_line(struct fp__contour_pen *pen, size_t level, const double *x, const double *y,
                      size_t n)
{
    struct fp__words words = words_of(pen, level);
    struct fp__extents e;
    enum fp_status status = FP_OK;

    if (words.text)
        status = pen->canvas->ops->extents(pen->canvas, &words, &e);
    if (status != FP_OK)
        return status;
    if (words.text && has_room(pen, x, y, n, e.width))
        return draw_labelled(pen, level, x, y, n, e.width);
    draw_whole(pen, x, y, n);
    return FP_OK;
}

enum fp_status
fp__contour_write_labels(const struct fp__contour_pen *pen)
{
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < pen->place_count; i++) {
        const struct fp__contour_place *place = &pen->places[i];
        struct fp__words words = words_of(pen, place->level);

        words.angle = place->angle;
        status = fp__words_draw(pen->canvas, &words,
                                (struct fp__anchor){.x = place->x,
                                                    .y = pen->canvas->height - place->y,
                                                    .ha = FP_HALIGN_CENTER,
                                                    .va = FP_VALIGN_CENTER});
    }
    return status;
}
