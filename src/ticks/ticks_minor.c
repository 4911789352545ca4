/* SPDX-License-Identifier: MIT */
/* ticks_minor.c: minor ticks between the major ones of an even axis: matplotlib 3.6's
 * AutoMinorLocator. */
#include <math.h>

#include "ticks/interval.h"
#include "ticks/ticks_scaled.h"

/* numpy's isclose. */
static bool
is_close(double a, double b)
{
    return fabs(a - b) <= 1e-8 + 1e-5 * b;
}

/* Into how many parts a step is cut: 1, 2.5, 5 and their tenfolds into five, others into four. */
static int
count_parts(double step)
{
    double decades = log10(step), digits = pow(10, decades - floor(decades));

    return is_close(digits, 1) || is_close(digits, 2.5) || is_close(digits, 5) ||
                   is_close(digits, 10)
               ? 5
               : 4;
}

void
fp__ticks_place_between(struct fp__ticks *minor, const struct fp__ticks *major,
                        const struct fp__ruler *ruler)
{
    double step, first, last, delta, rest;

    minor->n = 0;
    if (major->n < 2)
        return;
    step = major->value[1] - major->value[0];
    step /= count_parts(step);
    first = (fp__floor_divide(ruler->lo - major->value[0], step, &rest) + 1) * step;
    last = (fp__floor_divide(ruler->hi - major->value[0], step, &rest) + 1) * step;
    delta = first + step - first; /* numpy's arange */
    for (double i = 0; i < ceil((last - first) / step) && i < FP__TICKS_AT_MOST; i++)
        fp__ticks_add(minor, first + i * delta + major->value[0]);
}
