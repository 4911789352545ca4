/* SPDX-License-Identifier: MIT */
/* blend.c: rows that lie in memory as they are, blended into one: the loop that costs most when a
 * large image is reduced. */
#include "pixels/blend.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "pixels/finite.h"

/* Columns that are summed up at a time: their sums stay in the nearest cache. */
enum { COLUMNS = 512 };

static const void *
row_at(const struct fp__plain_rows *rows, size_t row)
{
    return (const char *)rows->base + (ptrdiff_t)row * rows->row_bytes;
}

/* Four rows at a time, so that sums are loaded and stored once for four products. The same for both
 * types: compilers vectorise it when they know which. */
#define ADD_ROWS(type)                                                                             \
    const double *w = weights;                                                                     \
    size_t j = 0;                                                                                  \
    for (; j + 4 <= window->count; j += 4, w += 4) {                                               \
        const type *a = (const type *)row_at(rows, window->first + j) + first;                     \
        const type *b = (const type *)row_at(rows, window->first + j + 1) + first;                 \
        const type *c = (const type *)row_at(rows, window->first + j + 2) + first;                 \
        const type *d = (const type *)row_at(rows, window->first + j + 3) + first;                 \
        for (size_t i = 0; i < n; i++)                                                             \
            sums[i] += (w[0] * (double)a[i] + w[1] * (double)b[i]) +                               \
                       (w[2] * (double)c[i] + w[3] * (double)d[i]);                                \
    }                                                                                              \
    for (; j < window->count; j++, w++) {                                                          \
        const type *a = (const type *)row_at(rows, window->first + j) + first;                     \
        for (size_t i = 0; i < n; i++)                                                             \
            sums[i] += w[0] * (double)a[i];                                                        \
    }

static void
add_floats(const struct fp__plain_rows *rows, const struct fp__window *window,
           const double *weights, size_t first, size_t n, double *restrict sums)
{
    ADD_ROWS(float)
}

static void
add_doubles(const struct fp__plain_rows *rows, const struct fp__window *window,
            const double *weights, size_t first, size_t n, double *restrict sums)
{
    ADD_ROWS(double)
}

static double
value_at(const struct fp__plain_rows *rows, size_t row, size_t column)
{
    const void *values = row_at(rows, row);

    return rows->floats ? (double)((const float *)values)[column]
                        : ((const double *)values)[column];
}

/* A sum that differs from the heaviest value by no more than rounding can make is that value: equal
 * values stay what they are, and a saturated area does not step over its limit. */
static void
settle(const struct fp__plain_rows *rows, const struct fp__window *window, size_t first, size_t n,
       double *sums)
{
    double slack = 4 * DBL_EPSILON * (double)window->count;
    double tiny = (double)window->count * DBL_TRUE_MIN; /* where numbers have fewer digits */

    for (size_t i = 0; i < n; i++) {
        double base = value_at(rows, window->first + window->heaviest, first + i);

        sums[i] = fabs(sums[i] - base) <= slack * fabs(base) + tiny ? base : sums[i];
    }
}

static void
take_column(const struct fp__plain_rows *rows, size_t first, size_t n, size_t column,
            double *values)
{
    for (size_t j = 0; j < n; j++)
        values[j] = value_at(rows, first + j, column);
}

static bool
mend(const struct fp__plain_rows *rows, const struct fp__window *window, const double *weights,
     size_t i, double *mean, double *column)
{
    const struct fp__range *read = &window->read;

    take_column(rows, window->first, window->count, i, column);
    *mean = fp__mean_of_finite(column, 1, weights, window->count);
    return !fp__all_finite(column + (read->first - window->first), 1, read->last - read->first + 1);
}

bool
fp__blend_rows(const struct fp__plain_rows *rows, const struct fp__filter *filter, size_t o,
               size_t n, double *row, uint8_t *bad, double *column)
{
    const struct fp__window *window = &filter->windows[o];
    const double *weights = filter->weights + o * filter->taps;
    bool any = false;

    memset(row, 0, n * sizeof *row);
    for (size_t first = 0; first < n; first += COLUMNS) {
        size_t columns = n - first < COLUMNS ? n - first : COLUMNS;

        (rows->floats ? add_floats : add_doubles)(rows, window, weights, first, columns,
                                                  row + first);
        settle(rows, window, first, columns, row + first);
    }
    if (fp__all_finite(row, 1, n))
        return false;
    memset(bad, 0, n);
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(row[i]))
            bad[i] = mend(rows, window, weights, i, &row[i], column);
        any |= bad[i];
    }
    return any;
}
