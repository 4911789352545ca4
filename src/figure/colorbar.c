/* SPDX-License-Identifier: MIT */
/* colorbar.c: a colorbar: an artist in axes of its own beside those of its image. It knows its
 * image weakly; the image, weakly, the axes that must go when it goes. */
#include <math.h>
#include <stdint.h>

#include "color/mapper.h"
#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "figure/image.h"

#define HEIGHT_OVER_WIDTH 20

struct fp_colorbar {
    struct fp__artist artist;
    struct fp_weak *image;
};

/* Its axes were made for it and go with it. */
static void
colorbar_close(struct fp_object *obj)
{
    struct fp_colorbar *bar = (struct fp_colorbar *)obj;
    struct fp_axes *ax = fp_weak_get(bar->artist.axes);

    fp__artist_close(&bar->artist);
    fp_close(ax);
    fp_unref(ax);
    fp_weak_destroy(bar->image);
    bar->image = NULL;
}

/* The scale of the image; 0 … 1 while it has no value. */
static struct fp_norm
scale_of(const struct fp_colorbar *bar)
{
    struct fp_image *image = fp__weak_peek(bar->image);
    struct fp_norm norm = {.kind = FP_NORM_LINEAR, .vmin = NAN, .vmax = NAN};

    if (image)
        norm = fp__image_norm(image);
    if (isnan(norm.vmin) || isnan(norm.vmax)) {
        norm.vmin = 0;
        norm.vmax = 1;
    }
    return norm;
}

static void
colorbar_update(struct fp__artist *artist, struct fp_axes *ax)
{
    struct fp_norm norm = scale_of((struct fp_colorbar *)artist);

    ax->body->y.lim[0] = norm.vmin;
    ax->body->y.lim[1] = norm.vmax;
    ax->body->y.fits = false;
}

/* The colours from bottom to top, one band of equal height each; a row of pixels shows the band
 * that its middle lies in. */
static enum fp_status
colorbar_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp_image *image = fp__weak_peek(((struct fp_colorbar *)artist)->image);
    const struct fp_colormap *map = image ? &image->body->options.cmap : NULL;
    const struct fp__box *b = &view->box;
    double left = floor(b->x0 + .5), right = floor(b->x1 + .5);
    int first = (int)floor(fp__clamp(canvas->height - b->y1, 0, canvas->height) + .5);
    int last = (int)floor(fp__clamp(canvas->height - b->y0, 0, canvas->height) + .5);

    for (int row = first; map && row < last; row++) {
        double up = (canvas->height - (row + .5) - b->y0) / (b->y1 - b->y0);
        double band = fp__clamp(floor(up * (double)map->n), 0, (double)map->n - 1);

        canvas->ops->fill(canvas, left, row, right, row + 1, fp_colormap_color(map, (size_t)band));
    }
    return FP_OK;
}

static const struct fp__artist_class colorbar_class = {
    .base = {.name = "colorbar", .size = sizeof(struct fp_colorbar), .close = colorbar_close},
    .update = colorbar_update,
    .draw = colorbar_draw,
};

enum fp_status
fp_colorbar_set_label(struct fp_colorbar *bar, const char *text)
{
    fp__object_check(bar, &colorbar_class.base);
    if (fp_is_closed(bar))
        return fp__fail_closed(bar ? bar->artist.base.ctx : NULL, "colorbar");
    return fp_axes_set_ylabel(fp__artist_axes(&bar->artist), text);
}

/* --- making --------------------------------------------------------------------------------------- */

/* True when the axes hold a colorbar of ax that one for `image` replaces: for the same image, or
 * for one that it hides. */
static bool
is_replaced(const struct fp_axes *bar_axes, const struct fp_axes *ax, const struct fp_image *image)
{
    const struct fp__axes_body *body = bar_axes->body;
    const struct fp_image *shown;

    if (!body || fp__weak_peek(body->parent) != ax || body->artist_count == 0)
        return false;
    shown = fp__weak_peek(((const struct fp_colorbar *)body->artists[0])->image);
    return shown && (shown == image || fp__image_hides(image, shown));
}

/* The first place in the figure's list, from `at` on, of a colorbar that one for `image` replaces;
 * SIZE_MAX when there is none. */
static size_t
find_replaced(const struct fp__figure_body *fig, size_t at, const struct fp_axes *ax,
              const struct fp_image *image)
{
    while (at < fig->axes_count && !is_replaced(fig->axes[at], ax, image))
        at++;
    return at < fig->axes_count ? at : SIZE_MAX;
}

/* All of them: were one left, a loop whose last image hides all others would never lose it. */
static void
close_replaced(struct fp_figure *fig, size_t from, const struct fp_axes *ax,
               const struct fp_image *image)
{
    for (size_t i = find_replaced(fig->body, from, ax, image); i != SIZE_MAX;
         i = find_replaced(fig->body, i, ax, image))
        fp_close(fig->body->axes[i]);
}

static struct fp_colorbar *
create_bar(struct fp_axes *bar_axes, struct fp_image *image)
{
    struct fp_colorbar *bar = fp__artist_create(bar_axes, &colorbar_class);

    if (!bar)
        return NULL;
    bar->image = fp_weak_create(image);
    if (bar->image && fp__axes_take_artist(bar_axes, fp_ref(&bar->artist)) == FP_OK) {
        fp_unref(bar);
        return bar;
    }
    fp_unref(bar);
    return NULL;
}

/* Axes with a colorbar in them that no figure knows yet. */
static struct fp_axes *
create_axes(struct fp_axes *ax, struct fp_image *image, const char *label)
{
    struct fp_axes *bar_axes = fp__axes_create(fp__axes_figure(ax->body), &ax->body->place);
    struct fp__axes_body *body = bar_axes ? bar_axes->body : NULL;

    if (!body)
        return NULL;
    body->parent = fp_weak_create(ax);
    body->box_aspect = HEIGHT_OVER_WIDTH;
    body->anchor[0] = 0;
    body->x.side = FP__SIDE_NONE;
    body->y.side = FP__SIDE_RIGHT;
    if (body->parent && fp_axes_set_ylabel(bar_axes, label) == FP_OK && create_bar(bar_axes, image))
        return bar_axes;
    fp_unref(bar_axes);
    return NULL;
}

static bool
belongs(struct fp_axes *ax, struct fp_image *image)
{
    if (!fp__axes_open(ax) || !fp__image_open(image))
        return false;
    if (fp__artist_axes(&image->artist) != ax)
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "colorbar: the image is not in these axes" FP__HINT
                 "give the axes that made the image");
    else if (fp__weak_peek(ax->body->parent))
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "colorbar: these axes are a colorbar's own" FP__HINT
                 "draw the image in axes of its own");
    else if (image->body->channels != 1)
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "colorbar: an image of RGB colours has no colour scale" FP__HINT
                 "leave the colorbar out, or show one channel");
    else
        return true;
    return false;
}

struct fp_colorbar *
fp_axes_colorbar(struct fp_axes *ax, struct fp_image *image, const char *label)
{
    struct fp_figure *fig = belongs(ax, image) ? fp__axes_figure(ax->body) : NULL;
    struct fp_axes *bar_axes = fig ? create_axes(ax, image, label) : NULL;
    struct fp_weak *link = bar_axes ? fp_weak_create(bar_axes) : NULL;
    size_t at;

    if (!link) {
        fp_unref(bar_axes);
        return NULL;
    }
    at = find_replaced(fig->body, 0, ax, image);
    if (fp__figure_take_axes(fig, bar_axes, at) != FP_OK) {
        fp_weak_destroy(link);
        return NULL;
    }
    if (at != SIZE_MAX)
        close_replaced(fig, at + 1, ax, image);
    fp_weak_destroy(image->artist.dependent);
    image->artist.dependent = link;
    return (struct fp_colorbar *)bar_axes->body->artists[0];
}
