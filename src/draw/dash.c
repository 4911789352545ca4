/* SPDX-License-Identifier: MIT */
/* dash.c: the dashes of matplotlib's line styles. */
#include "draw/dash.h"

/* matplotlib's lines.*_pattern, in line widths. */
static const struct dashes {
    double lengths[4];
    int n;
} patterns[] = {
    [FP_SOLID] = {{0}, 0},
    [FP_DASHED] = {{3.7, 1.6}, 2},
    [FP_DASHDOT] = {{6.4, 1.6, 1, 1.6}, 4},
    [FP_DOTTED] = {{1, 1.65}, 2},
};

void
fp__dash(struct fp__stroke *stroke, enum fp_linestyle style)
{
    stroke->dash_count = patterns[style].n;
    for (int i = 0; i < stroke->dash_count; i++)
        stroke->dashes[i] = patterns[style].lengths[i] * stroke->width;
}
