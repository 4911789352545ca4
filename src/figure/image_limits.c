/* SPDX-License-Identifier: MIT */
/* image_limits.c: the limits of an image's norm: found from the data, set by hand, and widened for
 * a colorbar. */
#include "figure/image_limits.h"

#include <math.h>

#include "color/norm.h"
#include "core/status.h"
#include "figure/interval.h"

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
fp__image_find_limits(struct fp_context *ctx, struct fp__image_body *body)
{
    struct fp_norm *norm = &body->options.norm;
    double above, below, low, high;
    enum fp_status status;

    if (body->channels != 1)
        return FP_OK;
    status = fp_norm_resolve(ctx, norm, NAN, NAN); /* what needs no data */
    if (status != FP_OK || has_limits(norm))
        return status;
    fp_norm_domain(norm, &above, &below);
    status = fp_array_range(body->array, above, below, &low, &high);
    if (status == FP_OK && isnan(low))
        return check_shown(ctx, body->array, norm);
    return status == FP_OK ? fp_norm_resolve(ctx, norm, low, high) : status;
}

/* matplotlib's colorbar widens limits in the norm itself. Centered and boundary norms put theirs
 * right again; widening that leads out of a norm's domain, where matplotlib fails, is left away. */
void
fp__image_widen(struct fp_norm *norm)
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
fp__image_norm(const struct fp_image *image)
{
    struct fp_norm norm = image->body->options.norm;
    bool has_colorbar = fp__weak_peek(image->artist.dependent) != NULL;

    if (has_colorbar && has_limits(&norm))
        fp__image_widen(&norm);
    return norm;
}

enum fp_status
fp_image_set_clim(struct fp_image *image, double vmin, double vmax)
{
    struct fp__image_body *body = fp__image_open(image);
    struct fp_norm norm;
    enum fp_status status;

    if (!body)
        return FP_ERR_CLOSED;
    norm = body->options.norm;
    norm.vmin = isnan(vmin) ? norm.vmin : vmin;
    norm.vmax = isnan(vmax) ? norm.vmax : vmax;
    status = fp_norm_resolve(image->artist.base.ctx, &norm, NAN, NAN);
    if (status == FP_OK)
        body->options.norm = norm;
    return status;
}

enum fp_status
fp_image_get_clim(struct fp_image *image, double *vmin, double *vmax)
{
    struct fp_norm norm;

    if (!fp__image_open(image))
        return FP_ERR_CLOSED;
    norm = fp__image_norm(image);
    *vmin = image->body->channels == 1 ? norm.vmin : NAN;
    *vmax = image->body->channels == 1 ? norm.vmax : NAN;
    return FP_OK;
}
