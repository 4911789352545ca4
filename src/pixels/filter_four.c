/* SPDX-License-Identifier: MIT */
/* filter_four.c: four rows of values filtered along themselves at once. */
#include "pixels/filter_four.h"

void
fp__filter_four_plain(const struct fp__filter *filter, const double *const sources[FP__FOUR],
                      size_t channels, double *const rows[FP__FOUR])
{
    for (size_t i = 0; i < FP__FOUR; i++)
        fp__filter_means(filter, sources[i], channels, rows[i]);
}

void
fp__filter_four(const struct fp__filter *filter, const double *const sources[FP__FOUR], size_t n,
                size_t channels, double *room, double *const rows[FP__FOUR])
{
#if FP__X86
    if (channels == 1 && fp__cpu_has_avx2()) {
        fp__filter_four_avx2(filter, sources, n, room, rows);
        return;
    }
#endif
    (void)n;
    (void)room;
    fp__filter_four_plain(filter, sources, channels, rows);
}
