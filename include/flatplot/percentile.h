/* SPDX-License-Identifier: MIT */
/* percentile.h: exact percentiles of any number of values, in memory that does not depend on it.
 *
 * The values are gone through several times and only counted: by the upper 16 bits of numbers in
 * whose order the values are, then by the next 16 bits within the bins that matter. The result is
 * numpy's np.percentile(values, percents) to the bit (its linear rule: type 7 of R. Hyndman and
 * Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996), but
 * where numpy's own difference of two neighbouring values overflows their type: here it does not. A
 * zero is 0, never −0.
 *
 *     p = fp_percentiles_create(ctx, FP_FLOAT32, (double[]){2, 98}, 2, -INFINITY, INFINITY);
 *     do {
 *         … fp_percentiles_add(p, array) for every array, and check …
 *     } while (fp_percentiles_next(p, &again) == FP_OK && again);
 *     fp_percentiles_get(p, limits);
 *     fp_unref(p); */
#ifndef FLATPLOT_PERCENTILE_H
#define FLATPLOT_PERCENTILE_H

#include <stdbool.h>

#include "flatplot/frames.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How many percentiles can be found together. */
#define FP_PERCENTILES_MAX 16

struct fp_percentiles;

/* Begins to find n ≤ FP_PERCENTILES_MAX percentiles (0 … 100) of values of that type; FP_FLOAT64
 * takes those of every type, as doubles. Counted are values between `above` and `below` that are
 * neither (fp_norm_domain; −∞ and ∞ for all finite ones). */
FP_API struct fp_percentiles *fp_percentiles_create(struct fp_context *ctx, enum fp_dtype dtype,
                                                    const double *percents, size_t n, double above,
                                                    double below);

/* How many times values of the type are gone through: 1, for those of 4 bytes 2, of 8 bytes 4. 0
 * for a number that is no type. */
FP_API int fp_percentiles_passes(enum fp_dtype dtype);

/* Takes values in: of an array, or all that a file holds. In every pass they have to be the same,
 * in any order. */
FP_API enum fp_status fp_percentiles_add(struct fp_percentiles *percentiles,
                                         struct fp_array *array);
FP_API enum fp_status fp_percentiles_add_frames(struct fp_percentiles *percentiles,
                                                struct fp_frames *frames);

/* Ends a pass; *again tells whether there is another. FP_ERR_INPUT when other values came than in
 * the pass before; without memory it is closed. */
FP_API enum fp_status fp_percentiles_next(struct fp_percentiles *percentiles, bool *again);

/* The percentiles in the order in which they were asked for, NaN when there was no value.
 * FP_ERR_ARGUMENT while there are passes left. */
FP_API enum fp_status fp_percentiles_get(const struct fp_percentiles *percentiles, double *values);

/* All of it for one array, or for all that a file holds. */
FP_API enum fp_status fp_array_percentiles(struct fp_array *array, const double *percents, size_t n,
                                           double above, double below, double *values);
FP_API enum fp_status fp_frames_percentiles(struct fp_frames *frames, const double *percents,
                                            size_t n, double above, double below, double *values);

#ifdef __cplusplus
}
#endif
#endif
