/* SPDX-License-Identifier: MIT */
/* line.h: what is inside a line, for its own files and the legend. */
#ifndef FIGURE_LINE_H
#define FIGURE_LINE_H

#include "figure/artist.h"
#include "flatplot/plot.h"

struct fp_line {
    struct fp__artist artist;
    struct fp_array *x; /* NULL: 0, 1, 2 … */
    struct fp_array *y;
    char *label;
    struct fp_color color;
    double linewidth; /* points */
    enum fp_linestyle linestyle;
};

extern const struct fp__artist_class fp__line_class;

/* A walk along a line's points; begin with {.line = line}. */
struct fp__line_walk {
    const struct fp_line *line;
    size_t from, at, n; /* the first of those that are converted, the next of them, how many */
    double x[256], y[256];
};

/* The next point in data coordinates; false after the last. */
bool fp__line_next(struct fp__line_walk *walk, double *x, double *y);

/* As the class's functions of these names. */
enum fp_status fp__line_draw(struct fp__artist *artist, const struct fp__view *view,
                             struct fp__canvas *canvas);
size_t fp__line_covered(const struct fp__artist *artist, const struct fp__view *view,
                        const struct fp__box *box);
void fp__line_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double from[2],
                  const double to[2]);

#endif
