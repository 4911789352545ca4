/* SPDX-License-Identifier: MIT */
/* fill.c: the fill artist: what fill_between and fill make. Its outline is in fill_walk.c, how it
 * looks in fill_draw.c. */
#include "plots/fill.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"

/* --- life ------------------------------------------------------------------------------------- */

#define HELD 4

static void
list_arrays(struct fp_fill *fill, struct fp_array **held[HELD])
{
    struct fp_array **all[HELD] = {&fill->x, &fill->y[0], &fill->y[1], &fill->where};

    memcpy(held, all, sizeof all);
}

static void
fill_close(struct fp_object *obj)
{
    struct fp_fill *fill = (struct fp_fill *)obj;
    struct fp_array **held[HELD];

    fp__artist_close(&fill->artist);
    list_arrays(fill, held);
    for (int i = 0; i < HELD; i++) {
        fp_unref(*held[i]);
        *held[i] = NULL;
    }
    fp_free(fill->label);
    fill->label = NULL;
}

static void
fill_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp_array **held[HELD];

    list_arrays((struct fp_fill *)obj, held);
    for (int i = 0; i < HELD; i++)
        if (*held[i])
            visit((struct fp_object *)*held[i], arg);
}

static size_t
fill_bytes(const struct fp_object *obj)
{
    const char *label = ((const struct fp_fill *)obj)->label;

    return label ? strlen(label) + 1 : 0;
}

/* --- limits, legend --------------------------------------------------------------------------- */

/* Only its values count, not where its lines cross. */
static void
fill_limits(const struct fp__artist *artist, struct fp__extent *x, struct fp__extent *y)
{
    const struct fp_fill *fill = (const struct fp_fill *)artist;
    struct fp__columns columns = fp__fill_columns(fill);
    struct fp__fill_row row;

    while (fp__fill_next(fill, &columns, &row)) {
        if (!row.on)
            continue;
        fp__extent_add(x, row.x);
        fp__extent_add(y, row.y[0]);
        if (fill->y[1])
            fp__extent_add(y, row.y[1]);
    }
}

/* As in matplotlib's _find_best_position: a polygon once, wherever its bounds meet the box; what
 * lies between lines never, for it is a collection without places. */
static size_t
fill_covered(const struct fp__artist *artist, const struct fp__view *view, const struct fp__box *b)
{
    struct fp__extent x = FP__EXTENT_NONE, y = FP__EXTENT_NONE;
    double left, right, bottom, top;

    fill_limits(artist, &x, &y);
    if (((const struct fp_fill *)artist)->y[1] || x.lo > x.hi)
        return 0;
    left = fp__view_x(view, x.lo);
    right = fp__view_x(view, x.hi);
    bottom = fp__view_y(view, y.lo);
    top = fp__view_y(view, y.hi);
    return fmin(left, right) < b->x1 && fmax(left, right) > b->x0 && fmin(bottom, top) < b->y1 &&
           fmax(bottom, top) > b->y0;
}

static const char *
fill_label(const struct fp__artist *artist)
{
    return ((const struct fp_fill *)artist)->label;
}

static void
fill_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    fp__patch_rectangle(&((const struct fp_fill *)artist)->look, canvas, box[0], box[1], box[2],
                        box[3]);
}

static const struct fp__artist_class fill_class = {
    .base = {.name = "area",
             .size = sizeof(struct fp_fill),
             .traverse = fill_traverse,
             .close = fill_close,
             .bytes = fill_bytes},
    .layer = FP__LAYER_PATCHES,
    .limits = fill_limits,
    .label = fill_label,
    .key = fill_key,
    .covered = fill_covered,
    .draw = fp__fill_draw,
};

/* --- fill_between, fill ----------------------------------------------------------------------- */

struct fp_fill_between_options
fp_fill_between_defaults(void)
{
    return (struct fp_fill_between_options){.area = fp_area_defaults()};
}

static bool
take_looks(struct fp_axes *ax, struct fp_fill *fill, const char *function,
           const struct fp_area_options *area)
{
    size_t next = ax->body->cycled_fills % FP__CYCLE;

    if (fp__area_check(ax->base.ctx, function, area) != FP_OK)
        return false;
    fill->look = fp__area_patch(area, fp__style_of(ax->body)->cycle[next]);
    if (fp__copy_string(&fill->label, area->label))
        return true;
    fp__fail_memory(ax->base.ctx, "a label");
    return false;
}

static bool
take_x(struct fp_fill *fill, struct fp_array *x, size_t n, const char *function)
{
    struct fp_context *ctx = fill->artist.base.ctx;

    if (x && fp_is_closed(x)) {
        fp__fail_closed(ctx, "array");
        return false;
    }
    if (x && (!fp__is_column(x) || fp_array_count(x) != n)) {
        fp__fail(ctx, FP_ERR_ARGUMENT,
                 "%s: x and y must be two columns of one length" FP__HINT
                 "arrays of shape (N,); leave x away for 0, 1, 2 …",
                 function);
        return false;
    }
    fill->x = fp_ref(x);
    return true;
}

/* One 0 for all. */
static struct fp_array *
create_zero(struct fp_context *ctx)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 0, NULL);

    return fp_array_copy(ctx, &(double){0}, &layout);
}

static bool
take_between(struct fp_fill *fill, struct fp_array *x, struct fp_array *y1, struct fp_array *y2,
             const struct fp_fill_between_options *o)
{
    struct fp_context *ctx = fill->artist.base.ctx;
    struct fp_array *second = y2 ? fp_ref(y2) : create_zero(ctx);
    size_t n = fp_array_count(x ? x : y1);

    fill->step = o->step;
    fill->interpolate = o->interpolate;
    if (second && take_x(fill, x, n, "fill_between"))
        fill->y[0] = fp__column_of(ctx, y1, n, "fill_between: y1");
    if (fill->y[0])
        fill->y[1] = fp__column_of(ctx, second, n, "fill_between: y2");
    if (fill->y[1] && o->where)
        fill->where = fp__column_of(ctx, o->where, n, "fill_between: where");
    fp_unref(second);
    return fill->y[1] && (fill->where || !o->where);
}

static struct fp_fill *
add(struct fp_axes *ax, struct fp_fill *fill, bool took_color)
{
    if (fp__axes_take_artist(ax, &fill->artist) != FP_OK)
        return NULL;
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
    ax->body->cycled_fills += took_color;
    return fill;
}

struct fp_fill *
fp_axes_fill_between(struct fp_axes *ax, struct fp_array *x, struct fp_array *y1,
                     struct fp_array *y2, const struct fp_fill_between_options *options)
{
    struct fp_fill_between_options chosen = options ? *options : fp_fill_between_defaults();
    struct fp_fill *fill = fp__axes_open(ax) ? fp__artist_create(ax, &fill_class) : NULL;

    if (!fill)
        return NULL;
    if (take_between(fill, x, y1, y2, &chosen) &&
        take_looks(ax, fill, "fill_between", &chosen.area))
        return add(ax, fill, !chosen.area.has_color);
    fp_unref(fill);
    return NULL;
}

struct fp_fill *
fp_axes_fill(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
             const struct fp_area_options *options)
{
    struct fp_area_options chosen = options ? *options : fp_area_defaults();
    struct fp_fill *fill = fp__axes_open(ax) ? fp__artist_create(ax, &fill_class) : NULL;

    if (!fill)
        return NULL;
    if (take_x(fill, x, fp_array_count(y), "fill"))
        fill->y[0] = fp__column_of(ax->base.ctx, y, fp_array_count(y), "fill: y");
    if (fill->y[0] && take_looks(ax, fill, "fill", &chosen))
        return add(ax, fill, !chosen.has_color);
    fp_unref(fill);
    return NULL;
}
