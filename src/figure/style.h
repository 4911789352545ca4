/* SPDX-License-Identifier: MIT */
/* style.h: the colours that a figure's style gives to everything that nobody coloured. */
#ifndef FIGURE_STYLE_H
#define FIGURE_STYLE_H

#include <stddef.h>

#include "flatplot/figure.h"

struct fp__axes_body;

#define FP__CYCLE 10

struct fp__style {
    struct fp_color figure; /* behind the axes */
    struct fp_color axes;   /* behind what is drawn in them */
    struct fp_color ink;    /* texts, spines and ticks */
    struct fp_color grid;
    struct fp_color line; /* of what takes none of the cycle: matplotlib's lines.color */
    struct fp_color legend_face;
    struct fp_color legend_edge;
    struct fp_color cycle[FP__CYCLE]; /* of lines, one after the other */
};

/* The colours of a style below FP_STYLES. */
const struct fp__style *fp__style_find(enum fp_style style);

/* The colours of the figure that the axes is in; the default's when it is in none. */
const struct fp__style *fp__style_of(const struct fp__axes_body *axes);

#endif
