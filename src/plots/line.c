/* SPDX-License-Identifier: MIT */
/* line.c: the line artist: what plot makes. How it looks is in line_draw.c. */
#include "plots/line.h"

#include <math.h>
#include <string.h>

#include "color/color.h"
#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"

/* --- life ------------------------------------------------------------------------------------- */

static void
drop_data(struct fp_line *line)
{
    fp_unref(line->x);
    fp_unref(line->y);
    line->x = NULL;
    line->y = NULL;
}

static void
line_close(struct fp_object *obj)
{
    struct fp_line *line = (struct fp_line *)obj;

    fp__artist_close(&line->artist);
    drop_data(line);
    fp_free(line->label);
    line->label = NULL;
}

static void
line_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp_line *line = (struct fp_line *)obj;

    if (line->x)
        visit((struct fp_object *)line->x, arg);
    if (line->y)
        visit((struct fp_object *)line->y, arg);
}

/* --- limits ----------------------------------------------------------------------------------- */

void
fp__line_limits(const struct fp__artist *artist, struct fp__extent *xs, struct fp__extent *ys)
{
    struct fp__line_walk walk = fp__line_walk((const struct fp_line *)artist);
    double x, y;

    while (fp__line_next(&walk, &x, &y)) {
        if (!isfinite(x) || !isfinite(y))
            continue;
        fp__extent_add(xs, x);
        fp__extent_add(ys, y);
    }
}

/* --- the class -------------------------------------------------------------------------------- */

static const char *
line_label(const struct fp__artist *artist)
{
    return ((const struct fp_line *)artist)->label;
}

static size_t
line_bytes(const struct fp_object *obj)
{
    const char *label = ((const struct fp_line *)obj)->label;

    return label ? strlen(label) + 1 : 0;
}

const struct fp__artist_class fp__line_class = {
    .base = {.name = "line",
             .size = sizeof(struct fp_line),
             .traverse = line_traverse,
             .close = line_close,
             .bytes = line_bytes},
    .layer = FP__LAYER_LINES,
    .limits = fp__line_limits,
    .draw = fp__line_draw,
    .label = line_label,
    .key = fp__line_key,
    .covered = fp__line_covered,
};

/* --- plot ------------------------------------------------------------------------------------- */

struct fp_plot_options
fp_plot_defaults(void)
{
    return (struct fp_plot_options){
        .alpha = 1, .linewidth = 1.5, .markersize = 6, .markeredgewidth = 1};
}

static enum fp_status
take_data(struct fp_line *line, const char *function, struct fp_array *x, struct fp_array *y)
{
    struct fp_context *ctx = line->artist.base.ctx;

    if (!y || fp_is_closed(y) || (x && fp_is_closed(x)))
        return fp__fail_closed(ctx, "array");
    if (!fp__is_column(y) || (x && !fp__is_column(x)) ||
        (x && fp_array_count(x) != fp_array_count(y)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "%s: x and y must be two columns of one length" FP__HINT
                        "arrays of shape (N,); leave x away for 0, 1, 2 …",
                        function);
    fp_ref(x);
    fp_ref(y);
    drop_data(line);
    line->x = x;
    line->y = y;
    return FP_OK;
}

enum fp_status
fp_line_set_data(struct fp_line *line, struct fp_array *x, struct fp_array *y)
{
    fp__object_check(line, &fp__line_class.base);
    if (fp_is_closed(line))
        return fp__fail_closed(line ? line->artist.base.ctx : NULL, "line");
    return take_data(line, "plot", x, y);
}

static bool
is_length(double points)
{
    return points >= 0 && isfinite(points);
}

static enum fp_status
check_options(struct fp_context *ctx, const char *function, const struct fp_plot_options *o)
{
    if (!(o->linewidth > 0) || !isfinite(o->linewidth) || o->linestyle > FP_NO_LINE ||
        o->drawstyle > FP_STEPS_POST || !(o->alpha >= 0 && o->alpha <= 1) ||
        (o->label && !fp__artist_can_write(o->label)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "%s: a width, style, alpha or label that cannot be drawn" FP__HINT
                        "the width is above 0 points, alpha from 0 to 1, labels are one line of "
                        "UTF-8",
                        function);
    if (o->marker && !fp__marker_find(o->marker))
        return fp__fail(ctx, FP_ERR_ARGUMENT, "%s: no such marker" FP__HINT FP__MARKER_NAMES,
                        function);
    if (!is_length(o->markersize) || !is_length(o->markeredgewidth))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "%s: a marker whose size or edge cannot be drawn" FP__HINT
                        "both are in points, from 0 on",
                        function);
    return FP_OK;
}

/* As matplotlib's Line2D: an edge that nobody coloured is the line's, as transparent as the face.
 */
static void
take_marker(struct fp_line *line, const struct fp_plot_options *o)
{
    line->marker = fp__marker_find(o->marker);
    line->markersize = o->markersize;
    line->markeredgewidth = o->markeredgewidth;
    line->markerface =
        o->has_markerfacecolor ? fp__color_fade(o->markerfacecolor, o->alpha) : line->color;
    line->markeredge =
        o->has_markeredgecolor ? fp__color_fade(o->markeredgecolor, o->alpha) : line->color;
    if (!o->has_markeredgecolor && line->markerface.a > 0)
        line->markeredge.a = line->markerface.a;
}

static enum fp_status
take_options(struct fp_axes *ax, struct fp_line *line, const char *function,
             const struct fp_plot_options *o)
{
    enum fp_status status = check_options(ax->base.ctx, function, o);

    if (status != FP_OK)
        return status;
    if (!fp__copy_string(&line->label, o->label))
        return fp__fail_memory(ax->base.ctx, "a label");
    line->color = fp__color_fade(
        o->has_color ? o->color : fp__style_of(ax->body)->cycle[ax->body->cycled % FP__CYCLE],
        o->alpha);
    line->linewidth = o->linewidth;
    line->linestyle = o->linestyle;
    line->drawstyle = o->drawstyle;
    take_marker(line, o);
    return FP_OK;
}

struct fp_line *
fp__line_create(struct fp_axes *ax, const char *function, struct fp_array *x, struct fp_array *y,
                const struct fp_plot_options *options)
{
    struct fp_line *line = fp__artist_create(ax, &fp__line_class);

    if (!line)
        return NULL;
    if (take_data(line, function, x, y) == FP_OK &&
        take_options(ax, line, function, options) == FP_OK)
        return line;
    fp_unref(line);
    return NULL;
}

struct fp_line *
fp_axes_plot(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
             const struct fp_plot_options *options)
{
    struct fp_plot_options defaults = fp_plot_defaults();
    struct fp_line *line;

    options = options ? options : &defaults;
    line = fp__axes_open(ax) ? fp__line_create(ax, "plot", x, y, options) : NULL;
    if (!line || fp__axes_take_artist(ax, &line->artist) != FP_OK)
        return NULL;
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
    ax->body->cycled += !options->has_color;
    return line;
}
