/* SPDX-License-Identifier: MIT */
/* patch.h: closed shapes that are filled and edged, as matplotlib's patches: bars, areas, keys. */
#ifndef FIGURE_PATCH_H
#define FIGURE_PATCH_H

#include "figure/canvas.h"
#include "flatplot/plot.h"

struct fp__patch {
    struct fp_color face;        /* clear: not filled */
    struct fp_color edge;        /* clear: none */
    double linewidth;            /* of the edge, in points; 0: none */
    enum fp_linestyle linestyle; /* of the edge */
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

#endif
