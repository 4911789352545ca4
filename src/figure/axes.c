/* SPDX-License-Identifier: MIT */
/* axes.c: the axes object: its artists, limits and aspect. */
#include "figure/axes.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "figure/layout.h"
#include "figure/scale.h"
#include "figure/style.h"

#define CLOSEST 1e-300 /* limits: or what they enlarge could not be told in a double */

/* --- life ------------------------------------------------------------------------------------- */

/* Newest first. A closing colorbar closes the very axes that it is in: the body may go
 * meanwhile. */
static void
drop_all_artists(struct fp_axes *ax)
{
    while (ax->body && ax->body->artist_count > 0) {
        struct fp__artist *artist = ax->body->artists[--ax->body->artist_count];

        fp_close(artist);
        fp_unref(artist);
    }
    if (!ax->body)
        return;
    fp_free(ax->body->artists);
    ax->body->artists = NULL;
    ax->body->artist_room = 0;
}

static void
forget_text(struct fp__axes_text *text)
{
    fp_free(text->text);
    *text = (struct fp__axes_text){0};
}

static void
forget_texts(struct fp__axes_body *body)
{
    for (int i = 0; i < FP__TITLES; i++)
        forget_text(&body->titles[i]);
    forget_text(&body->x.label);
    forget_text(&body->y.label);
}

static void
axes_close(struct fp_object *obj)
{
    struct fp_axes *ax = (struct fp_axes *)obj;
    struct fp_figure *fig = ax->body ? fp__axes_figure(ax->body) : NULL;

    if (!ax->body)
        return;
    if (fig)
        fp__figure_drop_axes(fig, ax);
    fp__share_leave(ax);
    drop_all_artists(ax);
    forget_texts(ax->body);
    fp__tick_plan_destroy(ax->body->x.plan);
    fp__tick_plan_destroy(ax->body->y.plan);
    fp_weak_destroy(ax->body->figure);
    fp_weak_destroy(ax->body->parent);
    fp_weak_destroy(ax->body->base);
    fp_free(ax->body);
    ax->body = NULL;
}

static void
axes_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp__axes_body *body = ((struct fp_axes *)obj)->body;

    for (size_t i = 0; body && i < body->artist_count; i++)
        visit((struct fp_object *)body->artists[i], arg);
}

static size_t
axes_bytes(const struct fp_object *obj)
{
    const struct fp__axes_body *body = ((const struct fp_axes *)obj)->body;

    return body ? sizeof *body + body->artist_room * sizeof(body->artists[0]) +
                      fp__tick_plan_bytes(body->x.plan) + fp__tick_plan_bytes(body->y.plan)
                : 0;
}

const struct fp_class fp__axes_class = {
    .name = "axes",
    .size = sizeof(struct fp_axes),
    .traverse = axes_traverse,
    .close = axes_close,
    .bytes = axes_bytes,
};

struct fp__axes_body *
fp__axes_open(struct fp_axes *ax)
{
    fp__object_check(ax, &fp__axes_class);
    if (ax && ax->body)
        return ax->body;
    fp__fail_closed(ax ? ax->base.ctx : NULL, "axes");
    return NULL;
}

/* Those of an axes that follows another one are not its own. */
static void
reset_limits(struct fp_axes *ax, bool y)
{
    struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;

    if (fp__share_follows(ax, y))
        return;
    axis->curve.kind = FP__CURVE_LINEAR;
    axis->lim[0] = 0;
    axis->lim[1] = 1;
    axis->fits = false;
    axis->by_hand = false;
    axis->margin = FP__MARGIN;
    fp__tick_plan_destroy(axis->plan);
    axis->plan = NULL;
    fp__share_spread(ax, y);
}

static void
reset_looks(struct fp__axes_body *body)
{
    struct fp_grid no_grid = fp_grid_defaults();

    no_grid.on = false;
    body->axis_on = body->ticks_on = true;
    body->axis_zorder = 1.5;
    body->x.tick_labels = body->y.tick_labels = fp_tick_labels_defaults();
    for (int minor = 0; minor < 2; minor++) {
        body->x.marks[minor] = body->y.marks[minor] = fp_tick_marks_defaults(minor);
        body->x.grid[minor] = body->y.grid[minor] = no_grid;
    }
}

struct fp_axes *
fp__axes_create(struct fp_figure *fig, const struct fp__place *place)
{
    struct fp_axes *ax = fp_object_create(fig->base.ctx, &fp__axes_class);

    if (!ax)
        return NULL;
    ax->body = fp_alloc(sizeof *ax->body);
    if (!ax->body) {
        fp__fail_memory(fig->base.ctx, "axes");
        goto fail;
    }
    ax->body->figure = fp_weak_create(fig);
    if (!ax->body->figure)
        goto fail;
    ax->body->place = *place;
    ax->body->anchor[0] = ax->body->anchor[1] = .5;
    ax->body->frame_on = true;
    ax->body->facecolor = fp__style_of(ax->body)->axes;
    ax->body->x.side = FP__SIDE_BOTTOM;
    ax->body->y.side = FP__SIDE_LEFT;
    ax->body->x.tick_labels_on = ax->body->y.tick_labels_on = true;
    reset_limits(ax, false);
    reset_limits(ax, true);
    reset_looks(ax->body);
    return ax;
fail:
    fp_unref(ax);
    return NULL;
}

struct fp_figure *
fp__axes_figure(const struct fp__axes_body *body)
{
    return fp__weak_peek(body->figure);
}

enum fp_status
fp_axes_clear(struct fp_axes *ax)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    fp_ref(ax);
    drop_all_artists(ax);
    if (ax->body) {
        forget_texts(ax->body);
        reset_limits(ax, false);
        reset_limits(ax, true);
        reset_looks(ax->body);
        ax->body->cycled = 0;
        ax->body->cycled_fills = 0;
    }
    fp_unref(ax);
    return FP_OK;
}

enum fp_status
fp_axes_remove(struct fp_axes *ax)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    fp_close(ax);
    return FP_OK;
}

/* --- artists ---------------------------------------------------------------------------------- */

enum fp_status
fp__axes_take_artist(struct fp_axes *ax, struct fp__artist *artist)
{
    struct fp__axes_body *body = ax->body;
    void *artists = body->artists;

    if (!fp__grow(&artists, &body->artist_room, body->artist_count + 1, sizeof(artist))) {
        fp_unref(artist);
        return fp__fail_memory(ax->base.ctx, "artists");
    }
    body->artists = artists;
    body->artists[body->artist_count++] = artist;
    return FP_OK;
}

void
fp__axes_drop_artist(struct fp_axes *ax, struct fp__artist *artist)
{
    struct fp__axes_body *body = ax ? ax->body : NULL;

    for (size_t i = 0; body && i < body->artist_count; i++) {
        if (body->artists[i] != artist)
            continue;
        body->artist_count--;
        memmove(body->artists + i, body->artists + i + 1,
                (body->artist_count - i) * sizeof(artist));
        fp_unref(artist);
        return;
    }
}

void
fp__axes_update(struct fp_axes *ax)
{
    for (size_t i = 0; i < ax->body->artist_count; i++) {
        struct fp__artist *artist = ax->body->artists[i];
        const struct fp__artist_class *cls = (const struct fp__artist_class *)artist->base.cls;

        if (cls->update)
            cls->update(artist, ax);
    }
    fp__axes_fit(ax);
}

/* --- limits, aspect, looks -------------------------------------------------------------------- */

/* On a log axis a limit that is not above 0 is left as it was, as in matplotlib. */
static void
keep_positive(struct fp_axes *ax, const struct fp__axis *axis, double *first, double *last)
{
    struct fp__extent extent = FP__EXTENT_NONE;
    double lim[2];

    if (axis->curve.kind != FP__CURVE_LOG || fmin(*first, *last) > 0)
        return;
    fp__axes_update(ax);
    lim[0] = *first > 0 ? *first : axis->lim[0];
    lim[1] = *last > 0 ? *last : axis->lim[1];
    fp__scale_make_positive(&extent, lim);
    *first = lim[0];
    *last = lim[1];
    fp__warn(ax->base.ctx, FP_WARN_NOT_POSITIVE,
             "a limit that is not above 0 was left out on a log axis");
}

static enum fp_status
check_limits(struct fp_axes *ax, double first, double last)
{
    if (isfinite(last - first) && fabs(last - first) >= CLOSEST)
        return FP_OK;
    return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                    "axes: limits must be two different finite numbers" FP__HINT
                    "at least 1e-300 apart; from the larger to the smaller turns the axis "
                    "around");
}

static void
set_limits(struct fp_axes *ax, bool y, double first, double last)
{
    struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;

    keep_positive(ax, axis, &first, &last);
    axis->lim[0] = first;
    axis->lim[1] = last;
    axis->fits = false;
    fp__share_spread(ax, y);
}

static enum fp_status
set_by_hand(struct fp_axes *ax, bool y, double first, double last)
{
    enum fp_status status = fp__axes_open(ax) ? check_limits(ax, first, last) : FP_ERR_CLOSED;

    if (status != FP_OK)
        return status;
    (y ? &ax->body->y : &ax->body->x)->by_hand = true;
    set_limits(ax, y, first, last);
    return FP_OK;
}

enum fp_status
fp_axes_set_xlim(struct fp_axes *ax, double left, double right)
{
    return set_by_hand(ax, false, left, right);
}

enum fp_status
fp_axes_set_ylim(struct fp_axes *ax, double bottom, double top)
{
    return set_by_hand(ax, true, bottom, top);
}

enum fp_status
fp__axes_show(struct fp_axes *ax, const double extent[4])
{
    enum fp_status status = check_limits(ax, extent[0], extent[1]);

    if (status == FP_OK)
        status = check_limits(ax, extent[2], extent[3]);
    if (status != FP_OK)
        return status;
    if (!ax->body->x.by_hand)
        set_limits(ax, false, extent[0], extent[1]);
    if (!ax->body->y.by_hand)
        set_limits(ax, true, extent[2], extent[3]);
    return FP_OK;
}

static enum fp_status
get_limits(struct fp_axes *ax, bool y, double *first, double *last)
{
    struct fp__axes_body *body = fp__axes_open(ax);
    const struct fp__axis *axis;

    if (!body)
        return FP_ERR_CLOSED;
    fp__axes_update(ax);
    axis = y ? &body->y : &body->x;
    *first = axis->lim[0];
    *last = axis->lim[1];
    return FP_OK;
}

enum fp_status
fp_axes_get_xlim(struct fp_axes *ax, double *left, double *right)
{
    return get_limits(ax, false, left, right);
}

enum fp_status
fp_axes_get_ylim(struct fp_axes *ax, double *bottom, double *top)
{
    return get_limits(ax, true, bottom, top);
}

enum fp_status
fp_axes_set_aspect(struct fp_axes *ax, double aspect)
{
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return FP_ERR_CLOSED;
    if (aspect != FP_ASPECT_AUTO && !(aspect > 0 && isfinite(aspect)))
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "axes: the aspect must be a finite number above 0" FP__HINT
                        "1 makes data pixels square, FP_ASPECT_AUTO fills the axes");
    body->aspect = aspect;
    return FP_OK;
}

enum fp_status
fp_axes_set_axis(struct fp_axes *ax, bool on)
{
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return FP_ERR_CLOSED;
    body->axis_on = on;
    return FP_OK;
}

enum fp_status
fp_axes_set_ticks(struct fp_axes *ax, bool on)
{
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return FP_ERR_CLOSED;
    body->ticks_on = on;
    return FP_OK;
}

enum fp_status
fp_axes_set_axisbelow(struct fp_axes *ax, enum fp_axisbelow below)
{
    static const double zorders[] = {
        [FP_AXIS_BELOW_LINES] = 1.5, [FP_AXIS_BELOW] = .5, [FP_AXIS_ABOVE] = 2.5};
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return FP_ERR_CLOSED;
    if (below > FP_AXIS_ABOVE)
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "axes: no such place for grid and ticks" FP__HINT
                        "FP_AXIS_BELOW_LINES, FP_AXIS_BELOW or FP_AXIS_ABOVE");
    body->axis_zorder = zorders[below];
    return FP_OK;
}

enum fp_status
fp_axes_set_facecolor(struct fp_axes *ax, struct fp_color color)
{
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return FP_ERR_CLOSED;
    body->facecolor = color;
    return FP_OK;
}

bool
fp__is_in_last_row(const struct fp__place *place)
{
    return place->rows == 0 || (place->index - 1) / place->cols == place->rows - 1;
}

static bool
is_in_first_column(const struct fp__place *place)
{
    return place->rows == 0 || (place->index - 1) % place->cols == 0;
}

static void
hide_labels(struct fp__axis *axis)
{
    fp_free(axis->label.text);
    axis->label.text = NULL;
    axis->tick_labels_on = false;
}

enum fp_status
fp_axes_label_outer_x(struct fp_axes *ax)
{
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return FP_ERR_CLOSED;
    if (!fp__is_in_last_row(&body->place))
        hide_labels(&body->x);
    return FP_OK;
}

enum fp_status
fp_axes_label_outer_y(struct fp_axes *ax)
{
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return FP_ERR_CLOSED;
    if (!is_in_first_column(&body->place))
        hide_labels(&body->y);
    return FP_OK;
}

/* --- view ------------------------------------------------------------------------------------- */

enum fp_status
fp__axes_view(struct fp_axes *ax, struct fp__view *view)
{
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return FP_ERR_CLOSED;
    fp__axes_update(ax);
    view->x = fp__axis_stretch(&body->x);
    view->y = fp__axis_stretch(&body->y);
    return fp__layout_box(ax, &view->box);
}

enum fp_status
fp_axes_get_box(struct fp_axes *ax, double box[4])
{
    struct fp__view view;
    enum fp_status status = fp__axes_view(ax, &view);

    if (status != FP_OK)
        return status;
    box[0] = view.box.x0;
    box[1] = view.box.y0;
    box[2] = view.box.x1;
    box[3] = view.box.y1;
    return FP_OK;
}
