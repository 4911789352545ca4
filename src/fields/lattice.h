/* SPDX-License-Identifier: MIT */
/* lattice.h: values over a grid of points, which need not be evenly spaced or straight. */
#ifndef FIELDS_LATTICE_H
#define FIELDS_LATTICE_H

#include "draw/scratch.h"
#include "flatplot/array.h"

/* A grid as it was given. */
struct fp__lattice_source {
    struct fp_array *z;       /* (M, N) */
    struct fp_array *x, *y;   /* (N,) and (M,), or both (M, N); NULL: evenly spaced, from … to */
    double first[2], last[2]; /* x, y */
    size_t more;              /* points per side than values when there are no x and y */
};

/* Its points as doubles in memory of the context: column i of row j. */
struct fp__points {
    size_t nx, ny;
    double *x, *y;
    size_t x_along, x_up, y_along, y_up; /* to the next column and row; one of each is 0 on
                                            straight grids */
};

static inline double
fp__points_x(const struct fp__points *points, size_t i, size_t j)
{
    return points->x[i * points->x_along + j * points->x_up];
}

static inline double
fp__points_y(const struct fp__points *points, size_t i, size_t j)
{
    return points->y[i * points->y_along + j * points->y_up];
}

/* Checks that x and y are both there or not, and of a shape for M + more rows of N + more points,
 * and z of two axes of `least` or more values. Raised in `function`'s name. */
enum fp_status fp__lattice_check(struct fp_context *ctx, const char *function,
                                 const struct fp__lattice_source *source, size_t least,
                                 size_t more);

/* Takes a reference to each array, and lets go of them. */
void fp__lattice_hold(struct fp__lattice_source *source);
void fp__lattice_drop(struct fp__lattice_source *source);

/* Reads the points; they last until others are read. FP_ERR_CLOSED when an array was closed. */
enum fp_status fp__points_read(struct fp_context *ctx, const struct fp__lattice_source *source,
                               struct fp__points *points);

/* The values row by row, NaN for those that are not finite; NULL, raised. They last as long. */
double *fp__lattice_values(struct fp_context *ctx, const struct fp__lattice_source *source);

/* Row j of them as it is. The array is open. */
void fp__lattice_row(const struct fp__lattice_source *source, size_t j, double *values);

/* Makes points that are the middles of cells the corners of these: half-way between neighbours, and
 * as far beyond the outermost (matplotlib's shading "nearest"). */
enum fp_status fp__points_surround(struct fp_context *ctx, struct fp__points *points);

/* The smallest and the largest x and y; false when one is not finite. */
bool fp__points_extent(const struct fp__points *points, double x[2], double y[2]);

#endif
