/* SPDX-License-Identifier: MIT */
/* patch.h: closed shapes that are filled and edged, as matplotlib's patches: bars, areas, keys. */
#ifndef DRAW_PATCH_H
#define DRAW_PATCH_H

#include "draw/canvas.h"
#include "flatplot/plot.h"

struct fp__patch {
    struct fp_color face;        /* clear: not filled */
    struct fp_color edge;        /* clear: none */
    double linewidth;            /* of the edge, in points; 0: none */
    enum fp_linestyle linestyle; /* of the edge */
    bool round;                  /* its corners are, instead of sharp */
};

/* The stroke of its edge on a canvas; its width is 0 when there is none. */
struct fp__stroke fp__patch_edge(const struct fp__patch *patch, const struct fp__canvas *canvas);

/* Both are drawn with corners in pixels of the canvas, which Agg's snapper moves to whole ones
 * where all sides run along the axes. Nothing is drawn when a number is not finite. What lies
 * outside of the canvas may be as far as it likes. */
void fp__patch_rectangle(const struct fp__patch *patch, struct fp__canvas *canvas, double x0,
                         double y0, double x1, double y1);
void fp__patch_polygon(const struct fp__patch *patch, struct fp__canvas *canvas, const double *x,
                       const double *y, size_t n);

/* The same for a polygon whose corners come one by one: an outline, and then area or stroke. */
struct fp__outline_side {
    double first[2], last[2];
    bool begun;
};

struct fp__outline {
    struct fp__canvas *canvas;
    double width; /* of the edge, in pixels */
    bool snap;
    double box[4]; /* of its sides the first two are the lower ends of x and y */
    struct fp__outline_side sides[4];
    double start[2][2]; /* the first two corners that are left */
    size_t emitted;
    double x[256], y[256];
    size_t n;
};

/* Begins the path of a polygon for an edge of that width, or of 0 for its face. */
void fp__outline_begin(struct fp__outline *outline, struct fp__canvas *canvas, double width,
                       bool snap);
void fp__outline_add(struct fp__outline *outline, double x, double y);

/* Ends the path with the polygon's first `again` corners: 2 join an edge where it began, 1 closes
 * dashes. */
void fp__outline_end(struct fp__outline *outline, int again);

#endif
