/* SPDX-License-Identifier: MIT */
/* colorbar.c: a colorbar: an artist in axes of its own beside those of the artist whose colours it
 * shows. It knows that one weakly; that one, weakly, the axes that must go when it goes. */
#include "fields/colorbar.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "color/norm.h"
#include "core/alloc.h"
#include "core/status.h"
#include "fields/contour.h"
#include "figure/axes.h"
#include "image/coloring.h"

#define POINT 0.05 /* lengths of the scale */

struct fp_colorbar_options
fp_colorbar_defaults(void)
{
    return (struct fp_colorbar_options){
        .extend = FP_EXTEND_NEITHER, .fraction = .15, .pad = NAN, .shrink = 1, .aspect = 20};
}

/* Its axes were made for it and go with it. */
static void
colorbar_close(struct fp_object *obj)
{
    struct fp_colorbar *bar = (struct fp_colorbar *)obj;
    struct fp_axes *ax = fp_weak_get(bar->artist.axes);

    fp__artist_close(&bar->artist);
    fp_close(ax);
    fp_unref(ax);
    fp_weak_destroy(bar->source);
    bar->source = NULL;
    fp_free(bar->boundaries);
    bar->boundaries = NULL;
    bar->boundary_count = 0;
}

static struct fp__axis *
long_axis(const struct fp_colorbar *bar, struct fp_axes *ax)
{
    return bar->options.horizontal ? &ax->body->x : &ax->body->y;
}

/* matplotlib takes those of the norm's scale, or the norm itself for a scale. */
static struct fp__curve
curve_of(const struct fp_colorbar *bar, const struct fp_norm *norm)
{
    switch (norm->kind) {
    case FP_NORM_TWOSLOPE:
        return (struct fp__curve){
            .kind = FP__CURVE_BENT, .from = norm->vmin, .middle = norm->center, .to = norm->vmax};
    case FP_NORM_BOUNDARY:
        return (struct fp__curve){
            .kind = FP__CURVE_STEPS, .steps = bar->boundaries, .count = bar->boundary_count};
    default:
        break;
    }
    if (norm->kind == FP_NORM_LINEAR && bar->boundary_count > 1) /* of contours */
        return (struct fp__curve){
            .kind = FP__CURVE_STEPS, .steps = bar->boundaries, .count = bar->boundary_count};
    return fp__norm_curve(norm);
}

static void
colorbar_update(struct fp__artist *artist, struct fp_axes *ax)
{
    const struct fp_colorbar *bar = (const struct fp_colorbar *)artist;
    struct fp_norm norm = fp__colorbar_norm(bar);
    struct fp__axis *axis = long_axis(bar, ax);

    axis->lim[0] = norm.vmin;
    axis->lim[1] = norm.vmax;
    axis->curve = curve_of(bar, &norm);
    axis->fits = false;
}

static size_t
colorbar_bytes(const struct fp_object *obj)
{
    return ((const struct fp_colorbar *)obj)->boundary_count * sizeof(double);
}

static const struct fp__artist_class colorbar_class = {
    .base = {.name = "colorbar",
             .size = sizeof(struct fp_colorbar),
             .close = colorbar_close,
             .bytes = colorbar_bytes},
    .update = colorbar_update,
    .draw = fp__colorbar_draw,
};

static enum fp_status
set_label(struct fp_colorbar *bar, const char *text)
{
    struct fp_axes *ax = fp__artist_axes(&bar->artist);

    return bar->options.horizontal ? fp_axes_set_xlabel(ax, text) : fp_axes_set_ylabel(ax, text);
}

/* The axes that it is in; NULL, with FP_ERR_CLOSED raised, when it was closed. */
static struct fp_axes *
open_axes(struct fp_colorbar *bar)
{
    fp__object_check(bar, &colorbar_class.base);
    if (!fp_is_closed(bar))
        return fp__artist_axes(&bar->artist);
    fp__fail_closed(bar ? bar->artist.base.ctx : NULL, "colorbar");
    return NULL;
}

enum fp_status
fp_colorbar_set_label(struct fp_colorbar *bar, const char *text)
{
    return open_axes(bar) ? set_label(bar, text) : FP_ERR_CLOSED;
}

enum fp_status
fp_colorbar_set_ticks(struct fp_colorbar *bar, const double *values, size_t n,
                      const char *const *labels)
{
    struct fp_axes *ax = open_axes(bar);

    if (!ax)
        return FP_ERR_CLOSED;
    return bar->options.horizontal ? fp_axes_set_xticks(ax, values, n, labels)
                                   : fp_axes_set_yticks(ax, values, n, labels);
}

enum fp_status
fp_colorbar_set_format(struct fp_colorbar *bar, const char *format)
{
    struct fp_axes *ax = open_axes(bar);

    if (!ax)
        return FP_ERR_CLOSED;
    return bar->options.horizontal ? fp_axes_set_xformat(ax, format)
                                   : fp_axes_set_yformat(ax, format);
}

/* --- making ----------------------------------------------------------------------------------- */

static const struct fp__artist_class *
class_of(const struct fp__artist *artist)
{
    return (const struct fp__artist_class *)artist->base.cls;
}

/* True when the axes hold a colorbar of ax that one for `source` replaces: for the same artist, or
 * for one that it hides. */
static bool
is_replaced(const struct fp_axes *bar_axes, const struct fp_axes *ax,
            const struct fp__artist *source)
{
    const struct fp__axes_body *body = bar_axes->body;
    const struct fp__artist *shown;

    if (!body || fp__weak_peek(body->parent) != ax || body->artist_count == 0)
        return false;
    shown = fp__weak_peek(((const struct fp_colorbar *)body->artists[0])->source);
    return shown &&
           (shown == source || (class_of(source)->hides && class_of(source)->hides(source, shown)));
}

/* The first place in the figure's list, from `at` on, of a colorbar that one for `source` replaces;
 * SIZE_MAX when there is none. */
static size_t
find_replaced(const struct fp__figure_body *fig, size_t at, const struct fp_axes *ax,
              const struct fp__artist *source)
{
    while (at < fig->axes_count && !is_replaced(fig->axes[at], ax, source))
        at++;
    return at < fig->axes_count ? at : SIZE_MAX;
}

/* All of them: were one left, a loop whose last image hides all others would never lose it. */
static void
close_replaced(struct fp_figure *fig, size_t from, const struct fp_axes *ax,
               const struct fp__artist *source)
{
    for (size_t i = find_replaced(fig->body, from, ax, source); i != SIZE_MAX;
         i = find_replaced(fig->body, i, ax, source))
        fp_close(fig->body->axes[i]);
}

static bool
copy_boundaries(struct fp_colorbar *bar, const double *values, size_t n)
{
    bar->boundaries = fp_alloc_array(n, sizeof *values);
    if (!bar->boundaries)
        return fp__fail_memory(bar->artist.base.ctx, "a colorbar") == FP_OK;
    memcpy(bar->boundaries, values, n * sizeof *values);
    bar->boundary_count = n;
    return true;
}

static bool
take_boundaries(struct fp_colorbar *bar, const struct fp__coloring *coloring)
{
    const struct fp_norm *norm = &coloring->norm;
    double values[FP__BOUNDARIES_MAX];
    size_t n = norm->kind == FP_NORM_BOUNDARY ? fp__norm_boundaries(norm, values) : 0;

    if (coloring->contour)
        return copy_boundaries(bar, coloring->contour->levels, coloring->contour->level_count) &&
               fp__colorbar_take_ticks(bar) == FP_OK;
    return n == 0 || copy_boundaries(bar, values, n);
}

static struct fp_colorbar *
create_bar(struct fp_axes *bar_axes, struct fp__artist *source, const struct fp__coloring *coloring,
           const struct fp_colorbar_options *options)
{
    struct fp_colorbar *bar = fp__artist_create(bar_axes, &colorbar_class);

    if (!bar)
        return NULL;
    bar->options = *options;
    bar->options.label = NULL;
    bar->source = fp_weak_create(source);
    if (bar->source && take_boundaries(bar, coloring) &&
        fp__axes_take_artist(bar_axes, fp_ref(&bar->artist)) == FP_OK) {
        fp_unref(bar);
        return bar;
    }
    fp_unref(bar);
    return NULL;
}

/* matplotlib leaves room for tick labels between. */
static double
find_pad(const struct fp_colorbar_options *options)
{
    return !isnan(options->pad) ? options->pad : options->horizontal ? .15 : .05;
}

static bool
check_room(struct fp_context *ctx, const struct fp_colorbar_options *o)
{
    double pad = find_pad(o);

    if (o->fraction > 0 && pad >= 0 && o->fraction + pad < 1 && o->shrink > 0 && o->shrink <= 1 &&
        o->aspect > 0 && isfinite(o->aspect))
        return true;
    fp__fail(ctx, FP_ERR_ARGUMENT,
             "colorbar: no room for itself or its axes" FP__HINT
             "fraction and pad together are below 1, shrink is above 0 to 1, aspect above 0");
    return false;
}

static void
shape_axes(struct fp__axes_body *body, const struct fp_colorbar_options *options)
{
    bool low = options->extend == FP_EXTEND_MIN || options->extend == FP_EXTEND_BOTH;
    bool high = options->extend == FP_EXTEND_MAX || options->extend == FP_EXTEND_BOTH;

    body->box_aspect = options->horizontal ? 1 / options->aspect : options->aspect;
    body->anchor[0] = options->horizontal ? .5 : 0;
    body->anchor[1] = options->horizontal ? 1 : .5;
    body->share[0] = options->fraction;
    body->share[1] = find_pad(options);
    body->share[2] = options->shrink;
    body->points[0] = low ? POINT : 0;
    body->points[1] = high ? POINT : 0;
    body->frame_on = !low && !high; /* else the colorbar draws a pointed one */
    body->x.side = options->horizontal ? FP__SIDE_BOTTOM : FP__SIDE_NONE;
    body->y.side = options->horizontal ? FP__SIDE_NONE : FP__SIDE_RIGHT;
}

/* Axes with a colorbar in them that no figure knows yet. */
static struct fp_axes *
create_axes(struct fp_axes *ax, struct fp__artist *source, const struct fp__coloring *coloring,
            const struct fp_colorbar_options *options)
{
    struct fp_axes *bar_axes = fp__axes_create(fp__axes_figure(ax->body), &ax->body->place);
    struct fp_colorbar *bar;

    if (!bar_axes)
        return NULL;
    shape_axes(bar_axes->body, options);
    bar_axes->body->parent = fp_weak_create(ax);
    bar = bar_axes->body->parent ? create_bar(bar_axes, source, coloring, options) : NULL;
    if (bar && set_label(bar, options->label) == FP_OK)
        return bar_axes;
    fp_unref(bar_axes);
    return NULL;
}

/* Asks the axes, for what callers give need not be an artist. */
static bool
holds(const struct fp_axes *ax, const struct fp__artist *artist)
{
    size_t i = 0;

    while (i < ax->body->artist_count && ax->body->artists[i] != artist)
        i++;
    return i < ax->body->artist_count;
}

/* Whether the artist can have a colorbar beside ax; then also how it colours values. */
static bool
can_have_bar(struct fp_axes *ax, const struct fp__artist *source, struct fp__coloring *coloring)
{
    const char *name = source ? source->base.cls->name : "artist";

    if (!fp__axes_open(ax))
        return false;
    fp__object_check(source, NULL);
    if (fp_is_closed(source))
        fp__fail_closed(ax->base.ctx, name);
    else if (!holds(ax, source))
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "colorbar: the %s is not in these axes" FP__HINT "give the axes that made the %s",
                 name, name);
    else if (fp__weak_peek(ax->body->parent))
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "colorbar: these axes are a colorbar's own" FP__HINT
                 "draw the %s in axes of its own",
                 name);
    else if (!class_of(source)->coloring || !class_of(source)->coloring(source, coloring))
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "colorbar: this %s has colours of its own and no colour scale" FP__HINT
                 "leave the colorbar out, or give values for a colormap",
                 name);
    else
        return true;
    return false;
}

struct fp_colorbar *
fp_axes_colorbar(struct fp_axes *ax, void *artist, const struct fp_colorbar_options *options)
{
    struct fp_colorbar_options chosen = options ? *options : fp_colorbar_defaults();
    struct fp__artist *source = artist;
    struct fp__coloring coloring;
    struct fp_figure *fig = can_have_bar(ax, source, &coloring) ? fp__axes_figure(ax->body) : NULL;
    struct fp_axes *bar_axes;
    struct fp_weak *link;
    size_t at;

    if (fig && coloring.contour)
        chosen.extend = coloring.contour->extend;
    bar_axes = fig && check_room(ax->base.ctx, &chosen)
                   ? create_axes(ax, source, &coloring, &chosen)
                   : NULL;
    link = bar_axes ? fp_weak_create(bar_axes) : NULL;
    if (!link) {
        fp_unref(bar_axes);
        return NULL;
    }
    at = find_replaced(fig->body, 0, ax, source);
    if (fp__figure_take_axes(fig, bar_axes, at) != FP_OK) {
        fp_weak_destroy(link);
        return NULL;
    }
    if (at != SIZE_MAX)
        close_replaced(fig, at + 1, ax, source);
    fp_weak_destroy(source->dependent);
    source->dependent = link;
    return (struct fp_colorbar *)bar_axes->body->artists[0];
}
