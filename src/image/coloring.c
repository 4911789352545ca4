/* SPDX-License-Identifier: MIT */
/* coloring.c: the limits of a norm: found from the values, and widened for a colorbar. */
#include "image/coloring.h"

#include <math.h>

#include "color/norm.h"
#include "core/status.h"
#include "ticks/interval.h"

/* A norm that shows none of the values was hardly meant; without a finite value every norm gives an
 * empty picture. */
static enum fp_status
check_shown(struct fp_context *ctx, struct fp_array *array, const struct fp_norm *norm)
{
    struct fp_stats stats;
    enum fp_status status = fp_array_stats(array, &stats);

    if (status != FP_OK || stats.finite == 0)
        return status;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "norm %s: no value is above 0%s, so there are no limits to find" FP__HINT
                    "give vmin and vmax, or take symlog or asinh, which take every number",
                    fp__norm_name(norm->kind), norm->kind == FP_NORM_LOGIT ? " and below 1" : "");
}

static bool
has_limits(const struct fp_norm *norm)
{
    return !isnan(norm->vmin) && !isnan(norm->vmax);
}

enum fp_status
fp__coloring_find_limits(struct fp_context *ctx, struct fp_array *values, struct fp_norm *norm)
{
    double above, below, low, high;
    enum fp_status status = fp_norm_resolve(ctx, norm, NAN, NAN); /* what needs no data */

    if (status != FP_OK || has_limits(norm))
        return status;
    fp_norm_domain(norm, &above, &below);
    status = fp_array_range(values, above, below, &low, &high);
    if (status == FP_OK && isnan(low))
        return check_shown(ctx, values, norm);
    return status == FP_OK ? fp_norm_resolve(ctx, norm, low, high) : status;
}

/* matplotlib's colorbar widens limits in the norm itself. Centered and boundary norms put theirs
 * right again; widening that leads out of a norm's domain, where matplotlib fails, is left away. */
void
fp__coloring_widen(struct fp_norm *norm)
{
    struct fp_norm wide = *norm;
    double above, below;

    fp_norm_domain(norm, &above, &below);
    fp__interval_widen(&wide.vmin, &wide.vmax, .1, 1e-15);
    if (norm->kind != FP_NORM_CENTERED && norm->kind != FP_NORM_BOUNDARY && wide.vmin > above &&
        wide.vmax < below)
        *norm = wide;
}

struct fp_norm
fp__coloring_shown(const struct fp__artist *artist, const struct fp_norm *norm)
{
    bool has_colorbar = fp__weak_peek(artist->dependent) != NULL;
    struct fp_norm shown = *norm;

    if (has_colorbar && has_limits(&shown))
        fp__coloring_widen(&shown);
    return shown;
}

enum fp_status
fp__coloring_set_limits(struct fp_context *ctx, struct fp_norm *norm, double vmin, double vmax)
{
    struct fp_norm next = *norm;
    enum fp_status status;

    next.vmin = isnan(vmin) ? next.vmin : vmin;
    next.vmax = isnan(vmax) ? next.vmax : vmax;
    status = fp_norm_resolve(ctx, &next, NAN, NAN);
    if (status == FP_OK)
        *norm = next;
    return status;
}
