/* SPDX-License-Identifier: MIT */
/* ticks_steps.c: ticks at values that are told: matplotlib 3.6's FixedLocator with ten bins, as
 * colorbars of boundaries and of contours have it. */
#include <stdint.h>

#include "ticks/ticks_scaled.h"

#define BINS 10

static double
smallest_size(const double *values, size_t n, size_t first, size_t every)
{
    double least = INFINITY;

    for (size_t i = first; i < n; i += every)
        least = fmin(least, fabs(values[i]));
    return least;
}

/* Of more values than `most` every second, third … has one, so that one is as near to 0 as can
 * be. */
static void
place(struct fp__ticks *ticks, const double *values, size_t n, size_t most)
{
    size_t every = n > most ? (n + most - 1) / most : 1, first = 0;

    for (size_t i = 1; i < every; i++)
        if (smallest_size(values, n, i, every) < smallest_size(values, n, first, every))
            first = i;
    for (size_t i = first; i < n; i += every)
        fp__ticks_add(ticks, values[i]);
}

void
fp__ticks_place_some(struct fp__ticks *ticks, const double *values, size_t n)
{
    ticks->n = 0;
    place(ticks, values, n, BINS);
}

void
fp__ticks_place_steps(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor)
{
    place(ticks, ruler->curve.steps, ruler->curve.count, minor ? SIZE_MAX : BINS);
}
