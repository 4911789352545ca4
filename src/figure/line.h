/* SPDX-License-Identifier: MIT */
/* line.h: what other artists need of lines. */
#ifndef FIGURE_LINE_H
#define FIGURE_LINE_H

#include "figure/artist.h"
#include "flatplot/axes.h"

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

/* The next points, up to n of them from index `from`, in data coordinates. */
size_t fp__line_points(const struct fp_line *line, size_t from, size_t n, double *x, double *y);

#endif
