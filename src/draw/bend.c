/* SPDX-License-Identifier: MIT */
/* bend.c: quadratic Bézier curves. */
#include "draw/bend.h"

#include <math.h>

#define NEAR 0.01 /* pixels */

static struct fp__point
between(struct fp__point a, struct fp__point b, double t)
{
    return (struct fp__point){a.x * (1 - t) + b.x * t, a.y * (1 - t) + b.y * t};
}

struct fp__point
fp__bend_at(const struct fp__bend *bend, double t)
{
    return between(between(bend->c[0], bend->c[1], t), between(bend->c[1], bend->c[2], t), t);
}

/* Whether a ray to the right crosses the polygon's sides an odd number of times. */
static bool
polygon_has(const struct fp__region *r, struct fp__point p)
{
    bool inside = false;

    for (size_t i = 0, j = r->n - 1; i < r->n; j = i++)
        if ((r->y[i] > p.y) != (r->y[j] > p.y) &&
            p.x < (r->x[j] - r->x[i]) * (p.y - r->y[i]) / (r->y[j] - r->y[i]) + r->x[i])
            inside = !inside;
    return inside;
}

bool
fp__region_has(const struct fp__region *region, struct fp__point point)
{
    double dx = point.x - region->middle.x, dy = point.y - region->middle.y;

    return region->n > 0 ? polygon_has(region, point)
                         : dx * dx + dy * dy < region->radius * region->radius;
}

/* De Casteljau's rule. */
static void
split(const struct fp__bend *bend, double t, struct fp__bend *first, struct fp__bend *second)
{
    struct fp__point a = bend->c[0], c = bend->c[2];
    struct fp__point ab = between(a, bend->c[1], t), bc = between(bend->c[1], c, t);
    struct fp__point middle = between(ab, bc, t);

    if (first)
        *first = (struct fp__bend){{a, ab, middle}};
    if (second)
        *second = (struct fp__bend){{middle, bc, c}};
}

bool
fp__bend_cut(const struct fp__bend *bend, const struct fp__region *region, struct fp__bend *first,
             struct fp__bend *second)
{
    struct fp__point from = bend->c[0], to = bend->c[2];
    bool inside = fp__region_has(region, from);
    double t0 = 0, t1 = 1;

    if (inside == fp__region_has(region, to))
        return false;
    while (hypot(from.x - to.x, from.y - to.y) >= NEAR && t1 - t0 > 1e-12) {
        double t = (t0 + t1) / 2;
        struct fp__point middle = fp__bend_at(bend, t);
        bool crossed = fp__region_has(region, middle) != inside;

        if (crossed) {
            t1 = t;
            to = middle;
        } else {
            t0 = t;
            from = middle;
        }
    }
    split(bend, (t0 + t1) / 2, first, second);
    return true;
}
