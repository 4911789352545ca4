/* SPDX-License-Identifier: MIT */
/* image.c: the image artist: what imshow makes. */
#include "image/image.h"

#include <math.h>
#include <string.h>

#include "color/colormap.h"
#include "color/norm.h"
#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "flatplot/text.h"
#include "image/coloring.h"
#include "image/image_check.h"
#include "image/image_limits.h"

/* --- life ------------------------------------------------------------------------------------- */

static void
image_close(struct fp_object *obj)
{
    struct fp_image *image = (struct fp_image *)obj;

    fp__artist_close(&image->artist);
    if (!image->body)
        return;
    fp_unref(image->body->array);
    fp_unref(image->body->options.norm.boundaries);
    fp_unref(image->body->options.alphas);
    fp_free(image->body);
    image->body = NULL;
}

static void
image_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp__image_body *body = ((struct fp_image *)obj)->body;

    if (body && body->array)
        visit((struct fp_object *)body->array, arg);
    if (body && body->options.norm.boundaries)
        visit((struct fp_object *)body->options.norm.boundaries, arg);
    if (body && body->options.alphas)
        visit((struct fp_object *)body->options.alphas, arg);
}

static size_t
image_bytes(const struct fp_object *obj)
{
    return ((const struct fp_image *)obj)->body ? sizeof(struct fp__image_body) : 0;
}

static void
image_limits(const struct fp__artist *artist, struct fp__extent *x, struct fp__extent *y)
{
    const double *extent = ((const struct fp_image *)artist)->body->extent;

    fp__extent_stick(x, extent[0]);
    fp__extent_stick(x, extent[1]);
    fp__extent_stick(y, extent[2]);
    fp__extent_stick(y, extent[3]);
}

static bool
image_coloring(const struct fp__artist *artist, struct fp__coloring *coloring)
{
    const struct fp_image *image = (const struct fp_image *)artist;
    const struct fp_imshow_options *o = &image->body->options;

    *coloring = (struct fp__coloring){.cmap = o->cmap,
                                      .norm = fp__image_norm(image),
                                      .alpha = o->alpha,
                                      .under = o->under,
                                      .over = o->over,
                                      .has_under = o->has_under,
                                      .has_over = o->has_over};
    return image->body->channels == 1;
}

static bool
image_hides(const struct fp__artist *newer, const struct fp__artist *older)
{
    return older->base.cls == &fp__image_class.base &&
           fp__image_hides((const struct fp_image *)newer, (const struct fp_image *)older);
}

const struct fp__artist_class fp__image_class = {
    .base = {.name = "image",
             .size = sizeof(struct fp_image),
             .traverse = image_traverse,
             .close = image_close,
             .bytes = image_bytes},
    .limits = image_limits,
    .coloring = image_coloring,
    .hides = image_hides,
    .draw = fp__image_draw,
};

struct fp__image_body *
fp__image_open(struct fp_image *image)
{
    fp__object_check(image, &fp__image_class.base);
    if (image && image->body)
        return image->body;
    fp__fail_closed(image ? image->artist.base.ctx : NULL, "image");
    return NULL;
}

/* --- shape ------------------------------------------------------------------------------------ */

static enum fp_status
fail_shape(struct fp_context *ctx, const struct fp_layout *layout)
{
    struct fp_text shape = {0};

    for (int i = 0; i < layout->ndim; i++)
        fp_text_append_format(&shape, "%s%zu", i ? ", " : "", layout->shape[i]);
    fp__fail(ctx, FP_ERR_ARGUMENT,
             "imshow: an array of shape (%s%s) is not an image" FP__HINT
             "images are (rows, columns), (rows, columns, 3) or (rows, columns, 4), none of them 0",
             fp_text_string(&shape), layout->ndim == 1 ? "," : "");
    fp_text_finish(&shape);
    return FP_ERR_ARGUMENT;
}

/* Takes a reference to the array and reads its shape; the one that was there is not dropped. The
 * body keeps what it had on failure. */
static enum fp_status
take_array(struct fp_context *ctx, struct fp__image_body *body, struct fp_array *array)
{
    const struct fp_layout *layout = array ? fp_array_layout(array) : NULL;
    size_t channels;

    if (!layout)
        return fp__fail_closed(ctx, "array");
    channels = layout->ndim == 3 ? layout->shape[2] : 1;
    if (layout->ndim < 2 || layout->ndim > 3 || layout->shape[0] == 0 || layout->shape[1] == 0 ||
        (channels != 1 && channels != 3 && channels != 4))
        return fail_shape(ctx, layout);
    body->array = fp_ref(array);
    body->height = layout->shape[0];
    body->width = layout->shape[1];
    body->channels = channels;
    return FP_OK;
}

enum fp_status
fp_image_set_data(struct fp_image *image, struct fp_array *array)
{
    struct fp__image_body *body = fp__image_open(image);
    struct fp__image_body changed;
    enum fp_status status;

    if (!body)
        return FP_ERR_CLOSED;
    changed = *body;
    status = take_array(image->artist.base.ctx, &changed, array);
    if (status != FP_OK)
        return status;
    status = fp__alphas_check(image->artist.base.ctx, &changed);
    if (status == FP_OK)
        status = fp__image_find_limits(image->artist.base.ctx, &changed);
    fp_unref(status == FP_OK ? body->array : array);
    if (status == FP_OK)
        *body = changed;
    return status;
}

/* --- imshow ----------------------------------------------------------------------------------- */

struct fp_imshow_options
fp_imshow_defaults(void)
{
    struct fp_imshow_options options = {.norm = {.kind = FP_NORM_LINEAR, .vmin = NAN, .vmax = NAN},
                                        .bad = FP_CLEAR,
                                        .filternorm = true,
                                        .filterrad = 4,
                                        .alpha = 1,
                                        .aspect = 1};

    fp_colormap_find(NULL, "viridis", &options.cmap);
    return options;
}

static void
default_extent(struct fp__image_body *body)
{
    bool upper = body->options.origin == FP_ORIGIN_UPPER;
    double height = (double)body->height;

    body->extent[0] = -.5;
    body->extent[1] = (double)body->width - .5;
    body->extent[2] = upper ? height - .5 : -.5;
    body->extent[3] = upper ? -.5 : height - .5;
}

static enum fp_status
take_options(struct fp_context *ctx, struct fp__image_body *body,
             const struct fp_imshow_options *options)
{
    enum fp_status status;

    body->options = options ? *options : fp_imshow_defaults();
    if (body->options.norm.kind != FP_NORM_BOUNDARY)
        body->options.norm.boundaries = NULL;
    fp_ref(body->options.norm.boundaries);
    fp_ref(body->options.alphas);
    status = fp__norm_check(ctx, &body->options.norm);
    if (status == FP_OK)
        status = fp__colormap_check(ctx, &body->options.cmap);
    if (status == FP_OK)
        status = fp__norm_fits(ctx, &body->options.norm, &body->options.cmap);
    if (status == FP_OK)
        status = fp__blending_check(ctx, &body->options);
    if (status == FP_OK)
        status = fp__alphas_check(ctx, body);
    if (body->options.has_extent)
        memcpy(body->extent, body->options.extent, sizeof body->extent);
    else
        default_extent(body);
    return status;
}

/* An image that no axes knows yet. */
static struct fp_image *
create(struct fp_axes *ax, struct fp_array *array, const struct fp_imshow_options *options)
{
    struct fp_context *ctx = ax->base.ctx;
    struct fp_image *image = fp__artist_create(ax, &fp__image_class);
    enum fp_status status = FP_OK;

    if (!image)
        return NULL;
    image->body = fp_alloc(sizeof *image->body);
    if (!image->body)
        status = fp__fail_memory(ctx, "an image");
    if (status == FP_OK)
        status = take_array(ctx, image->body, array);
    if (status == FP_OK)
        status = take_options(ctx, image->body, options);
    if (status == FP_OK)
        status = fp__image_find_limits(ctx, image->body);
    if (status == FP_OK)
        return image;
    fp_unref(image);
    return NULL;
}

/* The axes takes the image over, with its limits and aspect, or stays as it was. */
static enum fp_status
put_into_axes(struct fp_axes *ax, struct fp_image *image)
{
    const struct fp__image_body *body = image->body;
    struct fp__axis x = ax->body->x, y = ax->body->y;
    double aspect = ax->body->aspect;
    enum fp_status status = fp__axes_show(ax, body->extent);

    if (status == FP_OK)
        status = fp_axes_set_aspect(ax, body->options.aspect);
    if (status == FP_OK)
        status = fp__axes_take_artist(ax, fp_ref(&image->artist));
    if (status != FP_OK) {
        ax->body->x = x;
        ax->body->y = y;
        ax->body->aspect = aspect;
        fp__share_spread(ax, false);
        fp__share_spread(ax, true);
    }
    fp_unref(image);
    return status;
}

static void
warn_unused(struct fp_context *ctx, const struct fp__image_body *body)
{
    const struct fp_norm *norm = &body->options.norm;

    if (body->channels > 1 && (norm->kind != FP_NORM_LINEAR || !isnan(norm->vmin) ||
                               !isnan(norm->vmax) || body->options.alphas))
        fp__warn(ctx, FP_WARN_RGB_OPTIONS,
                 "an image of RGB colours takes no norm, vmin, vmax and alphas; they were ignored");
    else if (body->options.stage == FP_STAGE_RGBA && body->options.alphas)
        fp__warn(ctx, FP_WARN_RGB_OPTIONS,
                 "an image that is blended as colours (stage rgba) takes no alphas; they were "
                 "ignored");
}

static void
warn_if_hiding(struct fp_axes *ax, const struct fp_image *image)
{
    for (size_t i = 0; i < ax->body->artist_count; i++) {
        struct fp__artist *older = ax->body->artists[i];

        if (older == &image->artist || !image_hides(&image->artist, older))
            continue;
        fp__warn(ax->base.ctx, FP_WARN_HIDDEN_IMAGE,
                 "an image hides an older one completely, and both are kept and drawn: clear the "
                 "axes or the figure between pictures (fp_axes_clear, plt_cla, plt_clf), or "
                 "replace the values with fp_image_set_data");
        return;
    }
}

struct fp_image *
fp_axes_imshow(struct fp_axes *ax, struct fp_array *array, const struct fp_imshow_options *options)
{
    struct fp_image *image;

    if (!fp__axes_open(ax))
        return NULL;
    image = create(ax, array, options);
    if (!image)
        return NULL;
    if (put_into_axes(ax, image) != FP_OK)
        return NULL;
    warn_unused(ax->base.ctx, image->body);
    warn_if_hiding(ax, image);
    return image;
}
