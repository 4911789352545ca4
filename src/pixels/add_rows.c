/* SPDX-License-Identifier: MIT */
/* add_rows.c: weighted sums of rows. */
#include "pixels/add_rows.h"

#include <string.h>

void
fp__add_rows_plain(const double *const *rows, const double *weights, size_t n, const double *base,
                   size_t length, double *to)
{
    memset(to, 0, length * sizeof *to);
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < length; i++)
            to[i] += weights[k] * (rows[k][i] - base[i]);
    for (size_t i = 0; i < length; i++)
        to[i] += base[i];
}

void
fp__add_rows(const double *const *rows, const double *weights, size_t n, const double *base,
             size_t length, double *to)
{
#if FP__X86
    if (fp__cpu_has_avx2()) {
        fp__add_rows_avx2(rows, weights, n, base, length, to);
        return;
    }
#endif
    fp__add_rows_plain(rows, weights, n, base, length, to);
}
