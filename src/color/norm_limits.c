/* SPDX-License-Identifier: MIT */
/* norm_limits.c: limits that were left open, from the data: the autoscale_None of matplotlib 3.6's
 * norms (colors.py). */
#include <math.h>

#include "color/norm.h"
#include "core/status.h"
#include "flatplot/text.h"

static void
find_centered(struct fp_norm *norm, double low, double high)
{
    /* fmax passes over NaN: without values the half range stays open. */
    if (isnan(norm->half_range))
        norm->half_range = fmax(norm->center - low, high - norm->center);
    norm->half_range = fabs(norm->half_range);
    norm->vmin = norm->center - norm->half_range;
    norm->vmax = norm->center + norm->half_range;
}

static void
find_boundary(struct fp_norm *norm)
{
    double values[FP__BOUNDARIES_MAX];
    size_t n = fp__norm_boundaries(norm, values);

    norm->vmin = values[0];
    norm->vmax = values[n - 1];
}

static void
find(struct fp_norm *norm, double low, double high)
{
    if (norm->kind == FP_NORM_CENTERED) {
        find_centered(norm, low, high);
    } else if (norm->kind == FP_NORM_BOUNDARY) {
        find_boundary(norm);
    } else {
        if (norm->kind == FP_NORM_TWOSLOPE && !isnan(low)) {
            low = fmin(low, norm->center);
            high = fmax(high, norm->center);
        }
        norm->vmin = isnan(norm->vmin) ? low : norm->vmin;
        norm->vmax = isnan(norm->vmax) ? high : norm->vmax;
    }
}

/* A curve may run out of numbers at limits that are numbers: symlog with a huge linthresh. Placers
 * know what to do with powers. */
static enum fp_status
check_curve(struct fp_context *ctx, const struct fp_norm *norm)
{
    struct fp__curve curve = fp__norm_curve(norm);
    char vmin[FP_NUMBER_ROOM], vmax[FP_NUMBER_ROOM];

    if (isnan(norm->vmin) || isnan(norm->vmax) ||
        isfinite(fp__curve_at(&curve, norm->vmax) - fp__curve_at(&curve, norm->vmin)) ||
        curve.kind == FP__CURVE_LINEAR || curve.kind == FP__CURVE_POWER)
        return FP_OK;
    fp_number_format(norm->vmin, vmin);
    fp_number_format(norm->vmax, vmax);
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "norm %s: from %s to %s it needs larger numbers than there are" FP__HINT
                    "give vmin and vmax nearer to 0, or another parameter",
                    fp__norm_name(norm->kind), vmin, vmax);
}

enum fp_status
fp_norm_resolve(struct fp_context *ctx, struct fp_norm *norm, double low, double high)
{
    struct fp_norm found = *norm;
    enum fp_status status = fp__norm_check(ctx, norm);

    if (status != FP_OK)
        return status;
    find(&found, low, high);
    status = fp__norm_check(ctx, &found);
    if (status == FP_OK)
        status = check_curve(ctx, &found);
    if (status == FP_OK)
        *norm = found;
    return status;
}
