/* SPDX-License-Identifier: MIT */
/* patch.c: closed shapes that are filled and edged, snapped as Agg does (path_converters.h) and cut
 * to what can be seen. */
#include "draw/patch.h"

#include "draw/dash.h"

#define WIDEST 0x1p17        /* pixels; wider edges could not be told from it on any canvas */
#define FARTHEST 0x1p19      /* no further than a canvas can count */
#define SNAP_AT_MOST 1024    /* Agg looks at no more points, the closing one included */
#define NEARLY_STRAIGHT 1e-4 /* PathSnapper's */
#define SIDES 4

struct fp__stroke
fp__patch_edge(const struct fp__patch *patch, const struct fp__canvas *canvas)
{
    struct fp__stroke stroke = {.join = patch->round ? FP__JOIN_ROUND : FP__JOIN_MITER,
                                .color = patch->edge};

    if (patch->edge.a == 0 || patch->linestyle == FP_NO_LINE)
        return stroke;
    stroke.width = fmin(patch->linewidth * canvas->dpi / 72, WIDEST);
    fp__dash(&stroke, patch->linestyle);
    return stroke;
}

/* The canvas, and around it so much that no corner out there has a miter that is seen. */
static void
find_visible(const struct fp__canvas *canvas, double width, double box[4])
{
    double around = fmin(width * fmax(width, 1) / 2 + width + 2, FARTHEST);

    box[0] = box[1] = -around;
    box[2] = canvas->width + around;
    box[3] = canvas->height + around;
}

/* --- rectangles ------------------------------------------------------------------------------- */

/* It goes twice along its first side, so that the corner where it began is joined too. */
static void
stroke_rectangle(struct fp__canvas *canvas, const struct fp__stroke *stroke, const double c[4])
{
    const double x[] = {c[0], c[2], c[2], c[0], c[0], c[2]};
    const double y[] = {c[1], c[1], c[3], c[3], c[1], c[1]};

    canvas->ops->path(canvas, x, y, stroke->dash_count > 0 ? 5 : 6);
    canvas->ops->stroke(canvas, stroke);
}

void
fp__patch_rectangle(const struct fp__patch *patch, struct fp__canvas *canvas, double x0, double y0,
                    double x1, double y1)
{
    struct fp__stroke edge = fp__patch_edge(patch, canvas);
    double c[4] = {x0, y0, x1, y1}, box[4];

    find_visible(canvas, edge.width, box);
    for (int i = 0; i < 4; i++) {
        if (!isfinite(c[i]))
            return;
        c[i] = fp__clamp(fp__snap(c[i], edge.width), box[i % 2], box[i % 2 + 2]);
    }
    if (patch->face.a > 0)
        canvas->ops->fill(canvas, c[0], c[1], c[2], c[3], patch->face);
    if (edge.width > 0)
        stroke_rectangle(canvas, &edge, c);
}

/* --- polygons --------------------------------------------------------------------------------- */

/* Cut as Sutherland and Hodgman do (Communications of the ACM 17, 1974): corners come to a side of
 * the box one by one, what is left of the polygon goes on to the next side. */

static void
flush(struct fp__outline *c)
{
    c->canvas->ops->path(c->canvas, c->x, c->y, c->n);
    c->n = 0;
}

static void
emit(struct fp__outline *c, const double p[2])
{
    if (c->emitted < 2) {
        c->start[c->emitted][0] = p[0];
        c->start[c->emitted][1] = p[1];
    }
    c->emitted++;
    if (c->n == sizeof c->x / sizeof c->x[0])
        flush(c);
    c->x[c->n] = p[0];
    c->y[c->n++] = p[1];
}

static bool
is_within(const struct fp__outline *c, int side, const double p[2])
{
    return side < 2 ? p[side] >= c->box[side] : p[side - 2] <= c->box[side];
}

/* Where the line between two corners crosses the side, counted from the one within, which is near.
 * Halves keep differences finite. */
static void
cross(const struct fp__outline *c, int side, const double within[2], const double beyond[2],
      double p[2])
{
    int along = side % 2, across = 1 - along;
    double share = (c->box[side] - within[along]) / (beyond[along] / 2 - within[along] / 2);

    p[along] = c->box[side];
    p[across] = within[across] + share * (beyond[across] / 2 - within[across] / 2);
}

static void add(struct fp__outline *c, int side, const double p[2]);

static void
add_crossing(struct fp__outline *c, int side, const double a[2], const double b[2])
{
    bool from_within = is_within(c, side, a);
    double p[2];

    if (from_within == is_within(c, side, b))
        return;
    cross(c, side, from_within ? a : b, from_within ? b : a, p);
    add(c, side + 1, p);
}

static void
add(struct fp__outline *c, int side, const double p[2])
{
    struct fp__outline_side *s = &c->sides[side];

    if (side == SIDES) {
        emit(c, p);
        return;
    }
    if (s->begun)
        add_crossing(c, side, s->last, p);
    for (int i = 0; i < 2; i++) {
        s->last[i] = p[i];
        s->first[i] = s->begun ? s->first[i] : p[i];
    }
    s->begun = true;
    if (is_within(c, side, p))
        add(c, side + 1, p);
}

static void
finish(struct fp__outline *c)
{
    for (int side = 0; side < SIDES; side++)
        if (c->sides[side].begun)
            add_crossing(c, side, c->sides[side].last, c->sides[side].first);
}

void
fp__outline_begin(struct fp__outline *outline, struct fp__canvas *canvas, double width, bool snap)
{
    outline->canvas = canvas;
    outline->width = width;
    outline->snap = snap;
    outline->emitted = outline->n = 0;
    for (int side = 0; side < SIDES; side++)
        outline->sides[side].begun = false;
    find_visible(canvas, width, outline->box);
}

void
fp__outline_add(struct fp__outline *o, double x, double y)
{
    add(o, 0, (double[]){o->snap ? fp__snap(x, o->width) : x, o->snap ? fp__snap(y, o->width) : y});
}

void
fp__outline_end(struct fp__outline *outline, int again)
{
    finish(outline);
    for (int i = 0; i < again && outline->emitted > 1; i++)
        emit(outline, outline->start[i]);
    flush(outline);
}

/* Adds the polygon to the canvas's path, its first `again` corners at its end again. */
static void
trace(struct fp__canvas *canvas, double width, bool snap, int again, const double *x,
      const double *y, size_t n)
{
    struct fp__outline outline;

    fp__outline_begin(&outline, canvas, width, snap);
    for (size_t i = 0; i < n; i++)
        fp__outline_add(&outline, x[i], y[i]);
    fp__outline_end(&outline, again);
}

static bool
all_finite(const double *x, const double *y, size_t n)
{
    bool finite = true;

    for (size_t i = 0; i < n; i++)
        finite &= isfinite(x[i]) && isfinite(y[i]);
    return finite;
}

/* Agg does not look at the side that closes it. */
static bool
is_rectilinear(const double *x, const double *y, size_t n)
{
    if (n + 1 > SNAP_AT_MOST)
        return false;
    for (size_t i = 1; i < n; i++)
        if (fabs(x[i] - x[i - 1]) >= NEARLY_STRAIGHT && fabs(y[i] - y[i - 1]) >= NEARLY_STRAIGHT)
            return false;
    return true;
}

void
fp__patch_polygon(const struct fp__patch *patch, struct fp__canvas *canvas, const double *x,
                  const double *y, size_t n)
{
    struct fp__stroke edge = fp__patch_edge(patch, canvas);
    bool snap = is_rectilinear(x, y, n);

    if (!all_finite(x, y, n))
        return;
    if (patch->face.a > 0) {
        trace(canvas, edge.width, snap, 0, x, y, n);
        canvas->ops->area(canvas, patch->face);
    }
    if (edge.width > 0) {
        trace(canvas, edge.width, snap, edge.dash_count > 0 ? 1 : 2, x, y, n);
        canvas->ops->stroke(canvas, &edge);
    }
}
