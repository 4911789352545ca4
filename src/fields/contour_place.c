/* SPDX-License-Identifier: MIT */
/* contour_place.c: where on a contour line a label has its place: matplotlib 3.6's contour.py
 * (print_label, locate_label, too_close). */
#include "fields/contour_place.h"

#include <math.h>

/* --- long enough? ----------------------------------------------------------------------------- */

bool
fp__contour_has_room(const struct fp__contour_pen *pen, const double *x, const double *y, size_t n,
                     double width)
{
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};

    for (size_t i = 0; i < n; i++) {
        low[0] = fmin(low[0], x[i]);
        low[1] = fmin(low[1], y[i]);
        high[0] = fmax(high[0], x[i]);
        high[1] = fmax(high[1], y[i]);
    }
    return (double)n > 10 * width / fp__contour_pixel(pen) || high[0] - low[0] > 1.2 * width ||
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

bool
fp__contour_find_point(const struct fp__contour_pen *pen, const double *x, const double *y,
                       size_t n, double width, size_t *found)
{
    struct parts parts = part(x, y, n, width / fp__contour_pixel(pen));
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
