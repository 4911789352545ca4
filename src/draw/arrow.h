/* SPDX-License-Identifier: MIT */
/* arrow.h: arrows between two points of the picture, shaped as matplotlib 3.6's FancyArrowPatch. */
#ifndef DRAW_ARROW_H
#define DRAW_ARROW_H

#include "draw/bend.h"
#include "draw/canvas.h"
#include "flatplot/notes.h"

/* Everything in pixels from the lower left corner, y up. */
struct fp__arrow {
    const struct fp_arrow_options *options;
    double point;                 /* how large one is */
    double scale;                 /* what its heads are measured in: the options' mutation_scale */
    struct fp__point tail, head;  /* from and to */
    const struct fp__region *out; /* of this the arrow comes; NULL: of nothing */
    struct fp_color face, edge;
};

/* One piece of an arrow's outline: bends and straight lines, flattened. */
struct fp__arrow_piece {
    double x[96], y[96];
    size_t n;
    bool solid; /* closed, and filled */
};

/* --- arrow.c ---------------------------------------------------------------------------------- */

/* The way that the arrow goes: from tail to head, cut off where it comes out and shrunken. */
struct fp__bend fp__arrow_way(const struct fp__arrow *arrow);

/* Its pieces, at most three; returns how many they are. */
size_t fp__arrow_shape(const struct fp__arrow *arrow, struct fp__arrow_piece pieces[3]);

void fp__arrow_draw(const struct fp__arrow *arrow, struct fp__canvas *canvas);

/* Adds a point, or all of a bend, to a piece. */
void fp__arrow_add(struct fp__arrow_piece *piece, struct fp__point point);
void fp__arrow_add_bend(struct fp__arrow_piece *piece, const struct fp__bend *bend, bool back);

/* --- arrow_thin.c and arrow_solid.c ----------------------------------------------------------- */

/* Lines with heads, bars and brackets, and those that are one filled shape. */
size_t fp__arrow_thin(const struct fp__arrow *arrow, const struct fp__bend *way,
                      struct fp__arrow_piece pieces[3]);
void fp__arrow_solid(const struct fp__arrow *arrow, const struct fp__bend *way,
                     struct fp__arrow_piece *piece);

#endif
