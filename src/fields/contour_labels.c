/* SPDX-License-Identifier: MIT */
/* contour_labels.c: labels along contour lines, which make room for them: matplotlib 3.6's
 * contour.py (calc_label_rot_and_inline). */
#include <math.h>

#include "draw/trace.h"
#include "draw/words.h"
#include "fields/contour_place.h"

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

    if (!fp__contour_find_point(pen, x, y, n, width, &route.start) ||
        !measure(pen->canvas->ctx, &route, route.start))
        return FP_ERR_MEMORY;
    end = route.closed ? route.lengths[n - 1] : 0;
    if (!add_place(pen, level, x[route.start], y[route.start],
                   find_angle(&route, end - half, half)))
        return FP_ERR_MEMORY;
    if (labels->breaks)
        draw_broken(pen, &route, half + labels->spacing * fp__contour_pixel(pen));
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
    if (words.text && fp__contour_has_room(pen, x, y, n, e.width))
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
