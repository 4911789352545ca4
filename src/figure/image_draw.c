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
#include "figure/image_bend.h"
#include "figure/image_size.h"
#include "figure/image_source.h"
#include "figure/interpolation.h"
#include "flatplot/text.h"
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

static const struct fp__slot_class cache_class = {.trim = cache_trim, .destroy = cache_trim};

/* --- geometry ------------------------------------------------------------------------------------- */

/* One direction of the picture. What lies outside the canvas, or is cut, is never made. The source's
 * last pixel lies at the left, or at the bottom, where the span runs backwards. */
struct place {
    struct fp__side side;
    double displayed; /* pixels that the whole source would take */
    double first;     /* where the picture begins, before it was rounded */
    int at;           /* where the first of those that are made lies, from the canvas's left or
                         lower edge */
};

/* Beyond this many pixels the picture is taken to be its visible part. */
#define LONGEST_SIDE (1 << 20)

static double
nearest_pixel(double v)
{
    return floor(v + .5);
}

/* Where Agg's clip box ends: the column at its right edge is inside; rows end where the edge is
 * rounded from the top. */
static double
clipped_end(double last, bool columns)
{
    return columns ? nearest_pixel(last) + 1 : ceil(last - .5);
}

/* The same for an image on axes that are not both linear. matplotlib does not round its picture up,
 * and looks up where its pixels lie. */
static bool
find_bent_place(struct place *place, size_t source, double from, double to, double box0,
                double box1, int canvas, bool columns)
{
    double lo = fmin(from, to), hi = fmax(from, to), n = (double)source;
    double first = fmax(lo, box0), last = fmin(hi, box1);
    double at = nearest_pixel(first), skip = fmax(-at, 0);
    double out = floor(last - first);
    double end = fmin(fmin(out, clipped_end(box1, columns) - at), canvas - at);

    if (!(last > first) || !(end > skip))
        return false;
    *place = (struct place){
        .side = {.src = source, .out = (size_t)(end - skip), .count = (size_t)(end - skip)},
        .displayed = hi - lo,
        .first = first + skip,
        .at = (int)(at + skip)};
    place->side.span = from > to ? (struct fp__span){n, 0} : (struct fp__span){0, n};
    return true;
}

/* from, to: where the edges of the array's index 0 and of its last index lie, in pixels. */
static bool
find_place(struct place *place, size_t source, double from, double to, double box0, double box1,
           int canvas, bool columns)
{
    double lo = fmin(from, to), hi = fmax(from, to), n = (double)source;
    double first = fmax(lo, box0), last = fmin(hi, box1);
    double at = nearest_pixel(first), skip = fmax(-at, 0);
    double out = fmax(ceil(last - first), 1);
    double end = fmin(fmin(out, clipped_end(box1, columns) - at), canvas - at);
    double start = first > lo ? (first - lo) / (hi - lo) * n : 0;
    double stop = last < hi ? (last - lo) / (hi - lo) * n : n;
    double pixel = (stop - start) / out;

    if (!(last > first) || !(end > skip) || !(stop > start))
        return false;
    if (out > LONGEST_SIDE) {
        start += skip * pixel;
        stop = start + (end - skip) * pixel;
        at += skip;
        out = end -= skip;
        skip = 0;
    }
    *place = (struct place){.side = {.src = source,
                                     .span = {start, stop},
                                     .out = (size_t)out,
                                     .skip = (size_t)skip,
                                     .count = (size_t)(end - skip)},
                            .at = (int)(at + skip)};
    if (from > to)
        place->side.span = (struct fp__span){n - start, n - stop};
    return place->side.span.start != place->side.span.stop;
}

static bool
is_backwards(const struct place *place)
{
    return place->side.span.start > place->side.span.stop;
}

/* Counts from the other end. */
static void
turn(struct fp__side *side)
{
    side->span = (struct fp__span){side->span.stop, side->span.start};
    side->skip = side->out - side->skip - side->count;
}

/* --- the picture ----------------------------------------------------------------------------------- */

struct job {
    struct cache *cache;
    struct fp__image_source source;
    struct place x;    /* counted from the left */
    struct place y;    /* counted from where row 0 of the array lies */
    bool from_top;     /* which is the top */
    bool bent;         /* an axis is not linear */
    uint32_t *picture; /* y.side.count rows from the top of x.side.count pixels */
};

/* Agg blends nothing where neither side is enlarged or reduced. */
static bool
is_one_to_one(const struct job *job)
{
    return job->x.displayed == (double)job->x.side.src &&
           job->y.displayed == (double)job->y.side.src;
}

/* NULL: nearest. */
static const struct fp__kernel *
choose_kernel(const struct job *job, enum fp_interpolation chosen)
{
    if (chosen == FP_INTERPOLATION_AUTO)
        chosen = fp__interpolation_auto_is_nearest(job->x.displayed, job->y.displayed,
                                                   job->x.side.src, job->y.side.src)
                     ? FP_NEAREST
                     : FP_HANNING;
    return is_one_to_one(job) ? NULL : fp__interpolation_kernel(chosen);
}

/* Drawn row o, counted from where row 0 of the array lies. */
static uint32_t *
picture_row(const struct job *job, size_t o)
{
    size_t from_top = job->from_top ? o : job->y.side.count - 1 - o;

    return job->picture + from_top * job->x.side.count;
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
    const struct fp__side *side = &job->x.side;
    const size_t *cols = (const size_t *)job->cache->cols + side->skip;
    size_t planes = job->source.planes;
    double *values = job->cache->values, *picked = job->cache->picked;
    uint32_t *argb = job->cache->argb;

    fp__image_source_row(&job->source, row, values);
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
    const struct fp__side *side = &job->x.side;
    struct cache *c = job->cache;

    if (side->src <= side->count ? !reserve(&c->argb, &c->argb_room, side->src, sizeof(uint32_t))
                                 : !reserve(&c->picked, &c->picked_room,
                                            side->count * job->source.planes, sizeof(double)))
        return false;
    return reserve(&c->cols, &c->cols_room, side->out, sizeof(size_t)) &&
           reserve(&c->rows, &c->rows_room, job->y.side.out, sizeof(size_t));
}

static void
find_nearest(struct job *job)
{
    const struct fp__side *x = &job->x.side, *y = &job->y.side;

    if (job->bent) {
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
    const struct fp__side *x = &job->x.side, *y = &job->y.side;
    const size_t *rows;

    if (!reserve_nearest(job))
        return fp__fail_memory(ctx, "an image's rows");
    find_nearest(job);
    rows = (const size_t *)job->cache->rows + y->skip;
    for (size_t o = 0; o < y->count; o++) {
        if (o > 0 && rows[o] == rows[o - 1])
            memcpy(picture_row(job, o), picture_row(job, o - 1), x->count * sizeof(uint32_t));
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
    double filterrad = job->source.image->options.filterrad;
    struct fp__resampling wanted = {.kernel = kernel,
                                    .radius = fp__kernel_radius(kernel, filterrad),
                                    .x = job->x.side,
                                    .y = job->y.side,
                                    .channels = job->source.planes,
                                    .rows = fp__image_source_plain_rows(&job->source)};
    enum fp_status status = fp__resampler_init(ctx, r, &wanted);

    for (size_t o = 0; status == FP_OK && o < wanted.y.count; o++)
        fp__image_source_paint(&job->source, fp__resampler_row(r, o, fetch, job), wanted.x.count,
                               picture_row(job, o));
    return status;
}

static enum fp_status
make_picture(struct fp_context *ctx, struct job *job, const struct fp__kernel *kernel)
{
    const struct fp__side *x = &job->x.side;
    struct cache *c = job->cache;
    size_t pixels, values;

    if (__builtin_mul_overflow(x->count, job->y.side.count, &pixels) ||
        __builtin_mul_overflow(x->src, job->source.planes, &values) ||
        !reserve(&c->picture, &c->picture_room, pixels, sizeof(uint32_t)) ||
        !reserve(&c->values, &c->values_room, values, sizeof(double)))
        return fp__fail_memory(ctx, "an image");
    job->picture = c->picture;
    return kernel ? draw_smooth(ctx, job, kernel) : draw_nearest(ctx, job);
}

/* --- onto the canvas -------------------------------------------------------------------------------- */

static void
blit(const struct job *job, struct fp__canvas *canvas)
{
    size_t width = job->x.side.count, height = job->y.side.count;
    struct fp__blit b = {.x = job->x.at,
                         .y = canvas->height - job->y.at - (int)height,
                         .width = (int)width,
                         .height = (int)height,
                         .pixels = job->picture,
                         .stride = width,
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

static bool
is_bent(const struct fp__view *view)
{
    return view->x.curve.kind != FP__CURVE_LINEAR || view->y.curve.kind != FP__CURVE_LINEAR;
}

/* Where the image lies on the canvas; false when none of it does. */
static bool
find_places(struct job *job, const struct fp__image_body *body, const struct fp__view *view,
            const struct fp__canvas *canvas)
{
    const double *e = body->extent;
    const struct fp__box *box = &view->box;
    bool upper = body->options.origin == FP_ORIGIN_UPPER;
    double bottom = fp__view_y(view, e[2]), top = fp__view_y(view, e[3]), size[2];
    bool (*find)(struct place *, size_t, double, double, double, double, int, bool);

    job->bent = is_bent(view);
    find = job->bent ? find_bent_place : find_place;
    if (!find(&job->x, body->width, fp__view_x(view, e[0]), fp__view_x(view, e[1]), box->x0,
              box->x1, canvas->width, true) ||
        !find(&job->y, body->height, upper ? top : bottom, upper ? bottom : top, box->y0, box->y1,
              canvas->height, false))
        return false;
    job->from_top = is_backwards(&job->y);
    if (job->from_top)
        turn(&job->y.side);
    if (job->bent)
        return true;
    fp__image_size(body, view, size);
    job->x.displayed = size[0];
    job->y.displayed = size[1];
    return true;
}

static void
reverse(double *v, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        double swapped = v[i];

        v[i] = v[n - 1 - i];
        v[n - 1 - i] = swapped;
    }
}

/* On axes that are not both linear, where the pixels lie in the source. */
static enum fp_status
find_positions(struct fp_context *ctx, struct job *job, const struct fp__image_body *body,
               const struct fp__view *view)
{
    const struct fp__box *box = &view->box;
    const double *e = body->extent;
    struct fp__bend x = {&view->x, box->x0, box->x1, e[0], e[1], body->width, false};
    struct fp__bend y = {&view->y, box->y0, box->y1, e[2], e[3], body->height, false};
    struct cache *c = job->cache;

    if (!reserve(&c->xs, &c->xs_room, job->x.side.out, sizeof(double)) ||
        !reserve(&c->ys, &c->ys_room, job->y.side.out, sizeof(double)))
        return fp__fail_memory(ctx, "an image's positions");
    y.backwards = body->options.origin == FP_ORIGIN_UPPER;
    fp__bend_positions(&x, job->x.first, job->x.side.out, c->xs);
    fp__bend_positions(&y, job->y.first, job->y.side.out, c->ys);
    if (job->from_top)
        reverse(c->ys, job->y.side.out);
    job->x.side.bent = c->xs;
    job->y.side.bent = c->ys;
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
    if (!find_places(&job, image->body, view, canvas))
        return FP_OK;
    if (job.bent)
        status = find_positions(canvas->ctx, &job, image->body, view);
    if (status != FP_OK)
        return status;
    kernel = choose_kernel(&job, image->body->options.interpolation);
    fp__image_source_init(&job.source, image, kernel != NULL);
    status = make_picture(canvas->ctx, &job, kernel);
    if (status != FP_OK)
        return status;
    blit(&job, canvas);
    warn_clipped(canvas->ctx, &job.source);
    warn_empty(canvas->ctx, &job.source);
    return FP_OK;
}
