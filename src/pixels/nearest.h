/* SPDX-License-Identifier: MIT */
/* nearest.h: which source pixel each output pixel shows when none is blended. */
#ifndef PIXELS_NEAREST_H
#define PIXELS_NEAREST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The source pixels shown along one axis, as edges: {0, n} for all of n; pixel k is from k to k+1.
 * Within 0 … n but for rounding, and not empty. start > stop: the first output pixel shows the last
 * of them. */
struct fp__span {
    double start;
    double stop;
};

/* The source positions that matplotlib 3.6.3's Agg takes for output pixels, in 256ths of a source
 * pixel from the array's edge. Output rows count from the side where the array's row 0 lies. Agg
 * rounds each row by itself, but only the ends of a row's run of columns, between which it steps as
 * in Bresenham's line; hence two kinds. */
struct fp__places {
    struct fp__span span;
    size_t out;
    bool by_steps; /* columns: the run of D = out of them is stepped in ⌈i·Δ/D⌉ */
    int64_t before;
    int64_t whole; /* Δ = whole·D + rest, 0 ≤ rest < D */
    size_t rest;
    const double *bent; /* or NULL: looked up, then cut to 256ths */
};

struct fp__places fp__places_of_rows(size_t out, struct fp__span span);
struct fp__places fp__places_of_cols(size_t out, struct fp__span span);

/* Where output pixels do not lie evenly, one position for each, 0 … n; borrowed. */
struct fp__places fp__places_bent(const double *positions, size_t out);

/* The position of output pixel i < out. */
int64_t fp__place(const struct fp__places *places, size_t i);

/* Fill in map[0 … out−1], the source pixel of 0 … n−1 that each of `out` output pixels shows. */
void fp__nearest_rows(size_t *map, size_t out, size_t n, struct fp__span span);
void fp__nearest_cols(size_t *map, size_t out, size_t n, struct fp__span span);
void fp__nearest_bent(size_t *map, size_t out, size_t n, const double *positions);

#endif
