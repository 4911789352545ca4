/* SPDX-License-Identifier: MIT */
/* scatter.h: what is inside a scatter, for its own files. */
#ifndef PLOTS_SCATTER_H
#define PLOTS_SCATTER_H

#include "figure/artist.h"
#include "flatplot/plot.h"
#include "plots/columns.h"

struct fp__marker_shape;

struct fp_scatter {
    struct fp__artist artist;
    struct fp_array *x, *y;
    struct fp_scatter_options
        options; /* arrays held, the norm's limits found; NaN: there is no value */
    char *label;
    const struct fp__marker_shape *marker;
    double middle_size; /* of the smallest and the largest: what a legend shows */
};

/* A point as it is drawn. */
struct fp__scatter_point {
    double x, y; /* data coordinates */
    double size; /* points² */
    double value;
};

/* A walk along the points; begin with fp__scatter_walk. */
struct fp__scatter_walk {
    const struct fp_scatter *scatter;
    struct fp__columns columns;
    int size_at, value_at; /* their columns; 0: none */
};

struct fp__scatter_walk fp__scatter_walk(const struct fp_scatter *scatter);

/* The next point all of whose numbers are finite; false after the last. (matplotlib masks the
 * others in all that belongs to them: cbook._combine_masks.) */
bool fp__scatter_next(struct fp__scatter_walk *walk, struct fp__scatter_point *point);

extern const struct fp__artist_class fp__scatter_class;

/* Whether it is a column of as many values as x. */
bool fp__scatter_fits(const struct fp_array *column, const struct fp_array *x);

/* As the class's functions of these names. */
enum fp_status fp__scatter_draw(struct fp__artist *artist, const struct fp__view *view,
                                struct fp__canvas *canvas);
void fp__scatter_key(const struct fp__artist *artist, struct fp__canvas *canvas,
                     const double box[4]);

#endif
