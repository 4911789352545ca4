/* SPDX-License-Identifier: MIT */
/* finite.c: means where some of the values are not finite. */
#include "pixels/finite.h"

#include <float.h>
#include <math.h>

#include "core/wide.h"

FP__WIDE static size_t
count_finite(const double *values, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += fabs(values[i]) <= DBL_MAX;
    return count;
}

size_t
fp__count_finite(const double *values, size_t n)
{
    return count_finite(values, n);
}

/* Zeros, or NaN where a value is not finite, in sixteen sums that a CPU makes side by side. */
FP__WIDE static bool
all_finite(const double *values, size_t n)
{
    double sums[16] = {0}, sum = 0;
    size_t i = 0;

    for (; i + 16 <= n; i += 16)
        for (size_t j = 0; j < 16; j++)
            sums[j] += 0 * values[i + j];
    for (; i < n; i++)
        sum += 0 * values[i];
    for (size_t j = 0; j < 16; j++)
        sum += sums[j];
    return sum == 0;
}

bool
fp__all_finite(const double *values, size_t stride, size_t n)
{
    double sum = 0;

    if (stride == 1)
        return all_finite(values, n);
    for (size_t i = 0; i < n; i++)
        sum += 0 * values[i * stride]; /* NaN where a value is not finite */
    return sum == 0;
}

static bool
counts(double value, double weight)
{
    return weight != 0 && isfinite(value);
}

/* The mean's distance from the base. */
static double
distance(const double *values, size_t stride, const double *weights, size_t n, double base,
         double total)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        if (counts(values[i * stride], weights[i]))
            sum += weights[i] / total * (values[i * stride] - base);
    return sum;
}

double
fp__mean_of_finite(const double *values, size_t stride, const double *weights, size_t n)
{
    double base = NAN;
    double total = 0;
    double mean;

    for (size_t i = 0; i < n; i++) {
        if (!counts(values[i * stride], weights[i]))
            continue;
        total += weights[i];
        base = isnan(base) ? values[i * stride] : base;
    }
    if (isnan(base))
        return NAN;
    mean = base + distance(values, stride, weights, n, base, total);
    return isfinite(mean) ? mean : distance(values, stride, weights, n, 0, total);
}
