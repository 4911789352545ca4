/* SPDX-License-Identifier: MIT */
/* resample_together.c: rows filtered along x, four at a time where there are as many. */
#include "pixels/resample_parts.h"
#include "pixels/trio_columns.h"

void
fp__resample_together(const struct fp__resampler *resampler, size_t n, bool tame,
                      double *const rows[FP__FOUR])
{
    const double *sources[FP__FOUR];
    size_t channels = resampler->rows.channels;

    for (size_t k = 0; k < FP__FOUR; k++)
        sources[k] = fp__resample_wide(resampler, k);
    if (n < FP__FOUR)
        for (size_t k = 0; k < n; k++)
            fp__filter_means(&resampler->x, sources[k], channels, rows[k]);
    else if (tame && channels == 1 && resampler->x.trios.each)
        fp__trio_columns(&resampler->x, sources, fp__resample_width(resampler),
                         fp__resample_wide(resampler, FP__FOUR), rows);
    else
        fp__filter_four(&resampler->x, sources, fp__resample_width(resampler), channels,
                        fp__resample_wide(resampler, FP__FOUR), rows);
}
