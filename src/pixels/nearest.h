/* SPDX-License-Identifier: MIT */
/* nearest.h: which source pixel each output pixel shows when none is blended. */
#ifndef PIXELS_NEAREST_H
#define PIXELS_NEAREST_H

#include <stddef.h>

/* The source pixels shown along one axis, as edges: {0, n} for all of n; pixel k is from k to k+1.
 * start < stop; within 0 … n but for rounding. */
struct fp__span {
    double start;
    double stop;
};

/* Fill in map[0 … out−1], the source pixel of 0 … n−1 that each of `out` output pixels shows, by
 * the rule of matplotlib 3.6.3's Agg, which steps in 256ths of a source pixel. Output rows count
 * from the side where the array's row 0 lies. Agg rounds each row by itself, but only the ends of a
 * row's run of columns, between which it steps as in Bresenham's line; hence two functions. */
void fp__nearest_rows(size_t *map, size_t out, size_t n, struct fp__span span);
void fp__nearest_cols(size_t *map, size_t out, size_t n, struct fp__span span);

#endif
