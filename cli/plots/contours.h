/* SPDX-License-Identifier: MIT */
/* contours.h: what the verbs contour and contourf have in common. */
#ifndef CLI_PLOTS_CONTOURS_H
#define CLI_PLOTS_CONTOURS_H

#include "cli/plots/grid.h"
#include "flatplot/fields.h"

struct fp__contour_settings {
    struct fp__plots plots; /* first */
    const char *levels;     /* a number of them, or numbers with commas; NULL: not given */
    double linewidth;       /* NaN: not given */
    int extend;             /* enum fp_extend */
    const char *clabel;     /* NULL: no labels; "": the library's format */
};

void fp__contours_defaults(void *settings);

int fp__read_levels(const struct fp__given *given, void *member);
int fp__read_extend(const struct fp__given *given, void *member);

/* Draws the input with one of the library's calls; *contour is lent. */
typedef struct fp_contour *(*fp__contour_fn)(struct fp_axes *ax, struct fp_array *x,
                                             struct fp_array *y, struct fp_array *z,
                                             const struct fp_contour_options *options);
int fp__contours_draw(struct fp__panel *panel, fp__contour_fn draw, struct fp_contour **contour);

/* --color. */
#define FP__LEVEL_COLORS_ROW                                                                       \
    {                                                                                              \
        .name = "color", .argument = "COLORS", .read = fp__read_colors,                            \
        .member = offsetof(struct fp__plots, colors),                                              \
        .help = "one colour for all levels, or one for each of them with commas between"           \
    }

/* --levels. */
#define FP__LEVELS_ROW                                                                             \
    {                                                                                              \
        .name = "levels", .brief = true, .argument = "LEVELS", .read = fp__read_levels,            \
        .member = offsetof(struct fp__contour_settings, levels),                                   \
        .help = "about how many, at round numbers (7), or which: 0,1,2.5; one is 1,"               \
    }

#endif
