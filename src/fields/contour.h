/* SPDX-License-Identifier: MIT */
/* contour.h: what is inside a contour, for its own files and colorbars. */
#ifndef FIELDS_CONTOUR_H
#define FIELDS_CONTOUR_H

#include "fields/isolines.h"
#include "figure/artist.h"
#include "flatplot/fields.h"

/* The look of a level's line, or the colour of the area above it. */
struct fp__contour_look {
    struct fp_color color;
    double linewidth; /* points */
    enum fp_linestyle linestyle;
    char *text; /* on the line; NULL: none */
};

struct fp__contour_labels {
    double size, spacing; /* points, pixels of 100 dpi */
    bool breaks, has_color;
    struct fp_color color;
};

struct fp_contour {
    struct fp__artist artist;
    struct fp__lattice_source source;
    double x[2], y[2]; /* smallest and largest of its points */
    bool filled, log;
    enum fp_extend extend;
    double *levels;
    struct fp__contour_look *looks; /* of each */
    size_t level_count;
    struct fp_color under; /* of the area below all levels */
    struct fp__contour_labels labels;
};

/* Whether areas go on below the first level, and above the last one. */
static inline bool
fp__contour_extends(const struct fp_contour *contour, bool above)
{
    return contour->extend == FP_EXTEND_BOTH ||
           contour->extend == (above ? FP_EXTEND_MAX : FP_EXTEND_MIN);
}

/* Finds levels and looks of a contour whose grid is there, as the options tell. */
enum fp_status fp__contour_take_levels(struct fp_contour *contour,
                                       const struct fp_contour_options *options);
enum fp_status fp__contour_take_looks(struct fp_contour *contour,
                                      const struct fp_contour_options *options);

/* As the class's function of this name. */
enum fp_status fp__contour_draw(struct fp__artist *artist, const struct fp__view *view,
                                struct fp__canvas *canvas);

/* The middle of a label. */
struct fp__contour_place {
    size_t level;
    double x, y, angle; /* pixels of the canvas; degrees */
};

/* What drawing a contour's lines needs. */
struct fp__contour_pen {
    const struct fp_contour *contour;
    const struct fp__view *view;
    struct fp__canvas *canvas;
    struct fp__trace *trace;          /* of the level that is drawn */
    struct fp__contour_place *places; /* of labels, in memory of the context */
    size_t place_count;
};

/* Draws a line, its points in pixels of the canvas, with room for its label if it gets one. */
enum fp_status fp__contour_draw_line(struct fp__contour_pen *pen, size_t level, const double *x,
                                     const double *y, size_t n);

/* Writes the labels for which lines made room. */
enum fp_status fp__contour_write_labels(const struct fp__contour_pen *pen);

#endif
