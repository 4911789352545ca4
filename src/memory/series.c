/* SPDX-License-Identifier: MIT */
/* series.c: warm-up, blocks and their minima, and where a series has settled. */
#include "memory/series.h"

#include <math.h>

enum { LEAST_WARM_UP = 50 };

size_t
fp__series_warm_up(size_t n, const struct fp_window *window)
{
    size_t fifth = n / 5 + (n % 5 != 0);

    if (window->warm_up != FP_UNKNOWN)
        return window->warm_up;
    return fifth > LEAST_WARM_UP ? fifth : LEAST_WARM_UP;
}

size_t
fp_samples_within(const double *t, size_t n, double span)
{
    size_t count = 0;

    while (count < n && t[count] - t[0] < span)
        count++;
    return count;
}

/* The mean time and the least value of samples begin … end−1. */
static bool
summarize(const struct fp_series *series, size_t begin, size_t end, double *t, double *y)
{
    double times = 0;

    *y = INFINITY;
    for (size_t i = begin; i < end; i++) {
        times += series->t[i] - series->t[begin];
        if (isfinite(series->x[i]) && series->x[i] < *y)
            *y = series->x[i];
    }
    *t = series->t[begin] + times / (double)(end - begin);
    return isfinite(*t) && isfinite(*y);
}

bool
fp__series_blocks(const struct fp_series *series, size_t warm_up, bool drop_last,
                  struct fp__blocks *blocks)
{
    size_t left = series->n > warm_up ? series->n - warm_up : 0;
    size_t each = left / FP__BLOCKS, over = left % FP__BLOCKS;

    if (!series->x || each == 0)
        return false;
    blocks->n = drop_last ? FP__BLOCKS - 1 : FP__BLOCKS;
    for (size_t i = 0; i < blocks->n; i++) {
        size_t begin = warm_up + i * each + i * over / FP__BLOCKS;
        size_t end = warm_up + (i + 1) * each + (i + 1) * over / FP__BLOCKS;

        blocks->first[i] = begin;
        if (!summarize(series, begin, end, &blocks->t[i], &blocks->y[i]))
            return false;
        if (i > 0 && !(blocks->t[i] > blocks->t[i - 1]))
            return false;
    }
    return true;
}

/* Σ(y−ȳ)²/n², from differences to the first value, so that equal values give exactly 0. */
static double
error_of_mean(const double *y, size_t n)
{
    double sum = 0, squares = 0;

    for (size_t i = 0; i < n; i++)
        sum += y[i] - y[0];
    for (size_t i = 0; i < n; i++) {
        double off = y[i] - y[0] - sum / (double)n;
        squares += off * off;
    }
    return squares / ((double)n * (double)n);
}

size_t
fp__series_truncate(const struct fp__blocks *blocks)
{
    size_t best = 0;
    double least = error_of_mean(blocks->y, blocks->n);

    for (size_t d = 1; d <= FP__MOST_DROPPED; d++) {
        double error = error_of_mean(blocks->y + d, blocks->n - d);
        if (error < least) {
            least = error;
            best = d;
        }
    }
    return best;
}
