/* SPDX-License-Identifier: MIT */
/* reach.c: which source pixels matplotlib's Agg reads for an output pixel, whatever they weigh.
 *
 * Agg 2.4, agg_span_image_filter.h and agg_span_image_filter_gray.h,
 * span_image_resample_gray_affine: positions are rounded to 256ths, and so are the kernel's width
 * and the step through its table. A bad value there makes the output pixel bad, as 0 · NaN is
 * NaN. */
#include "pixels/reach.h"

#include <math.h>

enum { SUBPIXELS = 256, SHIFT = 8 };

/* Agg takes at most as many source pixels in along each axis, and about as many along both. Its
 * kernel is narrower than it should be where more lie under an output pixel. */
#define AGG_LIMIT 200.0

static int64_t
rounded(double v)
{
    return (int64_t)floor(v + 0.5);
}

/* span_image_resample_affine::prepare: of a product that is too large Agg takes all from the
 * columns, as it divides the rows' part by the product that it has just put right. */
static double
limited(double scale, double other_scale, bool columns)
{
    double product = scale * other_scale;

    if (product > AGG_LIMIT && columns)
        scale = AGG_LIMIT / other_scale;
    return fmin(fmax(scale, 1), AGG_LIMIT);
}

struct fp__reach
fp__reach_of(double radius, double scale, double other_scale, bool columns)
{
    int64_t diameter = 2 * (int64_t)ceil(radius);
    double stretch = limited(scale, other_scale, columns);

    return (struct fp__reach){.half = diameter * rounded(stretch * SUBPIXELS) / 2,
                              .step = rounded(SUBPIXELS / stretch),
                              .width = diameter * SUBPIXELS};
}

/* Beyond its edges Agg mirrors the array. As the middle of what it reads lies inside, that names no
 * pixel that is not read anyway. */
static struct fp__range
inside(int64_t first, int64_t last, int64_t n)
{
    return (struct fp__range){first < 0 ? 0 : (size_t)first, (size_t)(last < n ? last : n - 1)};
}

struct fp__range
fp__reach_range(const struct fp__reach *reach, int64_t place, size_t n)
{
    int64_t begin = place + SUBPIXELS / 2 - reach->half;
    int64_t first = begin >> SHIFT;
    int64_t entry = ((SUBPIXELS - 1 - (begin & (SUBPIXELS - 1))) * reach->step) >> SHIFT;
    int64_t count = (reach->width - entry + reach->step - 1) / reach->step;

    return inside(first, first + count - 1, (int64_t)n);
}
