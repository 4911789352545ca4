/* SPDX-License-Identifier: MIT */
/* boundaries.c: which colour of a map lies between which boundaries. */
#include "color/boundaries.h"

void
fp__boundaries_init(struct fp__boundaries *boundaries, const struct fp_norm *norm, size_t colors)
{
    boundaries->count = fp__norm_boundaries(norm, boundaries->values);
    boundaries->colors = colors;
}

int
fp__boundaries_color(const struct fp__boundaries *boundaries, size_t i)
{
    size_t regions = boundaries->count - 1;

    if (regions == 1)
        return (int)((boundaries->colors - 1) / 2);
    return (int)((double)(boundaries->colors - 1) / (double)(regions - 1) * (double)i);
}

int
fp__boundaries_index(const struct fp__boundaries *boundaries, double value)
{
    const double *values = boundaries->values;
    size_t low = 0, high = boundaries->count;

    while (low < high) { /* low: how many boundaries lie at or below the value */
        size_t middle = low + (high - low) / 2;

        if (values[middle] <= value)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == boundaries->count)
        return (int)boundaries->colors;
    return low == 0 ? -1 : fp__boundaries_color(boundaries, low - 1);
}
