/* SPDX-License-Identifier: MIT */
/* image_hides.c: whether an image hides another one. */
#include <math.h>

#include "color/norm.h"
#include "image/image.h"

/* True when the norm gives every value of the image a colour that is not the bad one. */
static bool
has_no_bad(const struct fp__image_body *body)
{
    struct fp_stats stats;
    double above, below;

    fp_norm_domain(&body->options.norm, &above, &below);
    return fp_array_stats(body->array, &stats) == FP_OK && stats.finite == stats.count &&
           stats.min > above && stats.max < below;
}

static bool
is_opaque(const struct fp__image_body *body)
{
    const struct fp_imshow_options *o = &body->options;

    if (o->alpha != 1 || (o->alphas && o->stage == FP_STAGE_DATA && body->channels == 1))
        return false;
    if (body->channels != 1)
        return body->channels == 3;
    if ((o->has_under && o->under.a < 255) || (o->has_over && o->over.a < 255))
        return false;
    return o->bad.a == 255 || has_no_bad(body);
}

static bool
spans(const double newer[2], const double older[2])
{
    return fmin(newer[0], newer[1]) <= fmin(older[0], older[1]) &&
           fmax(newer[0], newer[1]) >= fmax(older[0], older[1]);
}

bool
fp__image_hides(const struct fp_image *newer, const struct fp_image *older)
{
    return spans(newer->body->extent, older->body->extent) &&
           spans(newer->body->extent + 2, older->body->extent + 2) && is_opaque(newer->body);
}
