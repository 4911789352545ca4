/* SPDX-License-Identifier: MIT */
/* slope.c: Theil and Sen. */
#include "memory/slope.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { LEAST_VALUES = 7, MOST_VALUES = 20, MOST_PAIRS = MOST_VALUES * (MOST_VALUES - 1) / 2 };

#define Z 2.7130519 /* the normal quantile of 1 − 0.01/3 */

static int
by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* n(n−1)(2n+5): 18 times the variance of S for n different values, and what n equal ones take. */
static double
spread(size_t n)
{
    return (double)(n * (n - 1) * (2 * n + 5));
}

static double
variance_of_s(const double *y, size_t n)
{
    double sorted[MOST_VALUES], sum = spread(n);

    for (size_t i = 0; i < n; i++)
        sorted[i] = y[i];
    qsort(sorted, n, sizeof sorted[0], by_value);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && sorted[end] == sorted[i];)
            end++;
        sum -= spread(end - i);
    }
    return sum / 18;
}

/* The slopes of all pairs in rising order; how many there are. */
static size_t
sorted_slopes(const double *t, const double *y, size_t n, double *slopes)
{
    size_t pairs = 0;

    assert(n >= 2 && n <= MOST_VALUES);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            slopes[pairs++] = (y[j] - y[i]) / (t[j] - t[i]);
    qsort(slopes, pairs, sizeof slopes[0], by_value);
    return pairs;
}

static double
middle(const double *sorted, size_t n)
{
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

double
fp__slope_median(const double *t, const double *y, size_t n)
{
    double slopes[MOST_PAIRS];
    size_t pairs = sorted_slopes(t, y, n, slopes);

    return middle(slopes, pairs);
}

struct fp__slope
fp__slope_sen(const double *t, const double *y, size_t n)
{
    double slopes[MOST_PAIRS], rank;
    size_t pairs = sorted_slopes(t, y, n, slopes), skip;

    assert(n >= LEAST_VALUES);
    rank = ((double)pairs - Z * sqrt(variance_of_s(y, n))) / 2;
    skip = (size_t)rank - 1; /* a rank between two slopes takes the outer one */
    return (struct fp__slope){
        .median = middle(slopes, pairs),
        .lower = slopes[skip],
        .upper = slopes[pairs - 1 - skip],
    };
}
