/* SPDX-License-Identifier: MIT */
/* norm.c: what a norm may be: its kind, its limits and its parameters. */
#include "color/norm.h"

#include <assert.h>
#include <math.h>

#include "core/status.h"
#include "data/dtype.h"
#include "flatplot/text.h"

static const char *const names[] = {
    [FP_NORM_LINEAR] = "linear",     [FP_NORM_LOG] = "log",
    [FP_NORM_SYMLOG] = "symlog",     [FP_NORM_ASINH] = "asinh",
    [FP_NORM_POWER] = "power",       [FP_NORM_TWOSLOPE] = "twoslope",
    [FP_NORM_CENTERED] = "centered", [FP_NORM_BOUNDARY] = "boundary",
    [FP_NORM_LOGIT] = "logit",
};

enum { KINDS = sizeof names / sizeof *names };

const char *
fp__norm_name(enum fp_norm_kind kind)
{
    return (size_t)kind < KINDS ? names[kind] : NULL;
}

void
fp_norm_domain(const struct fp_norm *norm, double *above, double *below)
{
    bool positive = norm->kind == FP_NORM_LOG || norm->kind == FP_NORM_LOGIT;

    *above = positive ? 0 : -INFINITY;
    *below = norm->kind == FP_NORM_LOGIT ? 1 : INFINITY;
}

/* --- limits ----------------------------------------------------------------------------------- */

static enum fp_status
check_finite(struct fp_context *ctx, const char *name, double limit)
{
    char text[FP_NUMBER_ROOM];

    if (!isinf(limit))
        return FP_OK;
    fp_number_format(limit, text);
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "%s: %s is not a finite number" FP__HINT
                    "give a finite limit, or none to have it found from the data",
                    name, text);
}

static enum fp_status
check_order(struct fp_context *ctx, const struct fp_norm *norm)
{
    char vmin[FP_NUMBER_ROOM], vmax[FP_NUMBER_ROOM];

    if (!(norm->vmin > norm->vmax))
        return FP_OK;
    fp_number_format(norm->vmin, vmin);
    fp_number_format(norm->vmax, vmax);
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "vmin: %s is above vmax, which is %s" FP__HINT
                    "swap them; a colormap name ending in _r reverses the colours",
                    vmin, vmax);
}

static enum fp_status
check_domain(struct fp_context *ctx, const struct fp_norm *norm, const char *name, double limit)
{
    char text[FP_NUMBER_ROOM];
    double above, below;

    fp_norm_domain(norm, &above, &below);
    if (isnan(limit) || (limit > above && limit < below))
        return FP_OK;
    fp_number_format(limit, text);
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "%s: %s has no place in a %s norm" FP__HINT
                    "its limits are above 0%s; symlog and asinh take every number",
                    name, text, names[norm->kind], isinf(below) ? "" : " and below 1");
}

static enum fp_status
check_limits(struct fp_context *ctx, const struct fp_norm *norm)
{
    enum fp_status status = check_finite(ctx, "vmin", norm->vmin);

    if (status == FP_OK)
        status = check_finite(ctx, "vmax", norm->vmax);
    if (status == FP_OK)
        status = check_order(ctx, norm);
    if (status == FP_OK)
        status = check_domain(ctx, norm, "vmin", norm->vmin);
    if (status == FP_OK)
        status = check_domain(ctx, norm, "vmax", norm->vmax);
    return status;
}

/* --- parameters ------------------------------------------------------------------------------- */

static enum fp_status
check_positive(struct fp_context *ctx, const struct fp_norm *norm, const char *what, double value)
{
    char text[FP_NUMBER_ROOM];

    if (value > 0 && isfinite(value))
        return FP_OK;
    fp_number_format(value, text);
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "norm %s: %s is %s" FP__HINT "give a finite number above 0", names[norm->kind],
                    what, text);
}

static enum fp_status
check_center(struct fp_context *ctx, const struct fp_norm *norm)
{
    bool slopes = norm->kind == FP_NORM_TWOSLOPE;
    char center[FP_NUMBER_ROOM];

    if (isfinite(norm->center) &&
        !(slopes && (norm->vmin > norm->center || norm->vmax < norm->center)))
        return FP_OK;
    fp_number_format(norm->center, center);
    return fp__fail(ctx, FP_ERR_ARGUMENT, "norm %s: the centre %s is not %s" FP__HINT "%s",
                    names[norm->kind], center, slopes ? "between vmin and vmax" : "a finite number",
                    slopes ? "vmin, centre and vmax are finite and rise"
                           : "give a finite one: centered:0");
}

/* A limit that the norm finds by itself may be given only when it is the very same. */
static enum fp_status
check_own_limits(struct fp_context *ctx, const struct fp_norm *norm, double vmin, double vmax,
                 const char *hint)
{
    if ((isnan(norm->vmin) || norm->vmin == vmin) && (isnan(norm->vmax) || norm->vmax == vmax))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "norm %s: it has limits of its own and takes no vmin and vmax" FP__HINT "%s",
                    names[norm->kind], hint);
}

static enum fp_status
check_centered(struct fp_context *ctx, const struct fp_norm *norm)
{
    double half = fabs(norm->half_range);
    char text[FP_NUMBER_ROOM];

    if (!isfinite(norm->center))
        return check_center(ctx, norm);
    if (isinf(norm->center - half) || isinf(norm->center + half)) {
        fp_number_format(half, text);
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "norm centered: a half range of %s reaches beyond all numbers" FP__HINT
                        "give a smaller one",
                        text);
    }
    return check_own_limits(ctx, norm, norm->center - half, norm->center + half,
                            "give the half range: centered:CENTRE,HALF");
}

static enum fp_status
check_boundary(struct fp_context *ctx, const struct fp_norm *norm)
{
    double values[FP__BOUNDARIES_MAX];
    size_t n = norm->boundaries ? fp__norm_boundaries(norm, values) : 0;
    bool fine = n >= 2 && isfinite(values[0]) && isfinite(values[n - 1]);

    for (size_t i = 1; fine && i < n; i++)
        fine = values[i - 1] < values[i];
    if (fine)
        return check_own_limits(ctx, norm, values[0], values[n - 1],
                                "the first and the last boundary are the limits");
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "norm boundary: the boundaries are not finite numbers that rise" FP__HINT
                    "give 2 to %d of them in one dimension: boundary:0,1,5,10",
                    FP__BOUNDARIES_MAX);
}

static enum fp_status
check_parameters(struct fp_context *ctx, const struct fp_norm *norm)
{
    enum fp_status status = FP_OK;

    switch (norm->kind) {
    case FP_NORM_SYMLOG:
        status = check_positive(ctx, norm, "linthresh", norm->linthresh);
        return status == FP_OK ? check_positive(ctx, norm, "linscale", norm->linscale) : status;
    case FP_NORM_ASINH:
        return check_positive(ctx, norm, "the width", norm->width);
    case FP_NORM_POWER:
        return check_positive(ctx, norm, "gamma", norm->gamma);
    case FP_NORM_TWOSLOPE:
        return check_center(ctx, norm);
    case FP_NORM_CENTERED:
        return check_centered(ctx, norm);
    case FP_NORM_BOUNDARY:
        return check_boundary(ctx, norm);
    case FP_NORM_LINEAR:
    case FP_NORM_LOG:
    case FP_NORM_LOGIT:
        break;
    }
    return status;
}

enum fp_status
fp__norm_check(struct fp_context *ctx, const struct fp_norm *norm)
{
    enum fp_status status;

    if ((size_t)norm->kind >= KINDS)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "norm: there is no kind of norm with number %d" FP__HINT
                        "take one of enum fp_norm_kind",
                        (int)norm->kind);
    status = norm->kind == FP_NORM_CENTERED ? FP_OK : check_limits(ctx, norm);
    return status == FP_OK ? check_parameters(ctx, norm) : status;
}

/* --- boundaries ------------------------------------------------------------------------------- */

size_t
fp__norm_boundaries(const struct fp_norm *norm, double out[FP__BOUNDARIES_MAX])
{
    const struct fp_layout *layout = fp_array_layout(norm->boundaries);
    struct fp__run run;

    if (!layout || layout->ndim != 1 || layout->shape[0] > FP__BOUNDARIES_MAX)
        return 0;
    run = (struct fp__run){fp_array_data(norm->boundaries), layout->strides[0], layout->dtype,
                           layout->swapped};
    fp__values_to_double(&run, layout->shape[0], out);
    return layout->shape[0];
}

enum fp_status
fp__norm_fits(struct fp_context *ctx, const struct fp_norm *norm, const struct fp_colormap *map)
{
    size_t n = norm->kind == FP_NORM_BOUNDARY ? fp_array_count(norm->boundaries) : 0;

    if (n < 2 || n - 1 <= map->n)
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "norm boundary: %zu boundaries make %zu regions, but colormap '%s' has %zu "
                    "colours" FP__HINT "take fewer boundaries or a colormap with more colours",
                    n, n - 1, map->name ? map->name : "", map->n);
}
