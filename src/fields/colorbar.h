/* SPDX-License-Identifier: MIT */
/* colorbar.h: what is inside a colorbar. */
#ifndef FIELDS_COLORBAR_H
#define FIELDS_COLORBAR_H

#include "figure/artist.h"
#include "flatplot/axes.h"

struct fp_contour;

/* It is the only artist of axes that were made for it. */
struct fp_colorbar {
    struct fp__artist artist;
    struct fp_weak *source;             /* the artist whose colours it shows */
    struct fp_colorbar_options options; /* but for the label, which is its axes' */
    double *boundaries; /* of a boundary norm and of contours: the steps of its axis */
    size_t boundary_count;
};

/* How its artist colours values; false when the artist is gone. */
bool fp__colorbar_coloring(const struct fp_colorbar *bar, struct fp__coloring *coloring);

/* The scale that it shows: its artist's, with both limits. Those that nothing told are those of a
 * constant 0 (1 in a log norm, ½ in a logit one, the centre in a centered one). */
struct fp_norm fp__colorbar_norm(const struct fp_colorbar *bar);

/* Gives the bar of contours, in axes of its own, ticks at its boundaries. FP_ERR_MEMORY. */
enum fp_status fp__colorbar_take_ticks(struct fp_colorbar *bar);

/* Draws the areas or lines of contours. */
void fp__colorbar_draw_levels(const struct fp_colorbar *bar, const struct fp_contour *contour,
                              const struct fp__view *view, struct fp__canvas *canvas);

enum fp_status fp__colorbar_draw(struct fp__artist *artist, const struct fp__view *view,
                                 struct fp__canvas *canvas);

#endif
