/* SPDX-License-Identifier: MIT */
/* trio_columns.c: rows of values filtered along themselves by windows of three. */
#include "pixels/trio_columns.h"

static void
filter_row(const struct fp__filter *filter, const double *source, double *row)
{
    for (size_t o = 0; o < filter->out; o++) {
        const struct fp__trio *trio = &filter->trios.each[o];
        double base = source[trio->base];

        row[o] = 0 + (trio->weights[0] * (source[trio->others[0]] - base) +
                      trio->weights[1] * (source[trio->others[1]] - base));
        row[o] += base;
    }
}

void
fp__trio_columns_plain(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                       double *const rows[FP__FOUR])
{
    for (size_t k = 0; k < FP__FOUR; k++)
        filter_row(filter, sources[k], rows[k]);
}

void
fp__trio_columns(const struct fp__filter *filter, const double *const sources[FP__FOUR], size_t n,
                 double *room, double *const rows[FP__FOUR])
{
#if FP__X86
    if (filter->trios.blocks && fp__cpu_has_avx512()) {
        fp__trio_columns_avx512(filter, sources, rows);
        return;
    }
    if (fp__cpu_has_avx2()) {
        fp__trio_columns_avx2(filter, sources, n, room, rows);
        return;
    }
#endif
    (void)n;
    (void)room;
    fp__trio_columns_plain(filter, sources, rows);
}
