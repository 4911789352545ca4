/* SPDX-License-Identifier: MIT */
/* scale.h: the curve along which an axis runs, and the limits that can be shown on it. */
#ifndef FIGURE_SCALE_H
#define FIGURE_SCALE_H

#include "figure/axes.h"

/* The limits for artists of that extent before there are margins, as matplotlib 3.6's
 * autoscale_view finds them; log axes leave out what is not above 0. */
void fp__scale_range(const struct fp__curve *curve, const struct fp__extent *extent, double lim[2]);

/* Adds its margins to them: 5 % of the axis's length, but not beyond the edges. Limits that ascend
 * still do. */
void fp__scale_add_margins(const struct fp__curve *curve, const double edges[2], double lim[2]);

/* Makes limits positive on a log axis that are not, as matplotlib's LogLocator.nonsingular does:
 * the lower one becomes the extent's smallest positive value, two equal ones the decades around
 * them; 1 … 10 when nothing is positive. */
void fp__scale_make_positive(const struct fp__extent *extent, double lim[2]);

#endif
