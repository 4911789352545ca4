/* SPDX-License-Identifier: MIT */
/* line.h: what is inside a line, for its own files and the legend. */
#ifndef PLOTS_LINE_H
#define PLOTS_LINE_H

#include "draw/marker.h"
#include "figure/artist.h"
#include "flatplot/plot.h"
#include "plots/columns.h"

struct fp_line {
    struct fp__artist artist;
    struct fp_array *x; /* NULL: 0, 1, 2 … */
    struct fp_array *y;
    char *label;
    struct fp_color color;
    double linewidth; /* points */
    enum fp_linestyle linestyle;
    enum fp_drawstyle drawstyle;
    const struct fp__marker_shape *marker; /* NULL: none */
    double markersize, markeredgewidth;    /* points */
    struct fp_color markerface, markeredge;
};

extern const struct fp__artist_class fp__line_class;

/* A line as fp_axes_plot makes it that no axes draws: for artists that have one. The caller owns
 * it; NULL after a failure that names `function`. */
struct fp_line *fp__line_create(struct fp_axes *ax, const char *function, struct fp_array *x,
                                struct fp_array *y, const struct fp_plot_options *options);

/* How its line is stroked on the canvas. */
struct fp__stroke fp__line_stroke(const struct fp_line *line, const struct fp__canvas *canvas);

/* Its values as columns, x and y. */
struct fp__columns fp__line_columns(const struct fp_line *line);

/* A walk along the points that a line runs through. */
struct fp__line_walk {
    const struct fp_line *line;
    struct fp__columns columns;
    bool begun;
    double last[2];    /* the last of its values */
    double x[2], y[2]; /* what was found but not given yet: */
    size_t at, queued; /* the next of them, how many there were */
};

struct fp__line_walk fp__line_walk(const struct fp_line *line);

/* The next point in data coordinates; false after the last. */
bool fp__line_next(struct fp__line_walk *walk, double *x, double *y);

/* How many there are, at most. */
size_t fp__line_count(const struct fp_line *line);

/* As the class's functions of these names. */
void fp__line_limits(const struct fp__artist *artist, struct fp__extent *xs, struct fp__extent *ys);
enum fp_status fp__line_draw(struct fp__artist *artist, const struct fp__view *view,
                             struct fp__canvas *canvas);
size_t fp__line_covered(const struct fp__artist *artist, const struct fp__view *view,
                        const struct fp__box *box);
void fp__line_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4]);

#endif
