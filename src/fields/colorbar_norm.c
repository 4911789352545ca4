/* SPDX-License-Identifier: MIT */
/* colorbar_norm.c: the scale that a colorbar shows, also while its artist has no value. */
#include <math.h>

#include "core/object.h"
#include "fields/colorbar.h"
#include "fields/contour.h"
#include "image/coloring.h"

/* The constant that an artist without values counts as: in matplotlib 3.6 the smallest of no values
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
    fp__coloring_widen(norm);
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
    fp__coloring_widen(norm);
}

/* From the first level to the last; around one that is alone, where matplotlib fails. */
static struct fp_norm
norm_of_levels(const struct fp_contour *contour)
{
    struct fp_norm norm = {.kind = contour->log ? FP_NORM_LOG : FP_NORM_LINEAR,
                           .vmin = contour->levels[0],
                           .vmax = contour->levels[contour->level_count - 1]};

    fp__coloring_widen(&norm);
    return norm;
}

bool
fp__colorbar_coloring(const struct fp_colorbar *bar, struct fp__coloring *coloring)
{
    const struct fp__artist *source = fp__weak_peek(bar->source);

    return source &&
           ((const struct fp__artist_class *)source->base.cls)->coloring(source, coloring);
}

struct fp_norm
fp__colorbar_norm(const struct fp_colorbar *bar)
{
    struct fp__coloring coloring;
    struct fp_norm norm = {.kind = FP_NORM_LINEAR, .vmin = NAN, .vmax = NAN};

    if (fp__colorbar_coloring(bar, &coloring))
        norm = coloring.contour ? norm_of_levels(coloring.contour) : coloring.norm;
    if (isnan(norm.vmin) || isnan(norm.vmax))
        find_open_limits(&norm);
    return norm;
}
