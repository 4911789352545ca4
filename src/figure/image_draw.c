/* SPDX-License-Identifier: MIT */
/* image_draw.c: an image on a canvas: where it stands, resampling, colour, pixels.
 *
 * The picture has as many pixels as the ceilings of the box that shows it, the data stretched to
 * fill them; its left column and its last row stand on rounded places, and what then reaches
 * beyond the box is cut. (matplotlib 3.6, image.py _make_image and Agg's draw_image.) */
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "figure/image.h"
#include "figure/image_source.h"
#include "flatplot/text.h"
#include "pixels/interpolation.h"
#include "pixels/nearest.h"
#include "pixels/resample.h"

/* Memory that drawing uses again and again. */
struct cache {
    void *picture, *values, *picked, *argb, *cols, *rows;
    size_t picture_room, values_room, picked_room, argb_room, cols_room, rows_room;
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
    fp__resampler_finish(&cache->resampler);
    *cache = (struct cache){0};
}

static const struct fp__slot_class cache_class = {.trim = cache_trim, .destroy = cache_trim};

/* --- geometry ------------------------------------------------------------------------------------- */

/* One direction of the picture: from which source pixels it is made, and where it lies. */
struct side {
    size_t source;       /* source pixels */
    size_t out;          /* pixels of the picture */
    struct fp__span span; /* the source pixels that it shows, counted from where index 0 lies */
    bool backwards;      /* index 0 lies at the right, or at the top */
    double first, last;  /* the box's edges in pixels, y up */
};

/* from, to: where the edges of the array's index 0 and of its last index lie, in pixels. */
static bool
find_side(struct side *side, size_t source, double from, double to, double box0, double box1,
          double canvas)
{
    double lo = fmin(from, to), hi = fmax(from, to);
    double n = (double)source;

    side->source = source;
    side->backwards = from > to;
    side->first = fmax(fmax(lo, box0), 0);
    side->last = fmin(fmin(hi, box1), canvas);
    if (!(side->last > side->first))
        return false;
    side->out = (size_t)ceil(side->last - side->first);
    side->span.start = side->first > lo ? (side->first - lo) / (hi - lo) * n : 0;
    side->span.stop = side->last < hi ? (side->last - lo) / (hi - lo) * n : n;
    if (side->backwards)
        side->span = (struct fp__span){n - side->span.stop, n - side->span.start};
    return side->span.stop > side->span.start;
}

/* The size at which the whole source would be shown. */
static double
displayed(const struct side *side)
{
    return (double)side->out / (side->span.stop - side->span.start) * (double)side->source;
}

/* --- the picture ----------------------------------------------------------------------------------- */

struct job {
    struct cache *cache;
    struct fp__source source;
    struct side x, y;
    uint32_t *picture; /* y.out rows from the top of x.out pixels */
};

static const struct fp__kernel *
choose_kernel(const struct job *job)
{
    enum fp_interpolation chosen = job->source.image->options.interpolation;
    bool nearest = chosen == FP_NEAREST;

    if (chosen == FP_INTERPOLATION_AUTO)
        nearest = fp__interpolation_auto_is_nearest(displayed(&job->x), displayed(&job->y),
                                                    job->x.source, job->y.source);
    return nearest ? NULL : fp__kernel_find("hanning");
}

/* Row o of the picture counted from where row 0 of the array lies. */
static uint32_t *
picture_row(const struct job *job, size_t o)
{
    size_t from_top = job->y.backwards ? o : job->y.out - 1 - o;

    return job->picture + from_top * job->x.out;
}

static bool
reserve(void **block, size_t *room, size_t count, size_t element)
{
    size_t size;

    return !__builtin_mul_overflow(count, element, &size) && fp__cache_reserve(block, room, size);
}

/* One source row for a row of the picture. Enlarged, each source pixel gets its colour once;
 * reduced, only those that are shown do. */
static void
nearest_row(struct job *job, size_t row, uint32_t *to)
{
    const size_t *cols = job->cache->cols;
    size_t channels = job->source.image->channels;
    double *values = job->cache->values, *picked = job->cache->picked;
    uint32_t *argb = job->cache->argb;

    fp__source_row(&job->source, row, values);
    if (job->x.source <= job->x.out) {
        fp__source_paint(&job->source, values, job->x.source, argb);
        for (size_t i = 0; i < job->x.out; i++)
            to[i] = argb[cols[i]];
        return;
    }
    for (size_t i = 0; i < job->x.out; i++)
        memcpy(picked + i * channels, values + cols[i] * channels, channels * sizeof *picked);
    fp__source_paint(&job->source, picked, job->x.out, to);
}

static enum fp_status
draw_nearest(struct fp_context *ctx, struct job *job)
{
    struct cache *c = job->cache;
    size_t channels = job->source.image->channels;
    size_t *rows;

    if (!reserve(&c->cols, &c->cols_room, job->x.out, sizeof(size_t)) ||
        !reserve(&c->rows, &c->rows_room, job->y.out, sizeof(size_t)) ||
        !reserve(&c->argb, &c->argb_room, job->x.source, sizeof(uint32_t)) ||
        !reserve(&c->picked, &c->picked_room, job->x.out * channels, sizeof(double)))
        return fp__fail_memory(ctx, "an image's rows");
    rows = c->rows;
    fp__nearest_cols(c->cols, job->x.out, job->x.source, job->x.span);
    fp__nearest_rows(rows, job->y.out, job->y.source, job->y.span);
    for (size_t o = 0; o < job->y.out; o++) {
        if (o > 0 && rows[o] == rows[o - 1])
            memcpy(picture_row(job, o), picture_row(job, o - 1), job->x.out * sizeof(uint32_t));
        else
            nearest_row(job, rows[o], picture_row(job, o));
    }
    return FP_OK;
}

static const double *
fetch(void *arg, size_t row)
{
    struct job *job = arg;

    fp__source_row(&job->source, row, job->cache->values);
    return job->cache->values;
}

static enum fp_status
draw_smooth(struct fp_context *ctx, struct job *job, const struct fp__kernel *kernel)
{
    struct fp__resampler *r = &job->cache->resampler;
    enum fp_status status =
        fp__resampler_init(ctx, r, kernel, job->x.out, job->y.out, job->x.source, job->y.source,
                           job->x.span, job->y.span, job->source.image->channels);

    for (size_t o = 0; status == FP_OK && o < job->y.out; o++)
        fp__source_paint(&job->source, fp__resampler_row(r, o, fetch, job), job->x.out,
                         picture_row(job, o));
    return status;
}

static enum fp_status
make_picture(struct fp_context *ctx, struct job *job)
{
    const struct fp__kernel *kernel = choose_kernel(job);
    struct cache *c = job->cache;
    size_t pixels;

    if (__builtin_mul_overflow(job->x.out, job->y.out, &pixels) ||
        !reserve(&c->picture, &c->picture_room, pixels, sizeof(uint32_t)) ||
        !reserve(&c->values, &c->values_room, job->x.source * job->source.image->channels,
                 sizeof(double)))
        return fp__fail_memory(ctx, "an image");
    job->picture = c->picture;
    return kernel ? draw_smooth(ctx, job, kernel) : draw_nearest(ctx, job);
}

/* --- onto the canvas -------------------------------------------------------------------------------- */

static int
nearest_pixel(double v)
{
    return (int)floor(v + .5);
}

static void
blit(const struct job *job, struct fp__canvas *canvas)
{
    int x0 = nearest_pixel(job->x.first), bottom = canvas->height - nearest_pixel(job->y.first);
    int x1 = nearest_pixel(job->x.last), top = canvas->height - nearest_pixel(job->y.last);
    int width = (int)job->x.out < x1 - x0 ? (int)job->x.out : x1 - x0;
    int height = (int)job->y.out < bottom - top ? (int)job->y.out : bottom - top;
    struct fp__blit b = {.x = x0,
                         .y = bottom - height,
                         .width = width,
                         .height = height,
                         .stride = job->x.out,
                         .opaque = job->source.opaque};

    b.pixels = job->picture + (job->y.out - (size_t)(height > 0 ? height : 0)) * job->x.out;
    if (width > 0 && height > 0)
        canvas->ops->image(canvas, &b);
}

static void
warn_clipped(struct fp_context *ctx, const struct fp__source *source)
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

enum fp_status
fp__image_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp_image *image = (struct fp_image *)artist;
    const struct fp__image_body *body = image->body;
    bool upper = body->options.origin == FP_ORIGIN_UPPER;
    double bottom = fp__view_y(view, body->extent[2]), top = fp__view_y(view, body->extent[3]);
    struct job job = {.cache = fp__context_slot(canvas->ctx, FP__SLOT_IMAGE, sizeof *job.cache,
                                                &cache_class)};
    enum fp_status status;

    if (!job.cache)
        return FP_ERR_MEMORY;
    if (!find_side(&job.x, body->width, fp__view_x(view, body->extent[0]),
                   fp__view_x(view, body->extent[1]), view->box.x0, view->box.x1, canvas->width) ||
        !find_side(&job.y, body->height, upper ? top : bottom, upper ? bottom : top, view->box.y0,
                   view->box.y1, canvas->height))
        return FP_OK;
    fp__source_init(&job.source, image);
    job.source.reversed = job.x.backwards;
    status = make_picture(canvas->ctx, &job);
    if (status != FP_OK)
        return status;
    blit(&job, canvas);
    warn_clipped(canvas->ctx, &job.source);
    return FP_OK;
}
