/* SPDX-License-Identifier: MIT */
/* fill.h: what is inside a filled area, for its own files. */
#ifndef PLOTS_FILL_H
#define PLOTS_FILL_H

#include "figure/artist.h"
#include "plots/area.h"
#include "plots/columns.h"

struct fp_fill {
    struct fp__artist artist;
    struct fp_array *x;     /* NULL: 0, 1, 2 … */
    struct fp_array *y[2];  /* the second NULL: a polygon */
    struct fp_array *where; /* or NULL */
    enum fp_drawstyle step;
    bool interpolate;
    struct fp__patch look;
    char *label;
};

/* A row of its values. */
struct fp__fill_row {
    double x, y[2];
    bool on; /* all finite, and wanted */
};

/* Its values as columns. */
struct fp__columns fp__fill_columns(const struct fp_fill *fill);

/* The next row; false after the last. */
bool fp__fill_next(const struct fp_fill *fill, struct fp__columns *columns,
                   struct fp__fill_row *row);

/* Rows in a row that are on. Begin with {0}. */
struct fp__fill_region {
    size_t from, to;
};

/* The next one; false after the last. */
bool fp__fill_next_region(const struct fp_fill *fill, struct fp__fill_region *region);

/* Who takes corners, in data coordinates. */
struct fp__fill_sink {
    void (*put)(struct fp__fill_sink *sink, double x, double y);
};

/* Gives the corners of a region's outline to the sink, in matplotlib's order. */
void fp__fill_walk(const struct fp_fill *fill, const struct fp__fill_region *region,
                   struct fp__fill_sink *sink);

/* As the class's function of this name. */
enum fp_status fp__fill_draw(struct fp__artist *artist, const struct fp__view *view,
                             struct fp__canvas *canvas);

#endif
