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

/* One direction of the picture. What lies outside the canvas, or is cut, is never made. */
struct side {
    size_t source;        /* source pixels */
    double displayed;     /* pixels that the whole source would take */
    size_t out;           /* pixels of the picture */
    struct fp__span span; /* the source pixels that they show */
    size_t skip, count;   /* of the picture's pixels those that are drawn */
    int at;               /* where the first of them lies, from the canvas's left or lower edge */
    bool backwards;       /* the source's last pixel lies at the left, or at the bottom */
};

/* Beyond this many pixels the picture is taken to be its visible part. */
#define LONGEST_SIDE (1 << 20)

static double
nearest_pixel(double v)
{
    return floor(v + .5);
}

static struct fp__span
shown_span(const struct side *side)
{
    double pixel = (side->span.stop - side->span.start) / (double)side->out;
    double start = side->span.start + (double)side->skip * pixel;

    if (side->skip + side->count == side->out)
        return (struct fp__span){start, side->span.stop};
    return (struct fp__span){start, start + (double)side->count * pixel};
}

/* Where Agg's clip box ends: the column at its right edge is inside; rows end where the edge is
 * rounded from the top. */
static double
clipped_end(double last, bool columns)
{
    return columns ? nearest_pixel(last) + 1 : ceil(last - .5);
}

/* from, to: where the edges of the array's index 0 and of its last index lie, in pixels. */
static bool
find_side(struct side *side, size_t source, double from, double to, double box0, double box1,
          int canvas, bool columns)
{
    double lo = fmin(from, to), hi = fmax(from, to), n = (double)source;
    double first = fmax(lo, box0), last = fmin(hi, box1);
    double at = nearest_pixel(first), skip = fmax(-at, 0);
    double out = fmax(ceil(last - first), 1);
    double end = fmin(fmin(out, clipped_end(last, columns) - at), canvas - at);
    double start = first > lo ? (first - lo) / (hi - lo) * n : 0;
    double stop = last < hi ? (last - lo) / (hi - lo) * n : n;
    double pixel = (stop - start) / out;

    if (!(last > first) || !(end > skip))
        return false;
    if (out > LONGEST_SIDE) {
        start += skip * pixel;
        stop = start + (end - skip) * pixel;
        at += skip;
        out = end -= skip;
        skip = 0;
    }
    *side = (struct side){.source = source,
                          .displayed = n / pixel,
                          .out = (size_t)out,
                          .span = {start, stop},
                          .skip = (size_t)skip,
                          .count = (size_t)(end - skip),
                          .at = (int)(at + skip),
                          .backwards = from > to};
    return stop > start;
}

/* Counts from the other end. */
static void
turn(struct side *side)
{
    double n = (double)side->source;

    side->span = (struct fp__span){n - side->span.stop, n - side->span.start};
    side->skip = side->out - side->skip - side->count;
}

/* --- the picture ----------------------------------------------------------------------------------- */

struct job {
    struct cache *cache;
    struct fp__image_source source;
    struct side x;     /* counted from the left */
    struct side y;     /* counted from where row 0 of the array lies */
    uint32_t *picture; /* y.count rows from the top of x.count pixels */
};

static const struct fp__kernel *
choose_kernel(const struct job *job)
{
    enum fp_interpolation chosen = job->source.image->options.interpolation;
    bool nearest = chosen == FP_NEAREST;

    if (chosen == FP_INTERPOLATION_AUTO)
        nearest = fp__interpolation_auto_is_nearest(job->x.displayed, job->y.displayed,
                                                    job->x.source, job->y.source);
    return nearest ? NULL : fp__kernel_find("hanning");
}

/* Drawn row o, counted from where row 0 of the array lies. */
static uint32_t *
picture_row(const struct job *job, size_t o)
{
    size_t from_top = job->y.backwards ? o : job->y.count - 1 - o;

    return job->picture + from_top * job->x.count;
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
    const size_t *cols = (const size_t *)job->cache->cols + job->x.skip;
    size_t channels = job->source.image->channels;
    double *values = job->cache->values, *picked = job->cache->picked;
    uint32_t *argb = job->cache->argb;

    fp__image_source_row(&job->source, row, values);
    if (job->x.source <= job->x.count) {
        fp__image_source_paint(&job->source, values, job->x.source, argb);
        for (size_t i = 0; i < job->x.count; i++)
            to[i] = argb[cols[i]];
        return;
    }
    for (size_t i = 0; i < job->x.count; i++)
        memcpy(picked + i * channels, values + cols[i] * channels, channels * sizeof *picked);
    fp__image_source_paint(&job->source, picked, job->x.count, to);
}

static bool
reserve_nearest(struct job *job)
{
    struct cache *c = job->cache;
    size_t channels = job->source.image->channels;

    if (job->x.source <= job->x.count
            ? !reserve(&c->argb, &c->argb_room, job->x.source, sizeof(uint32_t))
            : !reserve(&c->picked, &c->picked_room, job->x.count * channels, sizeof(double)))
        return false;
    return reserve(&c->cols, &c->cols_room, job->x.out, sizeof(size_t)) &&
           reserve(&c->rows, &c->rows_room, job->y.out, sizeof(size_t));
}

static enum fp_status
draw_nearest(struct fp_context *ctx, struct job *job)
{
    const size_t *rows;

    if (!reserve_nearest(job))
        return fp__fail_memory(ctx, "an image's rows");
    fp__nearest_cols(job->cache->cols, job->x.out, job->x.source, job->x.span);
    fp__nearest_rows(job->cache->rows, job->y.out, job->y.source, job->y.span);
    rows = (const size_t *)job->cache->rows + job->y.skip;
    for (size_t o = 0; o < job->y.count; o++) {
        if (o > 0 && rows[o] == rows[o - 1])
            memcpy(picture_row(job, o), picture_row(job, o - 1), job->x.count * sizeof(uint32_t));
        else
            nearest_row(job, rows[o], picture_row(job, o));
    }
    return FP_OK;
}

static const double *
fetch(void *arg, size_t row)
{
    struct job *job = arg;

    fp__image_source_row(&job->source, row, job->cache->values);
    return job->cache->values;
}

static enum fp_status
draw_smooth(struct fp_context *ctx, struct job *job, const struct fp__kernel *kernel)
{
    struct fp__resampler *r = &job->cache->resampler;
    enum fp_status status =
        fp__resampler_init(ctx, r, kernel, job->x.count, job->y.count, job->x.source, job->y.source,
                           shown_span(&job->x), shown_span(&job->y), job->source.image->channels);

    for (size_t o = 0; status == FP_OK && o < job->y.count; o++)
        fp__image_source_paint(&job->source, fp__resampler_row(r, o, fetch, job), job->x.count,
                               picture_row(job, o));
    return status;
}

static enum fp_status
make_picture(struct fp_context *ctx, struct job *job)
{
    const struct fp__kernel *kernel = choose_kernel(job);
    struct cache *c = job->cache;
    size_t pixels;

    if (__builtin_mul_overflow(job->x.count, job->y.count, &pixels) ||
        !reserve(&c->picture, &c->picture_room, pixels, sizeof(uint32_t)) ||
        !reserve(&c->values, &c->values_room, job->x.source * job->source.image->channels,
                 sizeof(double)))
        return fp__fail_memory(ctx, "an image");
    job->picture = c->picture;
    return kernel ? draw_smooth(ctx, job, kernel) : draw_nearest(ctx, job);
}

/* --- onto the canvas -------------------------------------------------------------------------------- */

static void
blit(const struct job *job, struct fp__canvas *canvas)
{
    struct fp__blit b = {.x = job->x.at,
                         .y = canvas->height - job->y.at - (int)job->y.count,
                         .width = (int)job->x.count,
                         .height = (int)job->y.count,
                         .pixels = job->picture,
                         .stride = job->x.count,
                         .opaque = job->source.opaque};

    canvas->ops->image(canvas, &b);
}

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
    if (source->image->channels == 1 && !source->any_finite)
        fp__warn(ctx, FP_WARN_NOT_FINITE,
                 "an image without a single finite value was drawn as an empty one");
}

/* Where the image lies on the canvas; false when none of it does. */
static bool
find_place(struct job *job, const struct fp__image_body *body, const struct fp__view *view,
           const struct fp__canvas *canvas)
{
    const double *e = body->extent;
    const struct fp__box *box = &view->box;
    bool upper = body->options.origin == FP_ORIGIN_UPPER;
    double bottom = fp__view_y(view, e[2]), top = fp__view_y(view, e[3]);

    if (!find_side(&job->x, body->width, fp__view_x(view, e[0]), fp__view_x(view, e[1]), box->x0,
                   box->x1, canvas->width, true) ||
        !find_side(&job->y, body->height, upper ? top : bottom, upper ? bottom : top, box->y0,
                   box->y1, canvas->height, false))
        return false;
    if (job->y.backwards)
        turn(&job->y);
    return true;
}

enum fp_status
fp__image_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp_image *image = (struct fp_image *)artist;
    struct fp_array *boundaries = image->body->options.norm.boundaries;
    struct job job = {
        .cache = fp__context_slot(canvas->ctx, FP__SLOT_IMAGE, sizeof *job.cache, &cache_class)};
    enum fp_status status;

    if (!job.cache)
        return FP_ERR_MEMORY;
    if (fp_is_closed(image->body->array))
        return fp__fail_closed(canvas->ctx, "array of an image");
    if (boundaries && fp_is_closed(boundaries))
        return fp__fail_closed(canvas->ctx, "array of an image's boundaries");
    if (!find_place(&job, image->body, view, canvas))
        return FP_OK;
    fp__image_source_init(&job.source, image);
    job.source.reversed = job.x.backwards;
    status = make_picture(canvas->ctx, &job);
    if (status != FP_OK)
        return status;
    blit(&job, canvas);
    warn_clipped(canvas->ctx, &job.source);
    warn_empty(canvas->ctx, &job.source);
    return FP_OK;
}
