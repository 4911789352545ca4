/* SPDX-License-Identifier: MIT */
/* canvas_stamp.c: small shapes at many places. */
#include "render/canvas_parts.h"

#include <math.h>

static void
stamp_path(struct fp__canvas *canvas, const struct fp__stamp *s)
{
    fp__canvas_path(canvas, s->x, s->y, s->n);
    if (s->closed)
        cairo_close_path(((struct fp__image_canvas *)canvas)->cr);
}

/* Draws it once at a place. */
static void
stamp_at(struct fp__canvas *canvas, const struct fp__stamp *s, double x, double y)
{
    cairo_t *cr = ((struct fp__image_canvas *)canvas)->cr;

    cairo_translate(cr, x, y);
    if (s->face.a > 0) {
        stamp_path(canvas, s);
        fp__canvas_area(canvas, s->face);
    }
    if (s->edge.width > 0 && s->edge.color.a > 0) {
        stamp_path(canvas, s);
        fp__canvas_stroke(canvas, &s->edge);
    }
    cairo_identity_matrix(cr);
}

/* What its path reaches, with half the width of its edge and the miter's share around. */
static void
find_reach(const struct fp__stamp *s, double box[4])
{
    double around = s->edge.width * fmax(s->edge.width, 1) / 2 + 1;

    box[0] = box[1] = INFINITY;
    box[2] = box[3] = -INFINITY;
    for (size_t i = 0; i < s->n; i++) {
        box[0] = fmin(box[0], s->x[i] - around);
        box[1] = fmin(box[1], s->y[i] - around);
        box[2] = fmax(box[2], s->x[i] + around);
        box[3] = fmax(box[3], s->y[i] + around);
    }
}

/* Finds what the face covers, or else the edge; false when there is nothing, or too much. */
static bool
cover_stamp(struct fp__cover *cover, const struct fp__stamp *s, bool edge, const double box[4])
{
    struct fp__stroke opaque = s->edge;
    struct fp__image_canvas canvas = {.cr = fp__cover_begin(cover, box)};

    if (!canvas.cr)
        return false;
    opaque.color = FP_BLACK;
    stamp_path(&canvas.base, s);
    if (edge)
        fp__canvas_stroke(&canvas.base, &opaque);
    else
        fp__canvas_area(&canvas.base, FP_BLACK);
    cairo_destroy(canvas.cr);
    cairo_surface_flush(cover->surface);
    return cairo_surface_status(cover->surface) == CAIRO_STATUS_SUCCESS;
}

/* The same pixels as stamp_at's, at many places. */
static bool
stamp_covers(struct fp__image_canvas *canvas, const struct fp__stamp *s, const double *x,
             const double *y, size_t n)
{
    bool has_face = s->face.a > 0, has_edge = s->edge.width > 0 && s->edge.color.a > 0;
    struct fp__ground ground = fp__canvas_ground(canvas);
    struct fp__cover face = {0}, edge = {0};
    double box[4];
    bool covered;

    find_reach(s, box);
    fp__canvas_reach_anywhere(canvas);
    covered = (!has_face || cover_stamp(&face, s, false, box)) &&
              (!has_edge || cover_stamp(&edge, s, true, box));
    fp__canvas_settle(canvas);
    for (size_t i = 0; covered && i < n; i++) {
        if (has_face)
            fp__cover_blend(&face, &ground, s->face, (int)x[i], (int)y[i]);
        if (has_edge)
            fp__cover_blend(&edge, &ground, s->edge.color, (int)x[i], (int)y[i]);
    }
    fp__cover_finish(&face);
    fp__cover_finish(&edge);
    return covered;
}

void
fp__canvas_stamp(struct fp__canvas *canvas, const struct fp__stamp *s, const double *x,
                 const double *y, size_t n)
{
    fp__canvas_meet(canvas, s->face);
    fp__canvas_meet(canvas, s->edge.color);
    if (n > 1 && stamp_covers((struct fp__image_canvas *)canvas, s, x, y, n))
        return;
    for (size_t i = 0; i < n; i++)
        stamp_at(canvas, s, x[i], y[i]);
}
