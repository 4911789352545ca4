/* SPDX-License-Identifier: MIT */
/* finite.c: means where some of the values are not finite. */
#include "pixels/finite.h"

#include <math.h>

/* Four sums that do not depend on each other, so that a CPU works on several values at once.
 * 0 · v is 0, or NaN where v is not finite. */
bool
fp__all_finite(const double *values, size_t stride, size_t n)
{
    double sums[4] = {0};
    size_t i;

    for (i = 0; i + 4 <= n; i += 4)
        for (size_t j = 0; j < 4; j++)
            sums[j] += 0 * values[(i + j) * stride];
    for (; i < n; i++)
        sums[0] += 0 * values[i * stride];
    return (sums[0] + sums[2]) + (sums[1] + sums[3]) == 0;
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
