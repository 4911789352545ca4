/* SPDX-License-Identifier: MIT */
/* image_source.c: the rows of an image as values, from its array and its alphas, or as the colours
 * that norm and colormap give them (matplotlib's interpolation_stage "rgba"). */
#include "image/image_source.h"

#include <math.h>
#include <string.h>

#include "core/wide.h"
#include "data/dtype.h"
#include "pixels/finite.h"

enum { CHUNK = 256 };

/* --- setting up ------------------------------------------------------------------------------- */

static void
fill_colors(struct fp__image_source *source)
{
    const struct fp_imshow_options *o = &source->image->options;
    size_t n = o->cmap.n;

    for (size_t i = 0; i < n; i++)
        source->colors[1 + i] = fp_colormap_color(&o->cmap, i);
    source->colors[0] = o->has_under ? o->under : source->colors[1];
    source->colors[1 + n] = o->has_over ? o->over : source->colors[n];
    source->colors[2 + n] = o->bad;
    fp__mapper_number(&source->mapper);
}

static void
set_shade(double shade[4], struct fp_color c)
{
    memcpy(shade, (const double[4]){c.r, c.g, c.b, c.a}, 4 * sizeof *shade);
}

static void
fill_shades(struct fp__image_source *source)
{
    const struct fp_imshow_options *o = &source->image->options;
    size_t n = o->cmap.n;

    for (size_t i = 0; i < n; i++) {
        fp__colormap_shade(&o->cmap, i, source->shades[1 + i]);
        source->shades[1 + i][3] = 255;
    }
    memcpy(source->shades[0], source->shades[1], sizeof *source->shades);
    memcpy(source->shades[1 + n], source->shades[n], sizeof *source->shades);
    if (o->has_under)
        set_shade(source->shades[0], o->under);
    if (o->has_over)
        set_shade(source->shades[1 + n], o->over);
    set_shade(source->shades[2 + n], o->bad);
}

static void
init_values(struct fp__image_source *source, struct fp_norm norm, bool blended)
{
    const struct fp_imshow_options *o = &source->image->options;

    if (isnan(norm.vmin) || isnan(norm.vmax))
        norm = (struct fp_norm){.kind = FP_NORM_LINEAR}; /* no value, so nothing is looked up */
    fp__mapper_init(&source->mapper, &o->cmap, &norm, o->has_under ? &o->under : NULL,
                    o->has_over ? &o->over : NULL, &o->bad);
    source->opaque = fp__mapper_opaque(&source->mapper) && source->mapper.bad_opaque &&
                     o->alpha == 1 && !o->alphas;
    source->gray = source->mapper.gray;
    source->colored = blended && o->stage == FP_STAGE_RGBA;
    if (source->colored)
        source->full = 255;
    source->planes = source->colored ? 4 : o->alphas && o->stage == FP_STAGE_DATA ? 2 : 1;
    if (source->planes > 1 || o->alpha != 1)
        fill_colors(source);
    if (source->colored)
        fill_shades(source);
}

void
fp__image_source_init(struct fp__image_source *source, const struct fp_image *image, bool blended)
{
    const struct fp__image_body *body = image->body;
    char kind = fp__dtype_kind(fp_array_layout(body->array)->dtype);

    source->image = body;
    source->planes = body->channels;
    source->colored = false;
    source->by_bytes = kind == 'i' || kind == 'u';
    source->full = source->by_bytes ? 255 : 1;
    source->clipped = false;
    source->opaque = body->channels == 3 && body->options.alpha == 1;
    source->gray = false;
    if (body->channels == 1)
        init_values(source, fp__image_norm(image), blended);
}

/* --- rows ------------------------------------------------------------------------------------- */

/* n columns of a row, from column `col` on. */
static void
read_columns(struct fp_array *array, size_t row, size_t col, size_t n, size_t channels,
             double *values)
{
    const struct fp_layout *layout = fp_array_layout(array);
    ptrdiff_t step = layout->strides[1];
    ptrdiff_t inner = channels > 1 ? layout->strides[2] : step;
    const char *base = fp_array_data(array);
    struct fp__run run = {.dtype = layout->dtype, .swapped = layout->swapped, .stride = inner};

    base += (ptrdiff_t)row * layout->strides[0] + (ptrdiff_t)col * step;
    run.base = base;
    if (channels == 1 || step == inner * (ptrdiff_t)channels) {
        fp__values_to_double(&run, n * channels, values);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        run.base = base + (ptrdiff_t)i * step;
        fp__values_to_double(&run, channels, values + i * channels);
    }
}

FP__WIDE static size_t
count_inside(double full, const double *values, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += (values[i] >= 0) & (values[i] <= full);
    return count;
}

/* Colours are clipped before they are resampled, as matplotlib's set_data does. */
static void
clip(struct fp__image_source *source, double *values, size_t n)
{
    if (count_inside(source->full, values, n) == n)
        return;
    for (size_t i = 0; i < n; i++) {
        double v = values[i];

        if ((v >= 0 && v <= source->full) || !isfinite(v))
            continue;
        values[i] = v < 0 ? 0 : source->full;
        source->clipped = true;
    }
}

static void
join_alphas(const struct fp__image_source *source, size_t row, size_t col, const double *read,
            size_t n, double *values)
{
    double alphas[CHUNK];

    read_columns(source->image->options.alphas, row, col, n, 1, alphas);
    for (size_t i = 0; i < n; i++) {
        values[2 * i] = read[i];
        values[2 * i + 1] = alphas[i];
    }
}

FP__WIDE static void
look_up(const struct fp__image_source *source, const double *read, size_t n, double *values)
{
    uint32_t numbers[CHUNK];

    fp__mapper_row(&source->mapper, read, n, numbers);
    for (size_t i = 0; i < n; i++)
        memcpy(values + 4 * i, source->shades[numbers[i]], sizeof *source->shades);
}

static void
read_joined(struct fp__image_source *source, size_t row, size_t col, size_t n, double *values)
{
    double read[CHUNK];

    read_columns(source->image->array, row, col, n, 1, read);
    if (source->colored)
        look_up(source, read, n, values);
    else
        join_alphas(source, row, col, read, n, values);
}

void
fp__image_source_read(struct fp__image_source *source, size_t row, size_t col, size_t n,
                      double *values)
{
    const struct fp__image_body *image = source->image;

    if (image->channels > 1) {
        read_columns(image->array, row, col, n, image->channels, values);
        clip(source, values, n * image->channels);
        return;
    }
    if (source->planes == 1) {
        read_columns(image->array, row, col, n, 1, values);
        return;
    }
    for (size_t i = 0; i < n; i += CHUNK)
        read_joined(source, row, col + i, n - i < CHUNK ? n - i : CHUNK,
                    values + i * source->planes);
}

bool
fp__image_source_any_finite(const struct fp__image_source *source)
{
    const struct fp__image_body *image = source->image;
    double values[CHUNK];

    for (size_t row = 0; row < image->height; row++)
        for (size_t col = 0; col < image->width; col += CHUNK) {
            size_t n = image->width - col < CHUNK ? image->width - col : CHUNK;

            read_columns(image->array, row, col, n, 1, values);
            if (fp__count_finite(values, n) > 0)
                return true;
        }
    return false;
}

/* --- rows for resampling ---------------------------------------------------------------------- */

/* Values lie side by side, and nothing is to be done to them. */
static bool
is_plain(const struct fp__image_source *source, const struct fp_layout *layout)
{
    ptrdiff_t size = (ptrdiff_t)fp_dtype_size(layout->dtype);

    if (layout->swapped || source->planes != source->image->channels)
        return false;
    if (layout->strides[1] != size * (ptrdiff_t)source->planes)
        return false;
    return source->planes == 1 || (layout->dtype == FP_UINT8 && layout->strides[2] == size);
}

static void
fetch(void *arg, size_t row, size_t col, size_t n, double *values)
{
    fp__image_source_read(arg, row, col, n, values);
}

struct fp__rows
fp__image_source_rows(struct fp__image_source *source)
{
    const struct fp__image_body *image = source->image;
    const struct fp_layout *layout = fp_array_layout(image->array);
    char kind = fp__dtype_kind(layout->dtype);
    struct fp__rows rows = {.width = image->width,
                            .channels = source->planes,
                            .fetch = fetch,
                            .arg = source,
                            .finite = source->colored ||
                                      (source->planes == image->channels && kind != 'f')};

    if (!is_plain(source, layout))
        return rows;
    rows.base = fp_array_data(image->array);
    rows.row_bytes = layout->strides[0];
    rows.dtype = layout->dtype;
    return rows;
}
