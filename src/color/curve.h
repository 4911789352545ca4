/* SPDX-License-Identifier: MIT */
/* curve.h: the curves that bend a range of values: norms measure along them, and so do the axes of
 * plots and colorbars. */
#ifndef COLOR_CURVE_H
#define COLOR_CURVE_H

enum fp__curve_kind {
    FP__CURVE_LINEAR, /* v */
    FP__CURVE_LOG,    /* log₁₀ v; NaN for v ≤ 0 */
    FP__CURVE_SYMLOG, /* log₁₀ of |v| beyond ± threshold, a line between */
    FP__CURVE_ASINH,  /* width · asinh(v / width) */
    FP__CURVE_LOGIT,  /* log₁₀(v / (1 − v)); NaN outside 0 < v < 1 */
    FP__CURVE_POWER   /* (v − from) to the power gamma; below `from` a line */
};

/* A plain value. The members that a kind does not name are not read. */
struct fp__curve {
    enum fp__curve_kind kind;
    double threshold; /* symlog: > 0 */
    double linscale;  /* symlog: decades that the line 0 … threshold takes, > 0 */
    double width;     /* asinh: > 0 */
    double gamma;     /* power: > 0 */
    double from;      /* power */
};

/* Rises with v wherever it is defined. */
double fp__curve_at(const struct fp__curve *curve, double v);

/* The v at which the curve is t. */
double fp__curve_inverse(const struct fp__curve *curve, double t);

#endif
