/* SPDX-License-Identifier: MIT */
/* finite.h: means where some of the values are not finite. */
#ifndef PIXELS_FINITE_H
#define PIXELS_FINITE_H

#include <stdbool.h>
#include <stddef.h>

size_t fp__count_finite(const double *values, size_t n);

/* False when one of the n values, `stride` apart, is not finite. */
bool fp__all_finite(const double *values, size_t stride, size_t n);

/* The weighted mean of those of the n values that are finite and weigh something, which also is so
 * where their differences do not fit in a double. NaN when there are none. */
double fp__mean_of_finite(const double *values, size_t stride, const double *weights, size_t n);

#endif
