/* SPDX-License-Identifier: MIT */
/* ticks_steps.c: ticks at the steps of an axis that has them: matplotlib 3.6's FixedLocator with
 * ten bins, as colorbars between boundaries have it. */
#include "figure/ticks_scaled.h"

#define BINS 10

static double
smallest_size(const struct fp__curve *curve, size_t first, size_t every)
{
    double least = INFINITY;

    for (size_t i = first; i < curve->count; i += every)
        least = fmin(least, fabs(curve->steps[i]));
    return least;
}

/* Of more steps than ten every second, third … has one, so that one is as near to 0 as can be. */
void
fp__ticks_place_steps(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor)
{
    const struct fp__curve *curve = &ruler->curve;
    size_t every = minor ? 1 : (curve->count + BINS - 1) / BINS, first = 0;

    for (size_t i = 1; i < every; i++)
        if (smallest_size(curve, i, every) < smallest_size(curve, first, every))
            first = i;
    for (size_t i = first; i < curve->count; i += every)
        fp__ticks_add(ticks, curve->steps[i]);
}
