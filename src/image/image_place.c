/* SPDX-License-Identifier: MIT */
/* image_place.c: where an image lies on a canvas.
 *
 * The picture has as many pixels as the ceilings of the box that shows it, the data stretched to
 * fill them; its left column and its last row stand on rounded places, and what then reaches
 * beyond the box is cut. (matplotlib 3.6, image.py _make_image and Agg's draw_image.) */
#include "image/image_place.h"

#include <math.h>

#include "image/image_bend.h"
#include "image/image_size.h"

/* Beyond this many pixels the picture is taken to be its visible part. */
#define LONGEST_SIDE (1 << 20)

static double
nearest_pixel(double v)
{
    return floor(v + .5);
}

/* Where Agg's clip box ends: the column at its right edge is inside; rows end where the edge is
 * rounded from the top. */
static double
clipped_end(double last, bool columns)
{
    return columns ? nearest_pixel(last) + 1 : ceil(last - .5);
}

/* The source's last pixel lies at the left, or at the bottom, where the span runs backwards.
 * from, to: where the edges of the array's index 0 and of its last index lie, in pixels. */
static bool
find_place(struct fp__image_place *place, size_t source, double from, double to, double box0,
           double box1, int canvas, bool columns)
{
    double lo = fmin(from, to), hi = fmax(from, to), n = (double)source;
    double first = fmax(lo, box0), last = fmin(hi, box1);
    double at = nearest_pixel(first), skip = fmax(-at, 0);
    double out = fmax(ceil(last - first), 1);
    double end = fmin(fmin(out, clipped_end(box1, columns) - at), canvas - at);
    double start = first > lo ? (first - lo) / (hi - lo) * n : 0;
    double stop = last < hi ? (last - lo) / (hi - lo) * n : n;
    double pixel = (stop - start) / out;

    if (!(last > first) || !(end > skip) || !(stop > start))
        return false;
    if (out > LONGEST_SIDE) {
        start += skip * pixel;
        stop = start + (end - skip) * pixel;
        at += skip;
        out = end -= skip;
        skip = 0;
    }
    *place = (struct fp__image_place){.side = {.src = source,
                                               .span = {start, stop},
                                               .out = (size_t)out,
                                               .skip = (size_t)skip,
                                               .count = (size_t)(end - skip)},
                                      .at = (int)(at + skip)};
    if (from > to)
        place->side.span = (struct fp__span){n - start, n - stop};
    return place->side.span.start != place->side.span.stop;
}

/* The same for an image on axes that are not both linear. matplotlib does not round its picture up,
 * and looks up where its pixels lie. */
static bool
find_bent_place(struct fp__image_place *place, size_t source, double from, double to, double box0,
                double box1, int canvas, bool columns)
{
    double lo = fmin(from, to), hi = fmax(from, to), n = (double)source;
    double first = fmax(lo, box0), last = fmin(hi, box1);
    double at = nearest_pixel(first), skip = fmax(-at, 0);
    double out = floor(last - first);
    double end = fmin(fmin(out, clipped_end(box1, columns) - at), canvas - at);

    if (!(last > first) || !(end > skip))
        return false;
    *place = (struct fp__image_place){
        .side = {.src = source, .out = (size_t)(end - skip), .count = (size_t)(end - skip)},
        .displayed = hi - lo,
        .first = first + skip,
        .at = (int)(at + skip)};
    place->side.span = from > to ? (struct fp__span){n, 0} : (struct fp__span){0, n};
    return true;
}

static bool
is_backwards(const struct fp__image_place *place)
{
    return place->side.span.start > place->side.span.stop;
}

/* Counts from the other end. */
static void
turn(struct fp__side *side)
{
    side->span = (struct fp__span){side->span.stop, side->span.start};
    side->skip = side->out - side->skip - side->count;
}

static bool
is_bent(const struct fp__view *view)
{
    return view->x.curve.kind != FP__CURVE_LINEAR || view->y.curve.kind != FP__CURVE_LINEAR;
}

bool
fp__image_places_find(struct fp__image_places *places, const struct fp__image_body *body,
                      const struct fp__view *view, const struct fp__canvas *canvas)
{
    const double *e = body->extent;
    const struct fp__box *box = &view->box;
    bool upper = body->options.origin == FP_ORIGIN_UPPER;
    double bottom = fp__view_y(view, e[2]), top = fp__view_y(view, e[3]), size[2];
    bool (*find)(struct fp__image_place *, size_t, double, double, double, double, int, bool);

    places->bent = is_bent(view);
    find = places->bent ? find_bent_place : find_place;
    if (!find(&places->x, body->width, fp__view_x(view, e[0]), fp__view_x(view, e[1]), box->x0,
              box->x1, canvas->width, true) ||
        !find(&places->y, body->height, upper ? top : bottom, upper ? bottom : top, box->y0,
              box->y1, canvas->height, false))
        return false;
    places->from_top = is_backwards(&places->y);
    if (places->from_top)
        turn(&places->y.side);
    if (places->bent)
        return true;
    fp__image_size(body, view, size);
    places->x.displayed = size[0];
    places->y.displayed = size[1];
    return true;
}

/* --- bent axes -------------------------------------------------------------------------------- */

static void
reverse(double *v, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        double swapped = v[i];

        v[i] = v[n - 1 - i];
        v[n - 1 - i] = swapped;
    }
}

void
fp__image_places_bend(struct fp__image_places *places, const struct fp__image_body *body,
                      const struct fp__view *view, double *xs, double *ys)
{
    const struct fp__box *box = &view->box;
    const double *e = body->extent;
    struct fp__bend x = {&view->x, box->x0, box->x1, e[0], e[1], body->width, false};
    struct fp__bend y = {&view->y, box->y0, box->y1, e[2], e[3], body->height, false};

    y.backwards = body->options.origin == FP_ORIGIN_UPPER;
    fp__bend_positions(&x, places->x.first, places->x.side.out, xs);
    fp__bend_positions(&y, places->y.first, places->y.side.out, ys);
    if (places->from_top)
        reverse(ys, places->y.side.out);
    places->x.side.bent = xs;
    places->y.side.bent = ys;
}
