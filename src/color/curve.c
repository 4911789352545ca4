/* SPDX-License-Identifier: MIT */
/* curve.c: the curves and their inverses, as in matplotlib 3.6's scale.py and colors.py
 * (PowerNorm), base 10 throughout. */
#include "color/curve.h"

#include <math.h>

/* How much higher the line of symlog reaches than one decade per decade would. */
static double
line_height(const struct fp__curve *curve)
{
    return curve->linscale / (1 - 1 / 10.0);
}

static double
symlog_at(const struct fp__curve *curve, double v)
{
    double size = fabs(v);

    if (size <= curve->threshold)
        return v * line_height(curve);
    return copysign(curve->threshold * (line_height(curve) + log10(size / curve->threshold)), v);
}

static double
symlog_inverse(const struct fp__curve *curve, double t)
{
    double size = fabs(t);

    if (size <= curve->threshold * line_height(curve))
        return t / line_height(curve);
    return copysign(curve->threshold * pow(10, size / curve->threshold - line_height(curve)), t);
}

double
fp__curve_at(const struct fp__curve *curve, double v)
{
    switch (curve->kind) {
    case FP__CURVE_LOG:
        return v > 0 ? log10(v) : NAN;
    case FP__CURVE_SYMLOG:
        return symlog_at(curve, v);
    case FP__CURVE_ASINH:
        return curve->width * asinh(v / curve->width);
    case FP__CURVE_LOGIT:
        return v > 0 && v < 1 ? log10(v / (1 - v)) : NAN;
    case FP__CURVE_POWER:
        return v > curve->from ? pow(v - curve->from, curve->gamma) : v - curve->from;
    case FP__CURVE_LINEAR:
        break;
    }
    return v;
}

double
fp__curve_inverse(const struct fp__curve *curve, double t)
{
    switch (curve->kind) {
    case FP__CURVE_LOG:
        return pow(10, t);
    case FP__CURVE_SYMLOG:
        return symlog_inverse(curve, t);
    case FP__CURVE_ASINH:
        return curve->width * sinh(t / curve->width);
    case FP__CURVE_LOGIT:
        return 1 / (1 + pow(10, -t));
    case FP__CURVE_POWER:
        return t > 0 ? pow(t, 1 / curve->gamma) + curve->from : t + curve->from;
    case FP__CURVE_LINEAR:
        break;
    }
    return t;
}
