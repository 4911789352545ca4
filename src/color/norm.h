/* SPDX-License-Identifier: MIT */
/* norm.h: from a value to its place between vmin and vmax. */
#ifndef COLOR_NORM_H
#define COLOR_NORM_H

#include "flatplot/color.h"

/* FP_ERR_ARGUMENT when a limit is infinite or vmin lies above vmax. NaN stands for a limit that is
 * still to be found and passes. */
enum fp_status fp__norm_check(struct fp_context *ctx, const struct fp_norm *norm);

/* A linear norm ready for many values: x = (value·factor − low) / span. The factor is 1 unless
 * vmax − vmin does not fit in a double (then ½) or vmin equals vmax (then 0: matplotlib's Normalize
 * gives 0 for every finite value). */
struct fp__scale {
    double factor;
    double low;
    double span;
};

/* The norm's limits must be finite and in order. */
struct fp__scale fp__norm_scale(const struct fp_norm *norm);

/* (v − vmin) / (vmax − vmin) in double: below 0 under, above 1 over. A value that is not finite
 * gives anything. */
static inline double
fp__scale_at(const struct fp__scale *scale, double value)
{
    return (value * scale->factor - scale->low) / scale->span;
}

#endif
