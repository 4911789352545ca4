/* SPDX-License-Identifier: MIT */
/* segments.c: the segments artist: what hlines and vlines make. Its looks, its sample in a legend
 * and two of its three columns are those of a line that no axes draws. */
#include "flatplot/segments.h"

#include <math.h>
#include <string.h>

#include "color/color.h"
#include "core/alloc.h"
#include "core/status.h"
#include "draw/trace.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "plots/line.h"

struct fp_segments {
    struct fp__artist artist;
    struct fp_line *line;    /* where each begins */
    struct fp_array *to;     /* where it ends, along its own direction */
    struct fp_color *colors; /* NULL: the line's */
    size_t color_count;
    bool stand;
};

/* --- life ------------------------------------------------------------------------------------- */

static void
segments_close(struct fp_object *obj)
{
    struct fp_segments *segments = (struct fp_segments *)obj;

    fp__artist_close(&segments->artist);
    fp_close(segments->line);
    fp_unref(segments->line);
    fp_unref(segments->to);
    fp_free(segments->colors);
    segments->line = NULL;
    segments->to = NULL;
    segments->colors = NULL;
}

static void
segments_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp_segments *segments = (struct fp_segments *)obj;

    if (segments->line)
        visit((struct fp_object *)segments->line, arg);
    if (segments->to)
        visit((struct fp_object *)segments->to, arg);
}

static size_t
segments_bytes(const struct fp_object *obj)
{
    const struct fp_segments *segments = (const struct fp_segments *)obj;

    return segments->colors ? segments->color_count * sizeof *segments->colors : 0;
}

/* --- one after the other ---------------------------------------------------------------------- */

struct walk {
    struct fp__columns columns;
    bool stand;
    size_t next; /* of all, also of those that are left out */
};

static struct walk
walk_along(const struct fp_segments *segments)
{
    struct walk walk = {.columns = fp__line_columns(segments->line), .stand = segments->stand};

    walk.columns.arrays[walk.columns.count++] = segments->to;
    return walk;
}

/* The ends of the next one, x and y; false after the last. */
static bool
next_segment(struct walk *walk, double from[2], double to[2])
{
    double row[FP__COLUMNS_MAX];

    do {
        if (!fp__columns_next(&walk->columns, row))
            return false;
        walk->next++;
    } while (!isfinite(row[0]) || !isfinite(row[1]) || !isfinite(row[2]));
    from[0] = row[0];
    from[1] = row[1];
    to[0] = walk->stand ? row[0] : row[2];
    to[1] = walk->stand ? row[2] : row[1];
    return true;
}

static void
segments_limits(const struct fp__artist *artist, struct fp__extent *xs, struct fp__extent *ys)
{
    struct walk walk = walk_along((const struct fp_segments *)artist);
    double from[2], to[2];

    while (next_segment(&walk, from, to)) {
        fp__extent_add(xs, from[0]);
        fp__extent_add(xs, to[0]);
        fp__extent_add(ys, from[1]);
        fp__extent_add(ys, to[1]);
    }
}

static enum fp_status
segments_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_segments *segments = (const struct fp_segments *)artist;
    struct fp__stroke stroke = fp__line_stroke(segments->line, canvas);
    struct walk walk = walk_along(segments);
    double from[2], to[2];

    if (segments->line->linestyle == FP_NO_LINE)
        return FP_OK;
    fp__artist_clip(canvas, &view->box);
    while (next_segment(&walk, from, to)) {
        double a[2] = {fp__view_x(view, from[0]), canvas->height - fp__view_y(view, from[1])};
        double b[2] = {fp__view_x(view, to[0]), canvas->height - fp__view_y(view, to[1])};

        if (segments->colors)
            stroke.color = segments->colors[(walk.next - 1) % segments->color_count];
        fp__trace_segment(canvas, &stroke, a, b);
    }
    canvas->ops->clip(canvas, NULL);
    return FP_OK;
}

static const char *
segments_label(const struct fp__artist *artist)
{
    return ((const struct fp_segments *)artist)->line->label;
}

static void
segments_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    fp__line_key(&((const struct fp_segments *)artist)->line->artist, canvas, box);
}

static const struct fp__artist_class segments_class = {
    .base = {.name = "segments",
             .size = sizeof(struct fp_segments),
             .traverse = segments_traverse,
             .close = segments_close,
             .bytes = segments_bytes},
    .layer = FP__LAYER_LINES,
    .limits = segments_limits,
    .label = segments_label,
    .key = segments_key,
    .draw = segments_draw,
};

/* --- hlines, vlines --------------------------------------------------------------------------- */

struct fp_segments_options
fp_segments_defaults(void)
{
    return (struct fp_segments_options){.alpha = 1, .linewidth = 1.5};
}

static struct fp_plot_options
find_look(const struct fp_axes *ax, const struct fp_segments_options *o)
{
    struct fp_plot_options look = fp_plot_defaults();

    look.has_color = true;
    look.color = o->color_count > 0 ? o->colors[0] : fp__style_of(ax->body)->line;
    look.alpha = o->alpha;
    look.linewidth = o->linewidth;
    look.linestyle = o->linestyle;
    look.label = o->label;
    return look;
}

static bool
take_line(struct fp_axes *ax, struct fp_segments *segments, struct fp_array *at,
          struct fp_array *from, const struct fp_segments_options *o)
{
    struct fp_plot_options look = find_look(ax, o);

    segments->line =
        fp__line_create(ax, segments->stand ? "vlines" : "hlines", segments->stand ? at : from,
                        segments->stand ? from : at, &look);
    return segments->line != NULL;
}

static bool
take_colors(struct fp_segments *segments, const struct fp_segments_options *o)
{
    if (o->color_count < 2)
        return true;
    segments->colors = fp_alloc_array(o->color_count, sizeof *segments->colors);
    if (!segments->colors)
        return fp__fail_memory(segments->artist.base.ctx, "colours of lines") == FP_OK;
    segments->color_count = o->color_count;
    for (size_t i = 0; i < o->color_count; i++)
        segments->colors[i] = fp__color_fade(o->colors[i], o->alpha);
    return true;
}

static struct fp_segments *
create(struct fp_axes *ax, bool stand, struct fp_array *const columns[3],
       const struct fp_segments_options *o)
{
    struct fp_segments *segments = fp__artist_create(ax, &segments_class);

    if (!segments)
        return NULL;
    segments->stand = stand;
    segments->to = fp_ref(columns[2]);
    if (take_line(ax, segments, columns[0], columns[1], o) && take_colors(segments, o))
        return segments;
    fp_unref(segments);
    return NULL;
}

/* As long as the first of them. The caller unrefs what there is. */
static bool
take_columns(struct fp_context *ctx, struct fp_array *const given[3], struct fp_array *columns[3])
{
    static const char *const names[] = {"where lines are", "where lines begin", "where lines end"};
    size_t n = fp_is_closed(given[0]) ? 1 : fp_array_count(given[0]);

    for (int i = 0; i < 3; i++) {
        columns[i] = fp__column_of(ctx, given[i], n, names[i]);
        if (!columns[i])
            return false;
    }
    return true;
}

static struct fp_segments *
add(struct fp_axes *ax, bool stand, struct fp_array *at, struct fp_array *from, struct fp_array *to,
    const struct fp_segments_options *options)
{
    struct fp_segments_options chosen = options ? *options : fp_segments_defaults();
    struct fp_segments *segments = NULL;
    struct fp_array *columns[3] = {NULL, NULL, NULL};

    if (!fp__axes_open(ax))
        return NULL;
    if (take_columns(ax->base.ctx, (struct fp_array *[]){at, from, to}, columns))
        segments = create(ax, stand, columns, &chosen);
    for (int i = 0; i < 3; i++)
        fp_unref(columns[i]);
    if (!segments || fp__axes_take_artist(ax, &segments->artist) != FP_OK)
        return NULL;
    if (fp_array_count(segments->to) == 0)
        return segments; /* and nothing to follow, as in matplotlib */
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
    return segments;
}

struct fp_segments *
fp_axes_hlines(struct fp_axes *ax, struct fp_array *y, struct fp_array *from, struct fp_array *to,
               const struct fp_segments_options *options)
{
    return add(ax, false, y, from, to, options);
}

struct fp_segments *
fp_axes_vlines(struct fp_axes *ax, struct fp_array *x, struct fp_array *from, struct fp_array *to,
               const struct fp_segments_options *options)
{
    return add(ax, true, x, from, to, options);
}
