/* SPDX-License-Identifier: MIT */
/* curve.h: the curves that bend a range of values: norms measure along them, and so do the axes of
 * plots and colorbars. */
#ifndef COLOR_CURVE_H
#define COLOR_CURVE_H

#include <stddef.h>

enum fp__curve_kind {
    FP__CURVE_LINEAR, /* v */
    FP__CURVE_LOG,    /* log₁₀ v; NaN for v ≤ 0 */
    FP__CURVE_SYMLOG, /* log₁₀ of |v| beyond ± threshold, a line between */
    FP__CURVE_ASINH,  /* width · asinh(v / width) */
    FP__CURVE_LOGIT,  /* log₁₀(v / (1 − v)); NaN outside 0 < v < 1 */
    FP__CURVE_POWER,  /* (v − from) to the power gamma; 0 below `from` */
    FP__CURVE_BENT,   /* two lines, 0 at `from`, 1 at `middle` and 2 at `to` */
    FP__CURVE_STEPS   /* lines from one step to the next, which is one higher */
};

/* A plain value. The members that a kind does not name are not read. */
struct fp__curve {
    enum fp__curve_kind kind;
    double threshold;    /* symlog: > 0 */
    double linscale;     /* symlog: decades that the line 0 … threshold takes, > 0 */
    double width;        /* asinh: > 0 */
    double gamma;        /* power: > 0 */
    double from;         /* power, bent */
    double middle;       /* bent: from ≤ middle ≤ to, two of them at least different */
    double to;           /* bent */
    size_t count;        /* steps: 2 or more */
    const double *steps; /* rising; borrowed */
};

/* Never falls with v wherever it is defined. */
double fp__curve_at(const struct fp__curve *curve, double v);

/* The v at which the curve is t. */
double fp__curve_inverse(const struct fp__curve *curve, double t);

#endif
