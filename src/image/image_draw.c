/* SPDX-License-Identifier: MIT */
/* image_draw.c: an image on a canvas: resampling, colour, pixels. */
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "flatplot/text.h"
#include "image/image.h"
#include "image/image_bands.h"
#include "image/image_place.h"
#include "image/image_source.h"
#include "image/interpolation.h"
#include "pixels/interpolation.h"
#include "pixels/nearest.h"
#include "pixels/resample.h"

/* Memory that drawing uses again and again. */
struct cache {
    void *picture, *values, *picked, *argb, *cols, *rows, *xs, *ys;
    size_t picture_room, values_room, picked_room, argb_room, cols_room, rows_room;
    size_t xs_room, ys_room;
    struct fp__resampler resampler;
};

static void
cache_trim(void *value)
{
    struct cache *cache = value;

    fp_free(cache->picture);
    fp_free(cache->values);
    fp_free(cache->picked);
    fp_free(cache->argb);
    fp_free(cache->cols);
    fp_free(cache->rows);
    fp_free(cache->xs);
    fp_free(cache->ys);
    fp__resampler_finish(&cache->resampler);
    *cache = (struct cache){0};
}

static size_t
cache_size(const void *value)
{
    const struct cache *cache = value;
    const void *const blocks[] = {cache->picture, cache->values, cache->picked, cache->argb,
                                  cache->cols,    cache->rows,   cache->xs,     cache->ys};
    size_t sum = fp__resampler_size(&cache->resampler);

    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        sum += fp__alloc_size(blocks[i]);
    return sum;
}

static const struct fp__slot_class cache_class = {
    .trim = cache_trim, .destroy = cache_trim, .size = cache_size, .cache = FP_CACHE_IMAGE};

/* --- the picture ------------------------------------------------------------------------------ */

struct job {
    struct cache *cache;
    struct fp__image_source source;
    struct fp__image_places places;
    struct fp__bands bands;
};

/* Agg blends nothing where neither side is enlarged or reduced. */
static bool
is_one_to_one(const struct job *job)
{
    return job->places.x.displayed == (double)job->places.x.side.src &&
           job->places.y.displayed == (double)job->places.y.side.src;
}

/* No limits were found, as no value is finite: all of it is of one colour, blended or not. */
static bool
is_empty(const struct fp_image *image)
{
    const struct fp_imshow_options *o = &image->body->options;

    return image->body->channels == 1 && !o->alphas && (isnan(o->norm.vmin) || isnan(o->norm.vmax));
}

/* NULL: nearest. */
static const struct fp__kernel *
choose_kernel(const struct job *job, const struct fp_image *image)
{
    enum fp_interpolation chosen = image->body->options.interpolation;

    if (is_one_to_one(job) || is_empty(image))
        return NULL;
    if (chosen == FP_INTERPOLATION_AUTO)
        chosen = fp__interpolation_auto_is_nearest(job->places.x.displayed, job->places.y.displayed,
                                                   job->places.x.side.src, job->places.y.side.src)
                     ? FP_NEAREST
                     : FP_HANNING;
    return fp__interpolation_kernel(chosen);
}

/* One source row for a row of the picture. Enlarged, each source pixel gets its colour once;
 * reduced, only those that are shown do. */
static void
nearest_row(struct job *job, size_t row, uint32_t *to)
{
    const struct fp__side *side = &job->places.x.side;
    const size_t *cols = (const size_t *)job->cache->cols + side->skip;
    size_t planes = job->source.planes;
    double *values = job->cache->values, *picked = job->cache->picked;
    uint32_t *argb = job->cache->argb;

    fp__image_source_read(&job->source, row, 0, side->src, values);
    if (side->src <= side->count) {
        fp__image_source_paint(&job->source, values, side->src, argb);
        for (size_t i = 0; i < side->count; i++)
            to[i] = argb[cols[i]];
        return;
    }
    for (size_t i = 0; i < side->count; i++)
        memcpy(picked + i * planes, values + cols[i] * planes, planes * sizeof *picked);
    fp__image_source_paint(&job->source, picked, side->count, to);
}

static bool
reserve_nearest(struct job *job)
{
    const struct fp__side *side = &job->places.x.side;
    struct cache *c = job->cache;
    size_t values;

    if (__builtin_mul_overflow(side->src, job->source.planes, &values) ||
        !fp__cache_reserve_array(&c->values, &c->values_room, values, sizeof(double)))
        return false;
    if (side->src <= side->count
            ? !fp__cache_reserve_array(&c->argb, &c->argb_room, side->src, sizeof(uint32_t))
            : !fp__cache_reserve_array(&c->picked, &c->picked_room,
                                       side->count * job->source.planes, sizeof(double)))
        return false;
    return fp__cache_reserve_array(&c->cols, &c->cols_room, side->out, sizeof(size_t)) &&
           fp__cache_reserve_array(&c->rows, &c->rows_room, job->places.y.side.out, sizeof(size_t));
}

static void
find_nearest(struct job *job)
{
    const struct fp__side *x = &job->places.x.side, *y = &job->places.y.side;

    if (job->places.bent) {
        fp__nearest_bent(job->cache->cols, x->out, x->src, x->bent);
        fp__nearest_bent(job->cache->rows, y->out, y->src, y->bent);
        return;
    }
    fp__nearest_cols(job->cache->cols, x->out, x->src, x->span);
    fp__nearest_rows(job->cache->rows, y->out, y->src, y->span);
}

static enum fp_status
draw_nearest(struct fp_context *ctx, struct job *job)
{
    const struct fp__side *x = &job->places.x.side, *y = &job->places.y.side;
    const size_t *rows;

    if (!reserve_nearest(job))
        return fp__fail_memory(ctx, "an image's rows");
    find_nearest(job);
    rows = (const size_t *)job->cache->rows + y->skip;
    for (size_t o = 0; o < y->count; o++) {
        uint32_t *row = fp__bands_row(&job->bands, o);

        if (o == 0 || rows[o] != rows[o - 1])
            nearest_row(job, rows[o], row);
        else
            memcpy(row, fp__bands_row(&job->bands, o - 1), x->count * sizeof *row);
        fp__bands_done(&job->bands, o);
    }
    return FP_OK;
}

static enum fp_status
draw_smooth(struct fp_context *ctx, struct job *job, const struct fp__kernel *kernel)
{
    struct fp__resampler *r = &job->cache->resampler;
    double filterrad = job->source.image->options.filterrad;
    struct fp__resampling wanted = {.kernel = kernel,
                                    .radius = fp__kernel_radius(kernel, filterrad),
                                    .x = job->places.x.side,
                                    .y = job->places.y.side,
                                    .rows = fp__image_source_rows(&job->source)};
    enum fp_status status = fp__resampler_init(ctx, r, &wanted);

    for (size_t o = 0; status == FP_OK && o < wanted.y.count; o++) {
        fp__image_source_paint(&job->source, fp__resampler_row(r, o), wanted.x.count,
                               fp__bands_row(&job->bands, o));
        fp__bands_done(&job->bands, o);
    }
    return status;
}

static enum fp_status
make_picture(struct fp__canvas *canvas, struct job *job, const struct fp__kernel *kernel)
{
    struct cache *c = job->cache;
    size_t rows = fp__bands_rows(canvas, &job->places), pixels;

    if (__builtin_mul_overflow(job->places.x.side.count, rows, &pixels) ||
        !fp__cache_reserve_array(&c->picture, &c->picture_room, pixels, sizeof(uint32_t)))
        return fp__fail_memory(canvas->ctx, "an image");
    job->bands = (struct fp__bands){.canvas = canvas,
                                    .places = &job->places,
                                    .pixels = c->picture,
                                    .rows = rows,
                                    .opaque = job->source.opaque,
                                    .gray = job->source.gray,
                                    .mapped = job->source.planes == 1};
    return kernel ? draw_smooth(canvas->ctx, job, kernel) : draw_nearest(canvas->ctx, job);
}

/* --- the drawing ------------------------------------------------------------------------------ */

static void
warn_clipped(struct fp_context *ctx, const struct fp__image_source *source)
{
    struct fp_stats stats;
    char min[FP_NUMBER_ROOM], max[FP_NUMBER_ROOM];

    if (!source->clipped || fp_array_stats(source->image->array, &stats) != FP_OK)
        return;
    fp_number_format(stats.min, min);
    fp_number_format(stats.max, max);
    fp__warn(ctx, FP_WARN_RGB_CLIPPED,
             "RGB values from %s to %s were clipped to 0 … %s (floats are 0 … 1, integers 0 … 255)",
             min, max, source->full == 1 ? "1" : "255");
}

static void
warn_empty(struct fp_context *ctx, const struct fp__image_source *source)
{
    if (source->image->channels == 1 && !fp__image_source_any_finite(source))
        fp__warn(ctx, FP_WARN_NOT_FINITE,
                 "an image without a single finite value was drawn as an empty one");
}

static enum fp_status
find_positions(struct fp_context *ctx, struct job *job, const struct fp__image_body *body,
               const struct fp__view *view)
{
    struct cache *c = job->cache;

    if (!fp__cache_reserve_array(&c->xs, &c->xs_room, job->places.x.side.out, sizeof(double)) ||
        !fp__cache_reserve_array(&c->ys, &c->ys_room, job->places.y.side.out, sizeof(double)))
        return fp__fail_memory(ctx, "an image's positions");
    fp__image_places_bend(&job->places, body, view, c->xs, c->ys);
    return FP_OK;
}

static enum fp_status
check_open(struct fp_context *ctx, const struct fp__image_body *body)
{
    struct fp_array *boundaries = body->options.norm.boundaries;
    struct fp_array *alphas = body->options.alphas;

    if (fp_is_closed(body->array))
        return fp__fail_closed(ctx, "array of an image");
    if (boundaries && fp_is_closed(boundaries))
        return fp__fail_closed(ctx, "array of an image's boundaries");
    return alphas && fp_is_closed(alphas) ? fp__fail_closed(ctx, "array of an image's alphas")
                                          : FP_OK;
}

enum fp_status
fp__image_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp_image *image = (struct fp_image *)artist;
    struct job job = {
        .cache = fp__context_slot(canvas->ctx, FP__SLOT_IMAGE, sizeof *job.cache, &cache_class)};
    enum fp_status status = check_open(canvas->ctx, image->body);
    const struct fp__kernel *kernel;

    if (!job.cache || status != FP_OK)
        return job.cache ? status : FP_ERR_MEMORY;
    if (!fp__image_places_find(&job.places, image->body, view, canvas))
        return FP_OK;
    if (job.places.bent)
        status = find_positions(canvas->ctx, &job, image->body, view);
    if (status != FP_OK)
        return status;
    kernel = choose_kernel(&job, image);
    fp__image_source_init(&job.source, image, kernel != NULL);
    status = make_picture(canvas, &job, kernel);
    if (status != FP_OK)
        return status;
    warn_clipped(canvas->ctx, &job.source);
    warn_empty(canvas->ctx, &job.source);
    return FP_OK;
}
