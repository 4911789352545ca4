/* SPDX-License-Identifier: MIT */
/* marker.c: markers from their tables to stamps: scaled, snapped and flattened as matplotlib 3.6's
 * Agg does (_backend_agg.h, path_converters.h; curves: agg_curves.cpp's curve4_div). */
#include "draw/marker.h"

#define DEEPEST 6      /* halvings of a spline; at them circles are larger than any canvas */
#define FLAT (.5 * .5) /* m_distance_tolerance_square at scale 1 */
#define MITER_REACH                                                                                \
    4 /* half widths of the edge, or its width in pixels: no marker has sharper corners */
#define NEARLY_STRAIGHT 1e-4 /* PathSnapper's */

const struct fp__marker_shape *
fp__marker_find(char name)
{
    for (size_t i = 0; i < FP__MARKERS; i++)
        if (fp__marker_shapes[i].name == name)
            return &fp__marker_shapes[i];
    return NULL;
}

bool
fp__marker_is_rectilinear(const struct fp__marker_shape *shape)
{
    if (shape->curved)
        return false;
    for (size_t i = 1; i < shape->n; i++) {
        const double *a = shape->points[i - 1], *b = shape->points[i];

        if (fabs(a[0] - b[0]) >= NEARLY_STRAIGHT && fabs(a[1] - b[1]) >= NEARLY_STRAIGHT)
            return false;
    }
    return true;
}

bool
fp__marker_snaps(const struct fp__marker_shape *shape, double size)
{
    return isnan(shape->snap_from) ? fp__marker_is_rectilinear(shape) : size >= shape->snap_from;
}

/* --- flattening ------------------------------------------------------------------------------- */

struct point {
    double x, y;
};

static struct point
middle(struct point a, struct point b)
{
    return (struct point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

static void
add(struct fp__marker *marker, struct point p)
{
    marker->x[marker->stamp.n] = p.x;
    marker->y[marker->stamp.n++] = p.y;
}

/* The points between the ends of a spline. */
static void
flatten(struct fp__marker *marker, const struct point p[4], int depth)
{
    struct point p12 = middle(p[0], p[1]), p23 = middle(p[1], p[2]), p34 = middle(p[2], p[3]);
    struct point p123 = middle(p12, p23), p234 = middle(p23, p34), half = middle(p123, p234);
    double dx = p[3].x - p[0].x, dy = p[3].y - p[0].y;
    double away = fabs((p[1].x - p[3].x) * dy - (p[1].y - p[3].y) * dx) +
                  fabs((p[2].x - p[3].x) * dy - (p[2].y - p[3].y) * dx);

    if (depth == DEEPEST || away * away <= FLAT * (dx * dx + dy * dy)) {
        add(marker, p23);
        return;
    }
    flatten(marker, (struct point[]){p[0], p12, p123, half}, depth + 1);
    flatten(marker, (struct point[]){half, p234, p34, p[3]}, depth + 1);
}

static void
add_splines(struct fp__marker *marker, const struct fp__marker_look *look, struct point at)
{
    struct point p[4];

    for (size_t i = 0; i + 3 < look->shape->n; i += 3) {
        for (size_t k = 0; k < 4; k++) {
            const double *v = look->shape->points[i + k];

            p[k] = (struct point){at.x + v[0] * look->size, at.y - v[1] * look->size};
        }
        add(marker, p[0]);
        flatten(marker, p, 0);
    }
}

/* --- stamps ----------------------------------------------------------------------------------- */

static void
add_corners(struct fp__marker *marker, const struct fp__marker_look *look, struct point at,
            bool snap)
{
    for (size_t i = 0; i < look->shape->n; i++) {
        const double *v = look->shape->points[i];
        struct point p = {at.x + v[0] * look->size, at.y - v[1] * look->size};

        if (snap)
            p = (struct point){fp__snap(p.x, look->edge_width), fp__snap(p.y, look->edge_width)};
        add(marker, p);
    }
}

static void
init(struct fp__marker *marker, const struct fp__marker_look *look, struct point at, bool snap)
{
    marker->stamp = (struct fp__stamp){
        .x = marker->x,
        .y = marker->y,
        .closed = look->shape->closed,
        .face = look->shape->closed ? look->face : FP_CLEAR,
        .edge = {.width = look->edge_width, .join = look->join, .color = look->edge}};
    marker->reach = look->size + MITER_REACH * look->edge_width / 2 + 2;
    if (look->shape->curved)
        add_splines(marker, look, at);
    else
        add_corners(marker, look, at, snap);
}

void
fp__marker_init(struct fp__marker *marker, const struct fp__marker_look *look, bool snap)
{
    struct point at = {snap ? 0 : .5, snap ? 0 : .5};

    init(marker, look, at, snap);
}

void
fp__marker_init_at(struct fp__marker *marker, const struct fp__marker_look *look, double x,
                   double y)
{
    init(marker, look, (struct point){x, y}, fp__marker_is_rectilinear(look->shape));
}

/* --- places ----------------------------------------------------------------------------------- */

void
fp__marker_flush(struct fp__marker_places *places)
{
    if (places->n > 0)
        places->canvas->ops->stamp(places->canvas, &places->marker->stamp, places->x, places->y,
                                   places->n);
    places->n = 0;
}

void
fp__marker_put(struct fp__marker_places *places, double x, double y)
{
    double reach = places->marker->reach;

    if (!(x > -reach && x < places->canvas->width + reach && y > -reach &&
          y < places->canvas->height + reach))
        return;
    if (places->n == sizeof places->x / sizeof places->x[0])
        fp__marker_flush(places);
    places->x[places->n] = floor(x + .5);
    places->y[places->n++] = floor(y + .5);
}
