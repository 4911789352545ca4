/* SPDX-License-Identifier: MIT */
/* image_limits.c: the limits of an image's norm: found from the data, and set by hand. */
#include "image/image_limits.h"

#include <math.h>

#include "core/status.h"
#include "image/coloring.h"

enum fp_status
fp__image_find_limits(struct fp_context *ctx, struct fp__image_body *body)
{
    if (body->channels != 1)
        return FP_OK;
    return fp__coloring_find_limits(ctx, body->array, &body->options.norm);
}

struct fp_norm
fp__image_norm(const struct fp_image *image)
{
    return fp__coloring_shown(&image->artist, &image->body->options.norm);
}

enum fp_status
fp_image_set_clim(struct fp_image *image, double vmin, double vmax)
{
    struct fp__image_body *body = fp__image_open(image);

    if (!body)
        return FP_ERR_CLOSED;
    return fp__coloring_set_limits(image->artist.base.ctx, &body->options.norm, vmin, vmax);
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
