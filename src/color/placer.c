/* SPDX-License-Identifier: MIT */
/* placer.c: from values to places between vmin and vmax and back, as in matplotlib 3.6's colors.py:
 * Normalize, PowerNorm, TwoSlopeNorm, and make_norm_from_scale for the curves. */
#include <assert.h>
#include <math.h>

#include "color/norm.h"

struct fp__curve
fp__norm_curve(const struct fp_norm *norm)
{
    switch (norm->kind) {
    case FP_NORM_LOG:
        return (struct fp__curve){.kind = FP__CURVE_LOG};
    case FP_NORM_SYMLOG:
        return (struct fp__curve){
            .kind = FP__CURVE_SYMLOG, .threshold = norm->linthresh, .linscale = norm->linscale};
    case FP_NORM_ASINH:
        return (struct fp__curve){.kind = FP__CURVE_ASINH, .width = norm->width};
    case FP_NORM_LOGIT:
        return (struct fp__curve){.kind = FP__CURVE_LOGIT};
    case FP_NORM_POWER:
        return (struct fp__curve){
            .kind = FP__CURVE_POWER, .gamma = norm->gamma, .from = norm->vmin};
    case FP_NORM_LINEAR:
    case FP_NORM_TWOSLOPE:
    case FP_NORM_CENTERED:
    case FP_NORM_BOUNDARY:
        break;
    }
    return (struct fp__curve){.kind = FP__CURVE_LINEAR};
}

/* (t·factor − low) / span is 0 at `from` and 1 at `to`. */
static void
measure(struct fp__placer *placer, double from, double to)
{
    placer->factor = isinf(to - from) ? 0.5 : 1;
    placer->low = from * placer->factor;
    placer->span = to * placer->factor - placer->low;
}

/* (v − vmin)^gamma / (vmax − vmin)^gamma; when no double holds these powers, the power of the
 * quotient. */
static void
measure_power(struct fp__placer *placer)
{
    double whole = fp__curve_at(&placer->curve, placer->vmax);

    measure(placer, placer->vmin, placer->vmax);
    placer->by_place = !isnormal(whole);
    if (placer->by_place)
        placer->curve.from = 0;
    else
        measure(placer, 0, whole);
}

struct fp__placer
fp__placer_of(const struct fp_norm *norm)
{
    struct fp__placer placer = {.kind = norm->kind,
                                .vmin = norm->vmin,
                                .center = norm->center,
                                .vmax = norm->vmax,
                                .curve = fp__norm_curve(norm),
                                .span = 1};

    assert(isfinite(norm->vmin) && isfinite(norm->vmax) && norm->vmin <= norm->vmax);
    if (norm->vmin == norm->vmax)
        return placer;
    if (norm->kind == FP_NORM_POWER)
        measure_power(&placer);
    else
        measure(&placer, fp__curve_at(&placer.curve, norm->vmin),
                fp__curve_at(&placer.curve, norm->vmax));
    return placer;
}

/* --- there ------------------------------------------------------------------------------------ */

static double
power_at(const struct fp__placer *placer, double value)
{
    double v = placer->by_place ? fp__placer_linear(placer, value) : value;
    double t = fp__curve_at(&placer->curve, v);

    return placer->by_place ? t : fp__placer_linear(placer, t);
}

/* Half the way from `from` to `to`. */
static double
half_way(double from, double to, double value)
{
    double slope = .5 / (to - from);

    if (isinf(to - from))
        return (value / 2 - from / 2) / (to / 2 - from / 2) / 2;
    return isinf(slope) ? (value - from) / (to - from) / 2 : slope * (value - from);
}

/* numpy.interp over vmin, centre, vmax, of which two or all may be equal: the last one counts. */
static double
twoslope_at(const struct fp__placer *placer, double value)
{
    if (value < placer->vmin)
        return -1;
    if (value >= placer->vmax)
        return value > placer->vmax ? 2 : 1;
    if (value >= placer->center)
        return .5 + half_way(placer->center, placer->vmax, value);
    return half_way(placer->vmin, placer->center, value);
}

double
fp__placer_at(const struct fp__placer *placer, double value)
{
    assert(placer->kind != FP_NORM_BOUNDARY);
    if (placer->kind == FP_NORM_TWOSLOPE)
        return twoslope_at(placer, value);
    if (placer->factor == 0)
        return 0;
    if (placer->kind == FP_NORM_POWER)
        return power_at(placer, value);
    return fp__placer_linear(placer, fp__curve_at(&placer->curve, value));
}

/* --- and back --------------------------------------------------------------------------------- */

static double
twoslope_inverse(const struct fp__placer *placer, double x)
{
    double vmin = placer->vmin, center = placer->center, vmax = placer->vmax;
    double part = x < .5 ? 2 * x : 2 * x - 1;

    return x < .5 ? vmin * (1 - part) + center * part : center * (1 - part) + vmax * part;
}

double
fp__placer_inverse(const struct fp__placer *placer, double x)
{
    double t;

    assert(placer->kind != FP_NORM_BOUNDARY);
    if (placer->vmin == placer->vmax)
        return placer->vmin;
    if (placer->kind == FP_NORM_TWOSLOPE)
        return twoslope_inverse(placer, x);
    if (placer->by_place) /* the curve bends places */
        return (fp__curve_inverse(&placer->curve, x) * placer->span + placer->low) / placer->factor;
    t = (x * placer->span + placer->low) / placer->factor;
    return fp__curve_inverse(&placer->curve, t);
}
