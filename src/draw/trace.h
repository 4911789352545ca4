/* SPDX-License-Identifier: MIT */
/* trace.h: the points of a line on their way to a canvas: cut to what can be seen, thinned where
 * many fall into one column of pixels, and stroked piece by piece. */
#ifndef DRAW_TRACE_H
#define DRAW_TRACE_H

#include "draw/canvas.h"
#include "draw/thin.h"

#define FP__TRACE_ROOM 4096

struct fp__trace {
    struct fp__thin thin; /* what comes to add_point; the first member */
    struct fp__canvas *canvas;
    struct fp__stroke stroke;
    bool flat;     /* solid lines have flat ends too */
    double box[4]; /* x0, y0, x1, y1: what can be seen */
    bool dense;
    double before[2]; /* the point before; NAN after a gap */
    bool drawn;       /* the path ends there */
    double x[FP__TRACE_ROOM], y[FP__TRACE_ROOM];
    size_t n;
    double climbed; /* up and down in this piece */
    size_t run;     /* points since the last gap, */
    double length;  /* and how long the path through them is */
    bool grouped;   /* the pieces cover together */
};

/* Begins a line of about `points` points. */
void fp__trace_begin(struct fp__trace *trace, struct fp__canvas *canvas,
                     const struct fp__stroke *stroke, const double box[4], size_t points);

/* The next point; one that is not finite makes a gap. */
void fp__trace_add(struct fp__trace *trace, double x, double y);

/* Strokes what is left. */
void fp__trace_end(struct fp__trace *trace);

/* Strokes a segment that runs along x or along y: on whole pixels, flat at both ends, as those of
 * matplotlib's collections are. */
void fp__trace_segment(struct fp__canvas *canvas, const struct fp__stroke *stroke,
                       const double from[2], const double to[2]);

/* Cuts a segment of finite ends to the box; false when it does not touch it. */
bool fp__trace_cut(const double box[4], double from[2], double to[2]);

#endif
