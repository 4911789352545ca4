/* SPDX-License-Identifier: MIT */
/* colorbar_norm.c: the scale that a colorbar shows, also while its image has no value. */
#include <math.h>

#include "core/object.h"
#include "figure/colorbar.h"
#include "figure/image.h"

/* The constant that an image without values counts as: in matplotlib 3.6 the smallest of no values
 * is a masked one, and that becomes 0. Where 0 has no place matplotlib fails. */
static double
stand_in(const struct fp_norm *norm)
{
    double above, below;

    fp_norm_domain(norm, &above, &below);
    if (norm->kind == FP_NORM_CENTERED)
        return norm->center;
    if (isinf(above))
        return 0;
    return isinf(below) ? 1 : .5;
}

static void
include(struct fp_norm *norm, double value)
{
    norm->vmin = isnan(norm->vmin) ? value : norm->vmin;
    norm->vmax = isnan(norm->vmax) ? value : norm->vmax;
    if (norm->kind == FP_NORM_TWOSLOPE) {
        norm->vmin = fmin(norm->vmin, norm->center);
        norm->vmax = fmax(norm->vmax, norm->center);
    }
}

/* matplotlib sets the lower one first, hears of it, and widens what are two equal limits then. */
static void
swap(struct fp_norm *norm)
{
    double higher = norm->vmin;

    norm->vmin = norm->vmax;
    fp__image_widen(norm);
    norm->vmax = higher;
}

static void
find_open_limits(struct fp_norm *norm)
{
    double value = stand_in(norm);

    if (norm->kind == FP_NORM_CENTERED) /* or it would not be widened */
        norm->kind = FP_NORM_LINEAR;
    include(norm, value);
    if (norm->vmin > norm->vmax)
        swap(norm);
    fp__image_widen(norm);
}

struct fp_norm
fp__colorbar_norm(const struct fp_colorbar *bar)
{
    struct fp_image *image = fp__weak_peek(bar->image);
    struct fp_norm norm = {.kind = FP_NORM_LINEAR, .vmin = NAN, .vmax = NAN};

    if (image)
        norm = fp__image_norm(image);
    if (isnan(norm.vmin) || isnan(norm.vmax))
        find_open_limits(&norm);
    return norm;
}
