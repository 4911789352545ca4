/* SPDX-License-Identifier: MIT */
/* marker.h: the marks that stand at points: matplotlib's, by their letters. */
#ifndef DRAW_MARKER_H
#define DRAW_MARKER_H

#include "draw/canvas.h"

#define FP__MARKERS 25
#define FP__MARKER_ROOM 520 /* points of a flattened marker */

/* A marker's path in marker sizes around its point, y up. A NaN begins a new piece. */
struct fp__marker_shape {
    char name;
    const double (*points)[2];
    size_t n;
    bool closed;      /* and can be filled */
    bool curved;      /* cubic splines: each three points after the first */
    double snap_from; /* the size in pixels from which lines snap it to whole pixels; NAN: if it is
                         rectilinear */
    enum fp__join join;
};

extern const struct fp__marker_shape fp__marker_shapes[FP__MARKERS];

/* The marker of that name; NULL when there is none such. */
const struct fp__marker_shape *fp__marker_find(char name);

/* The names of all, for hints. */
#define FP__MARKER_NAMES ". , o v ^ < > 1 2 3 4 8 s p P * h H + x X D d | _"

/* How a marker looks, in pixels. */
struct fp__marker_look {
    const struct fp__marker_shape *shape;
    double size;
    double edge_width;
    struct fp_color face, edge;
    enum fp__join join;
};

/* A marker's stamp and what it points at: made in place, not to be moved. */
struct fp__marker {
    struct fp__stamp stamp;
    double reach; /* how far it covers from its point, at most */
    double x[FP__MARKER_ROOM], y[FP__MARKER_ROOM];
};

/* As lines have it at each point (matplotlib's draw_markers): the same pixels everywhere, its
 * middle on that of a pixel unless it snaps. */
void fp__marker_init(struct fp__marker *marker, const struct fp__marker_look *look, bool snap);

/* At one place of the canvas, between pixels (matplotlib's draw_path_collection); drawn at 0, 0. */
void fp__marker_init_at(struct fp__marker *marker, const struct fp__marker_look *look, double x,
                        double y);

/* Whether a line snaps the marker; collections snap those that are rectilinear. */
bool fp__marker_snaps(const struct fp__marker_shape *shape, double size);
bool fp__marker_is_rectilinear(const struct fp__marker_shape *shape);

/* Stamps of one marker on their way to a canvas. */
struct fp__marker_places {
    struct fp__canvas *canvas;
    const struct fp__marker *marker;
    double x[256], y[256];
    size_t n;
};

/* Draws the marker at the pixel of a place of the canvas, now or with others; nothing where it
 * cannot be seen, or for a place that is not finite. */
void fp__marker_put(struct fp__marker_places *places, double x, double y);

/* Draws what is left. */
void fp__marker_flush(struct fp__marker_places *places);

#endif
