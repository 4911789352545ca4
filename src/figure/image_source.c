/* SPDX-License-Identifier: MIT */
/* image_source.c: from the numbers of an image to colours: through norm and colormap for one
 * channel, by the rules of RGB(A) for three and four. */
#include "figure/image_source.h"

#include <math.h>

#include "color/color.h"
#include "data/dtype.h"

void
fp__image_source_init(struct fp__image_source *source, const struct fp_image *image)
{
    const struct fp_imshow_options *o = &image->body->options;
    const struct fp_layout *layout = fp_array_layout(image->body->array);
    struct fp_norm norm = fp__image_norm(image);
    bool is_float =
        layout->dtype == FP_FLOAT16 || layout->dtype == FP_FLOAT32 || layout->dtype == FP_FLOAT64;

    source->image = image->body;
    source->reversed = false;
    source->full = is_float || layout->dtype == FP_BOOL ? 1 : 255;
    source->any_finite = false;
    source->clipped = false;
    source->opaque = image->body->channels == 3;
    if (image->body->channels != 1)
        return;
    if (isnan(norm.vmin) || isnan(norm.vmax))
        norm.vmin = norm.vmax = 0; /* there is no value, so nothing is looked up */
    fp__mapper_init(&source->mapper, &o->cmap, &norm, o->has_under ? &o->under : NULL,
                    o->has_over ? &o->over : NULL, &o->bad);
    source->opaque = fp__mapper_opaque(&source->mapper) && source->mapper.bad_opaque;
}

static void
read_row(const struct fp__image_source *source, size_t row, double *values)
{
    const struct fp_layout *layout = fp_array_layout(source->image->array);
    size_t channels = source->image->channels, width = source->image->width;
    ptrdiff_t step = source->reversed ? -layout->strides[1] : layout->strides[1];
    ptrdiff_t inner = channels > 1 ? layout->strides[2] : step;
    const char *base = fp_array_data(source->image->array);
    struct fp__run run = {.dtype = layout->dtype, .swapped = layout->swapped, .stride = inner};

    base += (ptrdiff_t)row * layout->strides[0];
    if (source->reversed)
        base += (ptrdiff_t)(width - 1) * layout->strides[1];
    run.base = base;
    if (channels == 1 || step == inner * (ptrdiff_t)channels) {
        fp__values_to_double(&run, width * channels, values);
        return;
    }
    for (size_t col = 0; col < width; col++) {
        run.base = base + (ptrdiff_t)col * step;
        fp__values_to_double(&run, channels, values + col * channels);
    }
}

/* Colours are clipped before they are resampled, as matplotlib's set_data does. */
static void
clip(struct fp__image_source *source, double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double v = values[i];

        if ((v >= 0 && v <= source->full) || !isfinite(v))
            continue;
        values[i] = v < 0 ? 0 : source->full;
        source->clipped = true;
    }
}

void
fp__image_source_row(struct fp__image_source *source, size_t row, double *values)
{
    size_t channels = source->image->channels;

    read_row(source, row, values);
    if (channels != 1)
        clip(source, values, source->image->width * channels);
    for (size_t i = 0; channels == 1 && !source->any_finite && i < source->image->width; i++)
        source->any_finite = isfinite(values[i]);
}

/* A colour channel as matplotlib makes it: scaled to 255 and truncated; what is not finite is 0.
 * (numpy scales float32 in float32; for each of them in 0 … 1 that comes to the same.) */
static uint8_t
channel(const struct fp__image_source *source, double value)
{
    double x = value * (255 / source->full);

    return x >= 0 && x <= 255 ? (uint8_t)x : 0;
}

static uint32_t
color_of(const struct fp__image_source *source, const double *values)
{
    struct fp_color c = {channel(source, values[0]), channel(source, values[1]),
                         channel(source, values[2]), 255};

    if (source->image->channels == 4)
        c.a = channel(source, values[3]);
    return fp__premultiply(c);
}

void
fp__image_source_paint(const struct fp__image_source *source, const double *values, size_t n,
                       uint32_t *argb)
{
    size_t channels = source->image->channels;

    if (channels == 1) {
        fp__mapper_row(&source->mapper, values, n, argb);
        return;
    }
    for (size_t i = 0; i < n; i++)
        argb[i] = color_of(source, values + i * channels);
}
