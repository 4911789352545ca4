/* SPDX-License-Identifier: MIT */
/* scale.c: the curve along which an axis runs, and the limits that can be shown on it. */
#include "figure/scale.h"

#include <float.h>
#include <math.h>

#include "core/context.h"
#include "core/status.h"
#include "ticks/interval.h"

#define DAYS_BESIDE_A_DAY 730
#define LINTHRESH 2
#define LINSCALE 1

struct fp__stretch
fp__axis_stretch(const struct fp__axis *axis)
{
    return (struct fp__stretch){
        axis->curve,
        {fp__view_along(&axis->curve, axis->lim[0]), fp__view_along(&axis->curve, axis->lim[1])}};
}

/* --- limits that can be shown ----------------------------------------------------------------- */

/* As near to all doubles as leaves a difference that is one; where matplotlib gives up. */
static void
keep_within_doubles(enum fp__curve_kind kind, double lim[2])
{
    if (!isfinite(lim[1] - lim[0])) {
        lim[0] = fmax(lim[0], -DBL_MAX / 2);
        lim[1] = fmin(lim[1], DBL_MAX / 2);
    }
    if (kind == FP__CURVE_LOG)
        lim[0] = fmax(lim[0], DBL_MIN);
}

/* The power of ten below v, itself left out (matplotlib's _decade_less), or above. */
static double
decade_beside(double v, bool above)
{
    double decades = log(v) / log(10);
    double decade = pow(10, above ? ceil(decades) : floor(decades));

    if (decade == v)
        return above ? decade * 10 : decade / 10;
    return decade;
}

static void
make_positive(const struct fp__extent *extent, double lim[2])
{
    if (!(lim[1] > 0)) {
        lim[0] = 1;
        lim[1] = 10;
    }
    if (lim[0] <= 0)
        lim[0] = isfinite(extent->positive) ? extent->positive : 1e-300;
    if (lim[0] != lim[1])
        return;
    lim[0] = decade_beside(lim[0], false);
    lim[1] = decade_beside(lim[1], true);
}

void
fp__scale_make_positive(const struct fp__extent *extent, double lim[2])
{
    double sorted[2] = {fmin(lim[0], lim[1]), fmax(lim[0], lim[1])};
    bool turned = lim[0] > lim[1];

    make_positive(extent, sorted);
    keep_within_doubles(FP__CURVE_LOG, sorted);
    lim[turned] = sorted[0];
    lim[!turned] = sorted[1];
}

/* --- limits that follow the data -------------------------------------------------------------- */

/* AutoDateLocator.nonsingular: two years on both sides of a date that is alone. */
static void
find_dates(const struct fp__extent *extent, bool any, double lim[2])
{
    double beside = any && extent->lo == extent->hi ? DAYS_BESIDE_A_DAY : 0;

    lim[0] = any ? extent->lo - beside : 0;
    lim[1] = any ? extent->hi + beside : 1;
}

void
fp__scale_range(const struct fp__curve *curve, enum fp__tick_places places,
                const struct fp__extent *extent, double lim[2])
{
    bool any = extent->lo <= extent->hi;

    if (curve->kind == FP__CURVE_LOG) {
        lim[0] = any ? extent->lo : 1;
        lim[1] = any ? extent->hi : 10;
        make_positive(extent, lim);
        return;
    }
    if (places == FP__PLACES_DATES) {
        find_dates(extent, any, lim);
        return;
    }
    lim[0] = any ? extent->lo : -.05;
    lim[1] = any ? extent->hi : .05;
    if (any)
        fp__interval_widen(&lim[0], &lim[1], .05, 1e-15); /* Locator.nonsingular */
}

static void
add_margins(const struct fp__curve *curve, double fraction, double lim[2])
{
    double first = fp__view_along(curve, lim[0]), last = fp__view_along(curve, lim[1]);
    double margin = fraction * (last - first);

    if (curve->kind == FP__CURVE_LINEAR) {
        lim[0] -= margin;
        lim[1] += margin;
        return;
    }
    lim[0] = fp__curve_inverse(curve, first - margin);
    lim[1] = fp__curve_inverse(curve, last + margin);
}

void
fp__scale_add_margins(const struct fp__curve *curve, enum fp__tick_places places, double margin,
                      const double edges[2], double lim[2])
{
    bool scaled = places == FP__PLACES_OF_SCALE;
    double lo, hi;

    add_margins(curve, margin, lim);
    lo = fmax(lim[0], edges[0]);
    hi = fmin(lim[1], edges[1]);
    /* An edge is next to both ends of a range that is short for its distance from 0. */
    lim[0] = fmin(lo, hi);
    lim[1] = fmax(lo, hi);
    if (curve->kind == FP__CURVE_LINEAR) /* MaxNLocator.view_limits, Locator.view_limits */
        fp__interval_widen(&lim[0], &lim[1], scaled ? 1e-12 : 1e-3, scaled ? 1e-13 : 1e-15);
    keep_within_doubles(curve->kind, lim);
}

/* --- setting ---------------------------------------------------------------------------------- */

static bool
is_positive(double v)
{
    return v > 0 && isfinite(v);
}

static enum fp_status
make_curve(struct fp_context *ctx, const struct fp_scale *scale, struct fp__curve *curve)
{
    double threshold = scale->linthresh == 0 ? LINTHRESH : scale->linthresh;
    double linscale = scale->linscale == 0 ? LINSCALE : scale->linscale;

    if (scale->kind == FP_SCALE_LINEAR || scale->kind == FP_SCALE_LOG) {
        *curve = (struct fp__curve){.kind = scale->kind == FP_SCALE_LOG ? FP__CURVE_LOG
                                                                        : FP__CURVE_LINEAR};
        return FP_OK;
    }
    if (scale->kind != FP_SCALE_SYMLOG || !is_positive(threshold) || !is_positive(linscale))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "axes: no scale has such a kind, linthresh or linscale" FP__HINT
                        "the last two are finite numbers above 0, or 0 for 2 and 1");
    *curve =
        (struct fp__curve){.kind = FP__CURVE_SYMLOG, .threshold = threshold, .linscale = linscale};
    return FP_OK;
}

/* Limits that were set before the axis became a log one. */
static void
make_limits_positive(struct fp_axes *ax, bool y)
{
    struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;
    struct fp__extent extent;

    if (axis->fits || fmin(axis->lim[0], axis->lim[1]) > 0)
        return;
    fp__axes_extent(ax, y, &extent);
    if (!isfinite(extent.positive))
        extent.positive = fmax(axis->lim[0], axis->lim[1]);
    fp__scale_make_positive(&extent, axis->lim);
    fp__warn(ax->base.ctx, FP_WARN_NOT_POSITIVE,
             "a log axis shows only what is above 0; its limits were moved there");
}

/* For all that share the limits. matplotlib fits them again when the old scale and the new one have
 * other limits where nothing is drawn (_set_axes_scale): symlog has a linear axis's. */
static enum fp_status
set_scale(struct fp_axes *ax, bool y, const struct fp_scale *scale)
{
    static const struct fp_scale linear = {.kind = FP_SCALE_LINEAR};
    struct fp__curve curve, *old;
    enum fp_status status;

    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    status = make_curve(ax->base.ctx, scale ? scale : &linear, &curve);
    if (status != FP_OK)
        return status;
    old = y ? &ax->body->y.curve : &ax->body->x.curve;
    if ((old->kind == FP__CURVE_LOG) != (curve.kind == FP__CURVE_LOG))
        fp__axes_follow(ax, y);
    *old = curve;
    if (fp__axis_plan(ax, y))
        fp__tick_plan_reset(fp__axis_plan(ax, y));
    if (curve.kind == FP__CURVE_LOG)
        make_limits_positive(ax, y);
    fp__share_spread(ax, y);
    fp__axes_fit(ax);
    return FP_OK;
}

enum fp_status
fp_axes_set_xscale(struct fp_axes *ax, const struct fp_scale *scale)
{
    return set_scale(ax, false, scale);
}

enum fp_status
fp_axes_set_yscale(struct fp_axes *ax, const struct fp_scale *scale)
{
    return set_scale(ax, true, scale);
}
