/* SPDX-License-Identifier: MIT */
/* scatter.c: the scatter artist. How it looks is in scatter_draw.c. */
#include "plots/scatter.h"

#include <math.h>
#include <string.h>

#include "color/colormap.h"
#include "color/norm.h"
#include "core/alloc.h"
#include "core/status.h"
#include "draw/marker.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "image/coloring.h"

/* --- life ----------------------------------------------------------------------------------------
 */

/* The arrays that it holds, and how many. */
static size_t
list_arrays(struct fp_scatter *scatter, struct fp_array **held[5])
{
    struct fp_array **all[] = {&scatter->x, &scatter->y, &scatter->options.sizes,
                               &scatter->options.values, &scatter->options.norm.boundaries};

    memcpy(held, all, sizeof all);
    return sizeof all / sizeof all[0];
}

static void
scatter_close(struct fp_object *obj)
{
    struct fp_scatter *scatter = (struct fp_scatter *)obj;
    struct fp_array **held[5];
    size_t n = list_arrays(scatter, held);

    fp__artist_close(&scatter->artist);
    for (size_t i = 0; i < n; i++) {
        fp_unref(*held[i]);
        *held[i] = NULL;
    }
    fp_free(scatter->label);
    scatter->label = NULL;
}

static void
scatter_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp_array **held[5];
    size_t n = list_arrays((struct fp_scatter *)obj, held);

    for (size_t i = 0; i < n; i++)
        if (*held[i])
            visit((struct fp_object *)*held[i], arg);
}

static size_t
scatter_bytes(const struct fp_object *obj)
{
    const char *label = ((const struct fp_scatter *)obj)->label;

    return label ? strlen(label) + 1 : 0;
}

/* --- points ----------------------------------------------------------------------------------- */

static int
add_column(struct fp__columns *columns, struct fp_array *array)
{
    columns->arrays[columns->count] = array;
    return (int)columns->count++;
}

struct fp__scatter_walk
fp__scatter_walk(const struct fp_scatter *scatter)
{
    const struct fp_scatter_options *o = &scatter->options;
    struct fp__scatter_walk walk = {.scatter = scatter};

    add_column(&walk.columns, scatter->x);
    add_column(&walk.columns, scatter->y);
    walk.size_at = o->sizes ? add_column(&walk.columns, o->sizes) : 0;
    walk.value_at = o->values ? add_column(&walk.columns, o->values) : 0;
    return walk;
}

bool
fp__scatter_next(struct fp__scatter_walk *walk, struct fp__scatter_point *point)
{
    double row[FP__COLUMNS_MAX];
    bool finite;

    do {
        if (!fp__columns_next(&walk->columns, row))
            return false;
        finite = true;
        for (size_t i = 0; i < walk->columns.count; i++)
            finite &= isfinite(row[i]) != 0;
    } while (!finite);
    *point = (struct fp__scatter_point){.x = row[0],
                                        .y = row[1],
                                        .size = walk->size_at ? row[walk->size_at]
                                                              : walk->scatter->options.size,
                                        .value = walk->value_at ? row[walk->value_at] : 0};
    return true;
}

static void
scatter_limits(const struct fp__artist *artist, struct fp__extent *xs, struct fp__extent *ys)
{
    struct fp__scatter_walk walk = fp__scatter_walk((const struct fp_scatter *)artist);
    struct fp__scatter_point point;

    while (fp__scatter_next(&walk, &point)) {
        fp__extent_add(xs, point.x);
        fp__extent_add(ys, point.y);
    }
}

static size_t
scatter_covered(const struct fp__artist *artist, const struct fp__view *view,
                const struct fp__box *b)
{
    struct fp__scatter_walk walk = fp__scatter_walk((const struct fp_scatter *)artist);
    struct fp__scatter_point point;
    size_t inside = 0;

    while (fp__scatter_next(&walk, &point)) {
        double x = fp__view_x(view, point.x), y = fp__view_y(view, point.y);

        inside += x > b->x0 && x < b->x1 && y > b->y0 && y < b->y1;
    }
    return inside;
}

/* --- the class -------------------------------------------------------------------------------- */

static const char *
scatter_label(const struct fp__artist *artist)
{
    return ((const struct fp_scatter *)artist)->label;
}

static bool
scatter_coloring(const struct fp__artist *artist, struct fp__coloring *coloring)
{
    const struct fp_scatter_options *o = &((const struct fp_scatter *)artist)->options;

    *coloring = (struct fp__coloring){
        .cmap = o->cmap, .norm = fp__coloring_shown(artist, &o->norm), .alpha = o->alpha};
    return o->values != NULL;
}

const struct fp__artist_class fp__scatter_class = {
    .base = {.name = "scatter",
             .size = sizeof(struct fp_scatter),
             .traverse = scatter_traverse,
             .close = scatter_close,
             .bytes = scatter_bytes},
    .layer = FP__LAYER_PATCHES,
    .limits = scatter_limits,
    .label = scatter_label,
    .key = fp__scatter_key,
    .covered = scatter_covered,
    .coloring = scatter_coloring,
    .draw = fp__scatter_draw,
};

/* --- scatter ---------------------------------------------------------------------------------- */

struct fp_scatter_options
fp_scatter_defaults(void)
{
    struct fp_scatter_options options = {.size = 36,
                                         .marker = 'o',
                                         .norm = {.kind = FP_NORM_LINEAR, .vmin = NAN, .vmax = NAN},
                                         .alpha = 1,
                                         .linewidth = NAN};

    fp_colormap_find(NULL, "viridis", &options.cmap);
    return options;
}

bool
fp__scatter_fits(const struct fp_array *column, const struct fp_array *x)
{
    return fp__is_column(column) && fp_array_count(column) == fp_array_count(x);
}

static enum fp_status
take_data(struct fp_scatter *scatter, struct fp_array *x, struct fp_array *y,
          const struct fp_scatter_options *o)
{
    struct fp_context *ctx = scatter->artist.base.ctx;
    bool boundary = o->norm.kind == FP_NORM_BOUNDARY;

    if (fp_is_closed(x) || fp_is_closed(y) || (o->sizes && fp_is_closed(o->sizes)) ||
        (o->values && fp_is_closed(o->values)))
        return fp__fail_closed(ctx, "array");
    if (!fp__scatter_fits(x, x) || !fp__scatter_fits(y, x) ||
        (o->sizes && !fp__scatter_fits(o->sizes, x)) ||
        (o->values && !fp__scatter_fits(o->values, x)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "scatter: x, y, sizes and values must be columns of one length" FP__HINT
                        "arrays of shape (N,); one size for all is options.size");
    scatter->options = *o;
    scatter->x = fp_ref(x);
    scatter->y = fp_ref(y);
    scatter->options.sizes = fp_ref(o->sizes);
    scatter->options.values = fp_ref(o->values);
    scatter->options.norm.boundaries = boundary ? fp_ref(o->norm.boundaries) : NULL;
    return FP_OK;
}

static enum fp_status
check_look(struct fp_context *ctx, const struct fp_scatter_options *o)
{
    if (!fp__marker_find(o->marker))
        return fp__fail(ctx, FP_ERR_ARGUMENT, "scatter: no such marker" FP__HINT FP__MARKER_NAMES);
    if (!(o->size >= 0) || !isfinite(o->size) || !(o->alpha >= 0 && o->alpha <= 1) ||
        o->linewidth < 0 || isinf(o->linewidth) || (o->label && !fp__artist_can_write(o->label)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "scatter: a size, width, alpha or label that cannot be drawn" FP__HINT
                        "sizes and widths are from 0 on, alpha from 0 to 1, labels are one line "
                        "of UTF-8");
    return FP_OK;
}

/* What there is to see of the values, in the norm's domain, and of the sizes. */
static void
find_ranges(const struct fp_scatter *scatter, double values[2], double sizes[2])
{
    struct fp__scatter_walk walk = fp__scatter_walk(scatter);
    struct fp__scatter_point point;
    double above, below;

    fp_norm_domain(&scatter->options.norm, &above, &below);
    values[0] = values[1] = sizes[0] = sizes[1] = NAN;
    while (fp__scatter_next(&walk, &point)) {
        sizes[0] = fmin(sizes[0], point.size);
        sizes[1] = fmax(sizes[1], point.size);
        if (!(point.value > above && point.value < below))
            continue;
        values[0] = fmin(values[0], point.value);
        values[1] = fmax(values[1], point.value);
    }
}

static enum fp_status
take_colors(struct fp_scatter *scatter)
{
    struct fp_context *ctx = scatter->artist.base.ctx;
    struct fp_scatter_options *o = &scatter->options;
    double values[2], sizes[2];
    enum fp_status status = FP_OK;

    find_ranges(scatter, values, sizes);
    scatter->middle_size = isnan(sizes[0]) ? o->size : (sizes[0] + sizes[1]) / 2;
    if (!o->values)
        return FP_OK;
    status = fp__norm_check(ctx, &o->norm);
    if (status == FP_OK)
        status = fp__colormap_check(ctx, &o->cmap);
    if (status == FP_OK)
        status = fp__norm_fits(ctx, &o->norm, &o->cmap);
    if (status == FP_OK)
        status = fp_norm_resolve(ctx, &o->norm, values[0], values[1]);
    return status;
}

static enum fp_status
take_look(struct fp_axes *ax, struct fp_scatter *scatter)
{
    struct fp_scatter_options *o = &scatter->options;
    enum fp_status status = check_look(ax->base.ctx, o);

    if (status != FP_OK)
        return status;
    if (!fp__copy_string(&scatter->label, o->label))
        return fp__fail_memory(ax->base.ctx, "a label");
    o->label = NULL;
    scatter->marker = fp__marker_find(o->marker);
    if (!o->has_color)
        o->color = fp__style_of(ax->body)->cycle[ax->body->cycled_fills % FP__CYCLE];
    if (isnan(o->linewidth))
        o->linewidth = scatter->marker->closed ? 1 : 1.5;
    return FP_OK;
}

struct fp_scatter *
fp_axes_scatter(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
                const struct fp_scatter_options *options)
{
    struct fp_scatter_options chosen = options ? *options : fp_scatter_defaults();
    struct fp_scatter *scatter =
        fp__axes_open(ax) ? fp__artist_create(ax, &fp__scatter_class) : NULL;

    if (!scatter)
        return NULL;
    if (take_data(scatter, x, y, &chosen) != FP_OK || take_look(ax, scatter) != FP_OK ||
        take_colors(scatter) != FP_OK) {
        fp_unref(scatter);
        return NULL;
    }
    if (fp__axes_take_artist(ax, &scatter->artist) != FP_OK)
        return NULL;
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
    ax->body->cycled_fills += !chosen.has_color && !chosen.values;
    return scatter;
}
