/* SPDX-License-Identifier: MIT */
/* norm.c: from a value to its place between vmin and vmax. */
#include "color/norm.h"

#include <assert.h>
#include <math.h>

#include "core/status.h"
#include "flatplot/text.h"

static enum fp_status
check_limit(struct fp_context *ctx, const char *name, double limit)
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

enum fp_status
fp__norm_check(struct fp_context *ctx, const struct fp_norm *norm)
{
    char vmin[FP_NUMBER_ROOM];
    char vmax[FP_NUMBER_ROOM];
    enum fp_status status = check_limit(ctx, "vmin", norm->vmin);

    if (status == FP_OK)
        status = check_limit(ctx, "vmax", norm->vmax);
    if (status != FP_OK || !(norm->vmin > norm->vmax))
        return status;
    fp_number_format(norm->vmin, vmin);
    fp_number_format(norm->vmax, vmax);
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "vmin: %s is above vmax, which is %s" FP__HINT
                    "swap them; a colormap name ending in _r reverses the colours",
                    vmin, vmax);
}

struct fp__scale
fp__norm_scale(const struct fp_norm *norm)
{
    double factor = isinf(norm->vmax - norm->vmin) ? 0.5 : 1;

    assert(isfinite(norm->vmin) && isfinite(norm->vmax) && norm->vmin <= norm->vmax);
    if (norm->vmin == norm->vmax)
        return (struct fp__scale){.factor = 0, .low = 0, .span = 1};
    return (struct fp__scale){
        .factor = factor,
        .low = norm->vmin * factor,
        .span = norm->vmax * factor - norm->vmin * factor,
    };
}
