/* SPDX-License-Identifier: MIT */
/* slope.h: a slope that outliers do not bend, with bounds that assume no distribution. */
#ifndef MEMORY_SLOPE_H
#define MEMORY_SLOPE_H

#include <stddef.h>

struct fp__slope {
    double median;
    double lower; /* at most this with a chance of α/3 = 1/300: three looks together 0.01 */
    double upper; /* likewise at least this */
};

/* The median of the slopes of all pairs (Theil 1950). Times strictly increase, 2 ≤ n ≤ 20. */
double fp__slope_median(const double *t, const double *y, size_t n);

/* That and the bounds of Sen 1968, "Estimates of the regression coefficient based on Kendall's
 * tau", J. Am. Stat. Assoc. 63: the slopes of rank (P ∓ z·√V)/2 of P, with V the variance of
 * Kendall's S, corrected for equal values (Kendall 1975, "Rank correlation methods"). Fewer than 7
 * values have no such bounds. */
struct fp__slope fp__slope_sen(const double *t, const double *y, size_t n);

#endif
