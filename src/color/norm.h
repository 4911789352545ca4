/* SPDX-License-Identifier: MIT */
/* norm.h: what the library itself asks of norms: checks, limits, and places. */
#ifndef COLOR_NORM_H
#define COLOR_NORM_H

#include "color/colormap.h"
#include "color/curve.h"
#include "flatplot/color.h"

/* Each region between two boundaries needs a colour of the map. */
#define FP__BOUNDARIES_MAX (FP__COLORMAP_MAX + 1)

/* The kind's name, as fp_norm_parse reads it. */
const char *fp__norm_name(enum fp_norm_kind kind);

/* FP_ERR_ARGUMENT when a limit or a parameter cannot be. NaN stands for a limit that is still to be
 * found and passes. */
enum fp_status fp__norm_check(struct fp_context *ctx, const struct fp_norm *norm);

/* FP_ERR_ARGUMENT when the norm has more regions than the map has colours. */
enum fp_status fp__norm_fits(struct fp_context *ctx, const struct fp_norm *norm,
                             const struct fp_colormap *map);

/* The boundaries of a boundary norm that passed the check; their number, 0 once their array was
 * closed. */
size_t fp__norm_boundaries(const struct fp_norm *norm, double out[FP__BOUNDARIES_MAX]);

/* The curve that the norm measures along: that of its kind, else a line. */
struct fp__curve fp__norm_curve(const struct fp_norm *norm);

/* A norm ready for many values, but for boundary norms, which know colours and no places. */
struct fp__placer {
    enum fp_norm_kind kind;
    double vmin, center, vmax;
    struct fp__curve curve;
    /* x = (t·factor − low) / span, where t is the value or its place on the curve. The factor is 1
     * unless vmax − vmin does not fit in a double (then ½) or vmin equals vmax (then 0:
     * matplotlib's norms give 0 for every finite value). */
    double factor, low, span;
    bool by_place; /* power: the curve bends x, not the value */
};

/* The norm is resolved: its limits are finite and in order. */
struct fp__placer fp__placer_of(const struct fp_norm *norm);

/* The place of a value: below 0 under, above 1 over, not finite: bad. A value that is not finite
 * gives anything. */
double fp__placer_at(const struct fp__placer *placer, double value);

/* The value at place x; for twoslope 0 ≤ x ≤ 1. */
double fp__placer_inverse(const struct fp__placer *placer, double x);

/* (v − vmin) / (vmax − vmin) in double, for linear norms. */
static inline double
fp__placer_linear(const struct fp__placer *placer, double value)
{
    return (value * placer->factor - placer->low) / placer->span;
}

#endif
