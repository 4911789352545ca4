/* SPDX-License-Identifier: MIT */
/* coloring.h: how an artist colours values, as colorbars show it, and the limits of its norm. */
#ifndef IMAGE_COLORING_H
#define IMAGE_COLORING_H

#include "figure/artist.h"

struct fp_contour;

struct fp__coloring {
    const struct fp_contour *contour; /* whose levels a colorbar shows; then the rest is not told */
    struct fp_colormap cmap;
    struct fp_norm norm; /* as it is drawn: fp__coloring_shown */
    double alpha;        /* multiplies that of all colours */
    struct fp_color under, over;
    bool has_under, has_over; /* else the map's first colour, and its last */
};

/* Fills in the limits that were left open: matplotlib's autoscale_None, once, when the artist is
 * made. They stay open when no value is finite. FP_ERR_ARGUMENT when no value can be shown. */
enum fp_status fp__coloring_find_limits(struct fp_context *ctx, struct fp_array *values,
                                        struct fp_norm *norm);

/* What a colorbar makes of limits that are numbers: it widens a pair of (nearly) equal ones by a
 * tenth of their size (±0.1 around 0), as matplotlib's does. */
void fp__coloring_widen(struct fp_norm *norm);

/* The artist's norm as it is drawn: widened if it has a colorbar. */
struct fp_norm fp__coloring_shown(const struct fp__artist *artist, const struct fp_norm *norm);

/* Gives the norm other limits, of which NAN leaves one as it is; limits that it cannot have change
 * nothing. */
enum fp_status fp__coloring_set_limits(struct fp_context *ctx, struct fp_norm *norm, double vmin,
                                       double vmax);

#endif
