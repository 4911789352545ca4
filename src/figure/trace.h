/* SPDX-License-Identifier: MIT */
/* trace.h: the points of a line on their way to a canvas: cut to what can be seen, thinned where
 * many fall into one column of pixels, and stroked piece by piece. */
#ifndef FIGURE_TRACE_H
#define FIGURE_TRACE_H

#include "figure/canvas.h"

#define FP__TRACE_ROOM 256

struct fp__trace_point {
    double x, y; /* pixels of the canvas */
    size_t at;   /* in the line */
};

/* Of those points in a row that share a column of pixels. */
struct fp__trace_column {
    double x; /* floor of theirs; NAN: none */
    struct fp__trace_point first, lowest, highest, last;
};

struct fp__trace {
    struct fp__canvas *canvas;
    struct fp__stroke stroke;
    bool flat;     /* solid lines have flat ends too */
    double box[4]; /* x0, y0, x1, y1: what can be seen */
    bool thin;
    size_t points;
    struct fp__trace_column column;
    double before[2]; /* the point before; NAN after a gap */
    bool drawn;       /* the path ends there */
    double x[FP__TRACE_ROOM], y[FP__TRACE_ROOM];
    size_t n;
    size_t run;    /* points since the last gap, */
    double length; /* and how long the path through them is */
    bool grouped;  /* the pieces cover together */
};

/* Begins a line of about `points` points. */
void fp__trace_begin(struct fp__trace *trace, struct fp__canvas *canvas,
                     const struct fp__stroke *stroke, const double box[4], size_t points);

/* The next point; one that is not finite makes a gap. */
void fp__trace_add(struct fp__trace *trace, double x, double y);

/* Strokes what is left. */
void fp__trace_end(struct fp__trace *trace);

/* Cuts a segment of finite ends to the box; false when it does not touch it. */
bool fp__trace_cut(const double box[4], double from[2], double to[2]);

#endif
