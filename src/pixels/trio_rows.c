/* SPDX-License-Identifier: MIT */
/* trio_rows.c: three rows as one. */
#include "pixels/trio_rows.h"

#include <string.h>

#include "core/wide.h"

static inline double
value_at(const void *row, size_t i, bool floats)
{
    double value;
    float narrow;

    if (!floats) {
        memcpy(&value, (const char *)row + i * sizeof value, sizeof value);
        return value;
    }
    memcpy(&narrow, (const char *)row + i * sizeof narrow, sizeof narrow);
    return narrow;
}

static inline void
add_all(const struct fp__trio_rows *rows, size_t n, bool floats, double *restrict to)
{
    const void *others[2] = {rows->others[0], rows->others[1]}, *base = rows->base;
    double weights[2] = {rows->weights[0], rows->weights[1]};

    for (size_t i = 0; i < n; i++) {
        double b = value_at(base, i, floats);

        to[i] = 0 + (weights[0] * (value_at(others[0], i, floats) - b) +
                     weights[1] * (value_at(others[1], i, floats) - b));
        to[i] += b;
    }
}

FP__WIDE static void
add_doubles(const struct fp__trio_rows *rows, size_t n, double *restrict to)
{
    add_all(rows, n, false, to);
}

FP__WIDE static void
add_floats(const struct fp__trio_rows *rows, size_t n, double *restrict to)
{
    add_all(rows, n, true, to);
}

void
fp__trio_rows_plain(const struct fp__trio_rows *rows, size_t n, double *to)
{
    if (rows->floats)
        add_floats(rows, n, to);
    else
        add_doubles(rows, n, to);
}

void
fp__trio_rows(const struct fp__trio_rows *rows, size_t n, double *to)
{
#if FP__X86
    if (fp__cpu_has_avx512()) {
        fp__trio_rows_avx512(rows, n, to);
        return;
    }
#endif
    fp__trio_rows_plain(rows, n, to);
}
