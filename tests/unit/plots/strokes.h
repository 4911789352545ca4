/* SPDX-License-Identifier: MIT */
/* strokes.h: a canvas that keeps the paths which artists draw inside of their axes' box: strokes
 * and areas, lines and filled rectangles, one after the other. Texts have no size. */
#ifndef TESTS_UNIT_PLOTS_STROKES_H
#define TESTS_UNIT_PLOTS_STROKES_H

#include <math.h>

#include "figure/figure.h"

#define STROKES_ROOM 80000

struct strokes {
    struct fp__canvas base;
    bool inside; /* of a clip */
    double points[STROKES_ROOM][2];
    size_t n;
    size_t stamps;
    struct fp_color color; /* of the last stroke or area */
};

static inline void
strokes_add(struct fp__canvas *canvas, double x, double y)
{
    struct strokes *strokes = (struct strokes *)canvas;

    if (!strokes->inside)
        return;
    assert_true(strokes->n < STROKES_ROOM);
    strokes->points[strokes->n][0] = x;
    strokes->points[strokes->n++][1] = y;
}

static inline void
strokes_line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, double width,
             bool butt, struct fp_color color)
{
    (void)width, (void)butt;
    if (((struct strokes *)canvas)->inside)
        ((struct strokes *)canvas)->color = color;
    strokes_add(canvas, NAN, NAN);
    strokes_add(canvas, x0, y0);
    strokes_add(canvas, x1, y1);
}

static inline void
strokes_fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
             struct fp_color color)
{
    strokes_line(canvas, x0, y0, x1, y0, 0, true, color);
    strokes_add(canvas, x1, y1);
    strokes_add(canvas, x0, y1);
}

static inline void
strokes_clip(struct fp__canvas *canvas, const double box[4])
{
    ((struct strokes *)canvas)->inside = box != NULL;
}

static inline void
strokes_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    for (size_t i = 0; i < n; i++)
        strokes_add(canvas, x[i], y[i]);
}

static inline void
strokes_stroke(struct fp__canvas *canvas, const struct fp__stroke *stroke)
{
    ((struct strokes *)canvas)->color = stroke->color;
    strokes_add(canvas, NAN, NAN);
}

static inline void
strokes_area(struct fp__canvas *canvas, struct fp_color color)
{
    ((struct strokes *)canvas)->color = color;
    strokes_add(canvas, NAN, NAN);
}

static inline void
strokes_group(struct fp__canvas *canvas)
{
    (void)canvas;
}

static inline void
strokes_ungroup(struct fp__canvas *canvas, struct fp_color color)
{
    (void)canvas, (void)color;
}

static inline void
strokes_stamp(struct fp__canvas *canvas, const struct fp__stamp *stamp, const double *x,
              const double *y, size_t n)
{
    (void)stamp, (void)x, (void)y;
    ((struct strokes *)canvas)->stamps += n;
}

static inline void
strokes_panel(struct fp__canvas *canvas, const double box[4], double radius, struct fp_color color,
              double edge_width, struct fp_color edge)
{
    (void)canvas, (void)box, (void)radius, (void)color, (void)edge_width, (void)edge;
}

static inline enum fp_status
strokes_text(struct fp__canvas *canvas, const struct fp__words *words)
{
    (void)canvas, (void)words;
    return FP_OK;
}

static inline enum fp_status
strokes_extents(struct fp__canvas *canvas, const struct fp__words *words,
                struct fp__extents *extents)
{
    (void)canvas, (void)words;
    *extents = (struct fp__extents){0};
    return FP_OK;
}

/* What the figure draws. */
static inline void
strokes_of(struct fp_figure *fig, struct strokes *strokes)
{
    static const struct fp__canvas_ops ops = {.fill = strokes_fill,
                                              .line = strokes_line,
                                              .clip = strokes_clip,
                                              .path = strokes_path,
                                              .stroke = strokes_stroke,
                                              .area = strokes_area,
                                              .group = strokes_group,
                                              .ungroup = strokes_ungroup,
                                              .stamp = strokes_stamp,
                                              .panel = strokes_panel,
                                              .text = strokes_text,
                                              .extents = strokes_extents};

    *strokes = (struct strokes){.base = {.ops = &ops, .dpi = fig->body->dpi}};
    fp_figure_get_size_pixels(fig, &strokes->base.width, &strokes->base.height);
    assert_int_equal(fp__figure_draw(fig, &strokes->base), FP_OK);
}

#endif
