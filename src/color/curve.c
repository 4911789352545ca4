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
    double size = fabs(v), decades;

    if (size <= curve->threshold)
        return v * line_height(curve);
    decades = log(size / curve->threshold) / log(10); /* rounded as there, unlike log10 */
    return copysign(curve->threshold * (line_height(curve) + decades), v);
}

static double
symlog_inverse(const struct fp__curve *curve, double t)
{
    double size = fabs(t);

    if (size <= curve->threshold * line_height(curve))
        return t / line_height(curve);
    return copysign(curve->threshold * pow(10, size / curve->threshold - line_height(curve)), t);
}

/* On the line that is 0 at a and 1 at b. */
static double
between(double v, double a, double b)
{
    return (v - a) / (b - a);
}

/* Where two of the three fall together there is one line of height 2. */
static double
bent_at(const struct fp__curve *curve, double v)
{
    if (curve->from == curve->middle || curve->middle == curve->to)
        return 2 * between(v, curve->from, curve->to);
    return v < curve->middle ? between(v, curve->from, curve->middle)
                             : 1 + between(v, curve->middle, curve->to);
}

static double
bent_inverse(const struct fp__curve *curve, double t)
{
    if (curve->from == curve->middle || curve->middle == curve->to)
        return curve->from + t / 2 * (curve->to - curve->from);
    return t < 1 ? curve->from + t * (curve->middle - curve->from)
                 : curve->middle + (t - 1) * (curve->to - curve->middle);
}

/* Flat below `from`, as PowerNorm is in matplotlib 3.6: so a colorbar's tick below its lower end is
 * drawn at that end, with its own label. */
static double
power_at(const struct fp__curve *curve, double v)
{
    return v <= curve->from ? 0 : pow(v - curve->from, curve->gamma);
}

/* The last step but one that lies below v, or the first. */
static size_t
step_below(const struct fp__curve *curve, double v)
{
    size_t i = 0;

    while (i + 2 < curve->count && curve->steps[i + 1] <= v)
        i++;
    return i;
}

static double
steps_at(const struct fp__curve *curve, double v)
{
    size_t i = step_below(curve, v);

    return (double)i + between(v, curve->steps[i], curve->steps[i + 1]);
}

static double
steps_inverse(const struct fp__curve *curve, double t)
{
    size_t i = t > 0 ? (size_t)fmin(floor(t), (double)(curve->count - 2)) : 0;

    return curve->steps[i] + (t - (double)i) * (curve->steps[i + 1] - curve->steps[i]);
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
        return power_at(curve, v);
    case FP__CURVE_BENT:
        return bent_at(curve, v);
    case FP__CURVE_STEPS:
        return steps_at(curve, v);
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
        return t > 0 ? pow(t, 1 / curve->gamma) + curve->from : curve->from;
    case FP__CURVE_BENT:
        return bent_inverse(curve, t);
    case FP__CURVE_STEPS:
        return steps_inverse(curve, t);
    case FP__CURVE_LINEAR:
        break;
    }
    return t;
}
