/* SPDX-License-Identifier: MIT */
/* figure.c: the figure object: its size, its axes, its window. */
#include "figure/figure.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/object.h"
#include "core/status.h"
#include "draw/words.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "figure/window.h"

/* --- life ------------------------------------------------------------------------------------- */

/* Newest first, each out of the list before it is closed: a closing image takes its colorbar's
 * axes out of the same list. */
static void
drop_all_axes(struct fp__figure_body *body)
{
    while (body->axes_count > 0) {
        struct fp_axes *ax = body->axes[--body->axes_count];

        fp_close(ax);
        fp_unref(ax);
    }
    fp_free(body->axes);
    body->axes = NULL;
    body->axes_room = 0;
}

static void
figure_close(struct fp_object *obj)
{
    struct fp_figure *fig = (struct fp_figure *)obj;
    struct fp__figure_body *body = fig->body;
    struct fp__window *window = body ? body->window : NULL;

    if (!body)
        return;
    fig->body = NULL; /* what is called below finds a closed figure */
    if (body->keeper)
        body->keeper->closed(body->keeper);
    obj->ctx->figures--;
    drop_all_axes(body);
    fp__metadata_finish(&body->metadata);
    fp_free(body->suptitle);
    fp_free(body);
    if (window)
        window->ops->destroy(window);
}

static void
figure_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp__figure_body *body = ((struct fp_figure *)obj)->body;

    for (size_t i = 0; body && i < body->axes_count; i++)
        visit((struct fp_object *)body->axes[i], arg);
}

static size_t
figure_bytes(const struct fp_object *obj)
{
    const struct fp__figure_body *body = ((const struct fp_figure *)obj)->body;

    return body ? sizeof *body + body->axes_room * sizeof(body->axes[0]) : 0;
}

const struct fp_class fp__figure_class = {
    .name = "figure",
    .size = sizeof(struct fp_figure),
    .traverse = figure_traverse,
    .close = figure_close,
    .bytes = figure_bytes,
};

struct fp__figure_body *
fp__figure_open(struct fp_figure *fig)
{
    fp__object_check(fig, &fp__figure_class);
    if (fig && fig->body)
        return fig->body;
    fp__fail_closed(fig ? fig->base.ctx : NULL, "figure");
    return NULL;
}

/* matplotlib 3.6: figure.figsize, figure.dpi, figure.subplot.* */
static const struct fp__figure_body defaults = {
    .inches = {6.4, 4.8},
    .dpi = 100,
    .margins = {.left = .125, .right = .9, .bottom = .11, .top = .88, .wspace = .2, .hspace = .2},
};

static void
add_bytes(struct fp_object *child, void *arg)
{
    *(size_t *)arg += child->cls->size + (child->cls->bytes ? child->cls->bytes(child) : 0);
    if (child->cls->traverse)
        child->cls->traverse(child, add_bytes, arg);
}

/* What the open figures hold, everything in them included. A tree of three levels. */
static size_t
bytes_of_figures(struct fp_context *ctx)
{
    size_t bytes = 0;

    for (struct fp_object *o = ctx->oldest; o; o = o->prev)
        if (o->cls == &fp__figure_class)
            add_bytes(o, &bytes);
    return bytes;
}

static void
warn_many(struct fp_context *ctx)
{
    if (ctx->figures > ctx->figures_warn_above && fp__is_heard(ctx, FP_WARN_MANY_FIGURES))
        fp__warn(ctx, FP_WARN_MANY_FIGURES,
                 "%zu figures are open and hold %zu bytes; they stay until they are closed: "
                 "plt_close(number), plt_close_all() or fp_close(figure)",
                 ctx->figures, bytes_of_figures(ctx));
}

struct fp_figure *
fp_figure_create(struct fp_context *ctx)
{
    struct fp_figure *fig;

    ctx = fp__context(ctx);
    if (ctx && ctx->figures_cap && ctx->figures >= ctx->figures_cap) {
        fp__fail(ctx, FP_ERR_LIMIT,
                 "%zu figures are open, the most that are allowed" FP__HINT
                 "close one first: fp_close(figure), plt_close(number) or plt_close_all()",
                 ctx->figures);
        return NULL;
    }
    fig = fp_object_create(ctx, &fp__figure_class);
    if (!fig)
        return NULL;
    fig->body = fp_alloc(sizeof *fig->body);
    if (!fig->body) {
        fp__fail_memory(ctx, "a figure");
        fp_unref(fig);
        return NULL;
    }
    *fig->body = defaults;
    fig->body->facecolor = fp__style_find(fig->body->style)->figure;
    fig->base.ctx->figures++;
    warn_many(fig->base.ctx);
    return fig;
}

enum fp_status
fp_figure_clear(struct fp_figure *fig)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    if (!body)
        return FP_ERR_CLOSED;
    drop_all_axes(body);
    fp__metadata_finish(&body->metadata);
    fp_free(body->suptitle);
    body->suptitle = NULL;
    body->suptitle_size = 0;
    if (body->window)
        body->window->ops->clear(body->window);
    return FP_OK;
}

/* --- size ------------------------------------------------------------------------------------- */

void
fp__figure_extent(const struct fp__figure_body *body, double size[2])
{
    for (int i = 0; i < 2; i++)
        size[i] = body->exact[i] ? body->exact[i] : body->inches[i] * body->dpi;
}

/* Fonts of more pixels than this leads to are beyond FreeType. */
#define MAX_DPI 32767

/* Takes the size over if its sides in pixels are within bounds. */
static enum fp_status
set_size(struct fp_figure *fig, const struct fp__figure_body *wanted)
{
    double size[2];

    fp__figure_extent(wanted, size);
    if (!(size[0] >= 1 && size[1] >= 1) || !(wanted->dpi > 0) || !isfinite(wanted->dpi))
        return fp__fail(fig->base.ctx, FP_ERR_ARGUMENT,
                        "figure: the size must be at least one pixel a side" FP__HINT
                        "sizes and dpi are numbers above 0, such as 6.4 x 4.8 inches at 100 dpi");
    if (!(size[0] < FP_MAX_SIDE + 1.0 && size[1] < FP_MAX_SIDE + 1.0))
        return fp__fail(fig->base.ctx, FP_ERR_LIMIT,
                        "figure: a side of more than %d pixels" FP__HINT
                        "pictures end at %d pixels a side; use a smaller size or dpi",
                        FP_MAX_SIDE, FP_MAX_SIDE);
    if (wanted->dpi > MAX_DPI)
        return fp__fail(fig->base.ctx, FP_ERR_LIMIT,
                        "figure: more than %d dots per inch" FP__HINT
                        "dpi is the density of pixels on paper: 100 for screens, 300 for print",
                        MAX_DPI);
    *fig->body = *wanted;
    return FP_OK;
}

enum fp_status
fp_figure_set_size_inches(struct fp_figure *fig, double width, double height)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    struct fp__figure_body wanted;

    if (!body)
        return FP_ERR_CLOSED;
    wanted = *body;
    wanted.inches[0] = width;
    wanted.inches[1] = height;
    wanted.exact[0] = wanted.exact[1] = 0;
    return set_size(fig, &wanted);
}

enum fp_status
fp_figure_set_size_pixels(struct fp_figure *fig, int width, int height)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    struct fp__figure_body wanted;

    if (!body)
        return FP_ERR_CLOSED;
    wanted = *body;
    wanted.exact[0] = width;
    wanted.exact[1] = height;
    wanted.inches[0] = width / body->dpi;
    wanted.inches[1] = height / body->dpi;
    return set_size(fig, &wanted);
}

enum fp_status
fp_figure_set_dpi(struct fp_figure *fig, double dpi)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    struct fp__figure_body wanted;

    if (!body)
        return FP_ERR_CLOSED;
    wanted = *body;
    wanted.dpi = dpi;
    wanted.exact[0] = wanted.exact[1] = 0;
    return set_size(fig, &wanted);
}

enum fp_status
fp_figure_get_size_pixels(struct fp_figure *fig, int *width, int *height)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    double size[2];

    if (!body)
        return FP_ERR_CLOSED;
    fp__figure_extent(body, size);
    *width = (int)size[0];
    *height = (int)size[1];
    return FP_OK;
}

enum fp_status
fp_figure_get_dpi(struct fp_figure *fig, double *dpi)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    if (!body)
        return FP_ERR_CLOSED;
    *dpi = body->dpi;
    return FP_OK;
}

enum fp_status
fp_figure_set_facecolor(struct fp_figure *fig, struct fp_color color)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    if (!body)
        return FP_ERR_CLOSED;
    body->facecolor = color;
    return FP_OK;
}

struct fp_margins
fp_margins_defaults(void)
{
    return defaults.margins;
}

enum fp_status
fp_figure_set_margins(struct fp_figure *fig, const struct fp_margins *m)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    if (!body)
        return FP_ERR_CLOSED;
    if (!(m->left < m->right && m->bottom < m->top && m->wspace >= 0 && m->hspace >= 0) ||
        !isfinite(m->left + m->right + m->bottom + m->top + m->wspace + m->hspace))
        return fp__fail(fig->base.ctx, FP_ERR_ARGUMENT,
                        "figure: margins out of order" FP__HINT
                        "left < right and bottom < top, as fractions of the figure");
    body->margins = *m;
    return FP_OK;
}

/* --- title ------------------------------------------------------------------------------------ */

enum fp_status
fp_figure_set_suptitle(struct fp_figure *fig, const char *text)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    return body ? fp__words_replace(fig->base.ctx, "figure", &body->suptitle, text) : FP_ERR_CLOSED;
}

enum fp_status
fp_figure_set_suptitle_size(struct fp_figure *fig, double points)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    if (!body)
        return FP_ERR_CLOSED;
    if (!(points > 0) || !isfinite(points))
        return fp__fail(fig->base.ctx, FP_ERR_ARGUMENT, "figure: a font's size is above 0 points");
    body->suptitle_size = points;
    return FP_OK;
}

/* matplotlib 3.6: figure.titlesize large, at (.5, .98), hanging from there. */
enum fp_status
fp__figure_draw_suptitle(struct fp_figure *fig, struct fp__canvas *canvas)
{
    const struct fp__figure_body *body = fig->body;
    struct fp__words words = {.text = body->suptitle,
                              .size = (body->suptitle_size > 0 ? body->suptitle_size : 12) *
                                      canvas->dpi / 72,
                              .color = fp__style_find(body->style)->ink};
    double size[2];

    if (!words.text)
        return FP_OK;
    fp__figure_extent(body, size);
    return fp__words_draw(
        canvas, &words,
        (struct fp__anchor){.5 * size[0], .98 * size[1], FP_HALIGN_CENTER, FP_VALIGN_TOP, false});
}

/* --- axes ------------------------------------------------------------------------------------- */

enum fp_status
fp__figure_take_axes(struct fp_figure *fig, struct fp_axes *ax, size_t at)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    void *axes = body ? body->axes : NULL;

    if (!body || !fp__grow(&axes, &body->axes_room, body->axes_count + 1, sizeof(ax))) {
        fp_unref(ax);
        return body ? fp__fail_memory(fig->base.ctx, "axes") : FP_ERR_CLOSED;
    }
    body->axes = axes;
    at = at < body->axes_count ? at : body->axes_count;
    memmove(body->axes + at + 1, body->axes + at, (body->axes_count - at) * sizeof(ax));
    body->axes[at] = ax;
    body->axes_count++;
    return FP_OK;
}

void
fp__figure_drop_axes(struct fp_figure *fig, struct fp_axes *ax)
{
    struct fp__figure_body *body = fig->body;

    for (size_t i = 0; body && i < body->axes_count; i++) {
        if (body->axes[i] != ax)
            continue;
        body->axes_count--;
        memmove(body->axes + i, body->axes + i + 1, (body->axes_count - i) * sizeof(ax));
        fp_unref(ax);
        return;
    }
}

static struct fp_axes *
add(struct fp_figure *fig, const struct fp__place *place)
{
    struct fp_axes *ax = fp__axes_create(fig, place);

    return ax && fp__figure_take_axes(fig, ax, SIZE_MAX) == FP_OK ? ax : NULL;
}

struct fp_axes *
fp_figure_add_subplot(struct fp_figure *fig, int rows, int cols, int index)
{
    struct fp__place place = {.rows = rows, .cols = cols, .index = index};

    if (!fp__figure_open(fig))
        return NULL;
    if (rows >= 1 && cols >= 1 && index >= 1 && (index - 1) / cols < rows)
        return add(fig, &place);
    fp__fail(fig->base.ctx, FP_ERR_ARGUMENT,
             "figure: no subplot %d in a grid of %d rows and %d columns" FP__HINT
             "subplots are numbered from 1, row by row",
             index, rows, cols);
    return NULL;
}

struct fp_axes *
fp_figure_add_axes(struct fp_figure *fig, const double box[4])
{
    struct fp__place place = {.box = {box[0], box[1], box[2], box[3]}};

    if (!fp__figure_open(fig))
        return NULL;
    if (isfinite(box[0] + box[1] + box[2] + box[3]) && box[2] > 0 && box[3] > 0)
        return add(fig, &place);
    fp__fail(fig->base.ctx, FP_ERR_ARGUMENT,
             "figure: axes need a place with a width and a height" FP__HINT
             "left, bottom, width, height in fractions of the figure: {0, 0, 1, 1}");
    return NULL;
}

struct fp_axes *
fp_figure_get_axes(struct fp_figure *fig, size_t i)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    return body && i < body->axes_count ? body->axes[i] : NULL;
}

/* --- window and drawing ----------------------------------------------------------------------- */

enum fp_status
fp__figure_set_window(struct fp_figure *fig, struct fp__window *window)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    if (!body)
        return FP_ERR_CLOSED;
    body->window = window;
    return FP_OK;
}

struct fp__window *
fp__figure_window(struct fp_figure *fig)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    return body ? body->window : NULL;
}

enum fp_status
fp__figure_draw(struct fp_figure *fig, struct fp__canvas *canvas)
{
    struct fp__figure_body *body = fp__figure_open(fig);
    enum fp_status status = body ? FP_OK : FP_ERR_CLOSED;

    if (body && body->facecolor.a > 0)
        canvas->ops->fill(canvas, 0, 0, canvas->width, canvas->height, body->facecolor);
    for (size_t i = 0; body && status == FP_OK && i < body->axes_count; i++)
        status = fp__axes_draw(body->axes[i], canvas);
    return status == FP_OK ? fp__figure_draw_suptitle(fig, canvas) : status;
}
