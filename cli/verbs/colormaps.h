/* SPDX-License-Identifier: MIT */
/* colormaps.h: the kinds of colormaps, and a picture of them all. */
#ifndef CLI_VERBS_COLORMAPS_H
#define CLI_VERBS_COLORMAPS_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/figure.h"

#define FP__COLORMAP_GROUPS 7

struct fp__colormap_entry {
    const char *name;
    bool uniform; /* equal steps of the value look like equal steps */
    bool safe;    /* read in the right order with every kind of colour vision */
};

struct fp__colormap_group {
    const char *title;
    const struct fp__colormap_entry *entries;
    size_t count;
};

extern const struct fp__colormap_group fp__colormap_groups[FP__COLORMAP_GROUPS];

/* Draws all colormaps, by group, into the figure, whose size it sets. */
enum fp_status fp__swatches_draw(struct fp_context *ctx, struct fp_figure *figure);

#endif
