/* SPDX-License-Identifier: MIT */
/* errorbar.h: what is inside error bars, for their own files. */
#ifndef PLOTS_ERRORBAR_H
#define PLOTS_ERRORBAR_H

#include "flatplot/areas.h"
#include "plots/line.h"

struct fp_errorbar {
    struct fp__artist artist;
    struct fp_line *line;
    struct fp_array *errors[2][2]; /* along x and y: below and above, one for each point; or NULL */
    struct fp_color ecolor;
    double elinewidth, capsize, capthick; /* points */
};

/* A point and the ends of its bars along x and y, in data coordinates; NAN: no bar. */
struct fp__errorbar_point {
    double at[2];
    double ends[2][2];
};

/* A walk along the points; begin with fp__errorbar_walk. */
struct fp__errorbar_walk {
    struct fp__columns columns;
    size_t errors_at[2]; /* their first columns; 0: none */
};

struct fp__errorbar_walk fp__errorbar_walk(const struct fp_errorbar *errorbar);

/* The next one; false after the last. */
bool fp__errorbar_next(struct fp__errorbar_walk *walk, struct fp__errorbar_point *point);

/* Whether the point has a bar along x, or y, that can be drawn. */
bool fp__errorbar_has_bar(const struct fp__errorbar_point *point, int along);

/* As the class's functions of these names. */
enum fp_status fp__errorbar_draw(struct fp__artist *artist, const struct fp__view *view,
                                 struct fp__canvas *canvas);
void fp__errorbar_key(const struct fp__artist *artist, struct fp__canvas *canvas,
                      const double box[4]);

#endif
