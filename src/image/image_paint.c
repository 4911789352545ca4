/* SPDX-License-Identifier: MIT */
/* image_paint.c: the values of an image's pixels as pixels: through the colormap or as colours,
 * with alpha as matplotlib 3.6.3's _make_image multiplies it, to the last bit. */
#include <math.h>

#include "color/color.h"
#include "image/image_source.h"
#include "pixels/colors.h"

enum { CHUNK = 256 };

/* --- values ----------------------------------------------------------------------------------- */

/* Alphas are clipped as Agg does after resampling; the product is made in float and truncated. */
static uint8_t
faded(uint8_t alpha, double alphas, double whole)
{
    float own = (float)(alphas > 0 ? alphas < 1 ? alphas : 1 : 0);

    return (uint8_t)((float)alpha * own * (float)whole);
}

/* Values of which alpha changes the colours; `planes` is 1 or 2. */
static void
paint_faded(const struct fp__image_source *source, const double *values, size_t n, uint32_t *argb)
{
    size_t planes = source->planes;
    double alone[CHUNK] = {0};

    for (size_t i = 0; i < n; i++)
        alone[i] = values[i * planes];
    fp__mapper_row(&source->mapper, alone, n, argb);
    for (size_t i = 0; i < n; i++) {
        struct fp_color c = source->colors[argb[i]];

        c.a = faded(c.a, planes == 2 ? values[2 * i + 1] : 1, source->image->options.alpha);
        argb[i] = fp__premultiply(c);
    }
}

static void
paint_values(const struct fp__image_source *source, const double *values, size_t n, uint32_t *argb)
{
    if (source->planes == 1 && source->image->options.alpha == 1) {
        fp__mapper_row(&source->mapper, values, n, argb);
        return;
    }
    for (size_t i = 0; i < n; i += CHUNK)
        paint_faded(source, values + i * source->planes, n - i < CHUNK ? n - i : CHUNK, argb + i);
}

/* --- colours ---------------------------------------------------------------------------------- */

/* Agg clips what it has resampled. What is not finite is 0. */
static double
clipped(const struct fp__image_source *source, double value)
{
    if (!(isfinite(value) && value > 0))
        return 0;
    return value < source->full ? value : source->full;
}

static uint8_t
channel(const struct fp__image_source *source, double value)
{
    return fp__color_byte(value, source->full);
}

/* Agg multiplies bytes by a byte, rounded (agg_color_gray.h, gray8::lerp), and fractions as they
 * are. */
static uint8_t
faded_channel(const struct fp__image_source *source, double value)
{
    double whole = source->image->options.alpha;
    unsigned product;

    if (!source->by_bytes || source->colored)
        return channel(source, clipped(source, value) * whole);
    product = channel(source, value) * (unsigned)(uint8_t)(255 * whole) + 128;
    return (uint8_t)((product + (product >> 8)) >> 8);
}

static void
paint_colors(const struct fp__image_source *source, const double *values, size_t n, uint32_t *argb)
{
    if (source->planes == 3 && source->image->options.alpha == 1) {
        fp__colors_opaque(values, n, source->full, argb);
        return;
    }
    for (size_t i = 0; i < n; i++, values += source->planes) {
        double alpha = source->planes == 4 ? values[3] : source->full;
        struct fp_color c = {channel(source, values[0]), channel(source, values[1]),
                             channel(source, values[2]), faded_channel(source, alpha)};

        argb[i] = fp__premultiply(c);
    }
}

void
fp__image_source_paint(const struct fp__image_source *source, const double *values, size_t n,
                       uint32_t *argb)
{
    if (source->planes <= 2)
        paint_values(source, values, n, argb);
    else
        paint_colors(source, values, n, argb);
}
