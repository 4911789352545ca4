/* SPDX-License-Identifier: MIT */
/* scale.h: the curve along which an axis runs, and the limits that can be shown on it. */
#ifndef FIGURE_SCALE_H
#define FIGURE_SCALE_H

#include "figure/axes.h"

#define FP__MARGIN .05

/* The limits for artists of that extent before there are margins, as matplotlib 3.6's
 * autoscale_view finds them for an axis with these ticks; log axes leave out what is not above
 * 0. */
void fp__scale_range(const struct fp__curve *curve, enum fp__tick_places places,
                     const struct fp__extent *extent, double lim[2]);

/* Adds margins to them, a fraction of the axis's length, but not beyond the edges. Limits that
 * ascend still do. */
void fp__scale_add_margins(const struct fp__curve *curve, enum fp__tick_places places,
                           double margin, const double edges[2], double lim[2]);

/* Makes limits positive on a log axis that are not, as matplotlib's LogLocator.nonsingular does:
 * the lower one becomes the extent's smallest positive value, two equal ones the decades around
 * them; 1 … 10 when nothing is positive. */
void fp__scale_make_positive(const struct fp__extent *extent, double lim[2]);

#endif
