/* SPDX-License-Identifier: MIT */
/* stem.c: the stem artist: stems, the marks at their heads, and the line that they stand on, drawn
 * in this order, as in matplotlib. */
#include <math.h>

#include "core/status.h"
#include "draw/trace.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "flatplot/areas.h"
#include "plots/line.h"

#define BASE_COLOR 3              /* of the style's cycle: "C3-" */
#define HEAD (.5 * (3. / 8) + .5) /* of a key's height: HandlerStem.get_ydata */

struct fp_stem {
    struct fp__artist artist;
    struct fp_line *stems, *heads; /* over the same points */
    struct fp_line *base;
    double bottom;
};

/* --- life ------------------------------------------------------------------------------------- */

static void
drop_line(struct fp_line **line)
{
    fp_close(*line);
    fp_unref(*line);
    *line = NULL;
}

static void
stem_close(struct fp_object *obj)
{
    struct fp_stem *stem = (struct fp_stem *)obj;

    fp__artist_close(&stem->artist);
    drop_line(&stem->stems);
    drop_line(&stem->heads);
    drop_line(&stem->base);
}

static void
stem_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp_stem *stem = (struct fp_stem *)obj;
    struct fp_line *lines[] = {stem->stems, stem->heads, stem->base};

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        if (lines[i])
            visit((struct fp_object *)lines[i], arg);
}

/* --- limits, legend --------------------------------------------------------------------------- */

static bool
next_stem(struct fp__columns *columns, double at[2])
{
    do {
        if (!fp__columns_next(columns, at))
            return false;
    } while (!isfinite(at[0]) || !isfinite(at[1]));
    return true;
}

static void
stem_limits(const struct fp__artist *artist, struct fp__extent *xs, struct fp__extent *ys)
{
    const struct fp_stem *stem = (const struct fp_stem *)artist;

    fp__line_limits(&stem->heads->artist, xs, ys);
    fp__line_limits(&stem->base->artist, xs, ys);
}

static const char *
stem_label(const struct fp__artist *artist)
{
    return ((const struct fp_stem *)artist)->stems->label;
}

static size_t
stem_covered(const struct fp__artist *artist, const struct fp__view *view, const struct fp__box *b)
{
    const struct fp_stem *stem = (const struct fp_stem *)artist;

    return fp__line_covered(&stem->heads->artist, view, b) +
           fp__line_covered(&stem->base->artist, view, b);
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
draw_stems(const struct fp_stem *stem, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp__columns columns = fp__line_columns(stem->stems);
    struct fp__stroke stroke = fp__line_stroke(stem->stems, canvas);
    double bottom = canvas->height - fp__view_y(view, stem->bottom);
    double at[2];

    fp__artist_clip(canvas, &view->box);
    while (next_stem(&columns, at)) {
        double x = fp__view_x(view, at[0]), y = canvas->height - fp__view_y(view, at[1]);

        fp__trace_segment(canvas, &stroke, (double[]){x, bottom}, (double[]){x, y});
    }
    canvas->ops->clip(canvas, NULL);
}

static enum fp_status
stem_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_stem *stem = (const struct fp_stem *)artist;
    enum fp_status status;

    if (stem->stems->linestyle != FP_NO_LINE)
        draw_stems(stem, view, canvas);
    status = fp__line_draw(&stem->heads->artist, view, canvas);
    return status == FP_OK ? fp__line_draw(&stem->base->artist, view, canvas) : status;
}

/* One stem, in the middle. */
static void
stem_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    const struct fp_stem *stem = (const struct fp_stem *)artist;
    struct fp__stroke stroke = fp__line_stroke(stem->stems, canvas);
    double x = (box[0] + box[2]) / 2, head = box[3] - HEAD * (box[3] - box[1]);

    if (stem->stems->linestyle != FP_NO_LINE)
        fp__trace_segment(canvas, &stroke, (double[]){x, box[3]}, (double[]){x, head});
    fp__line_key(&stem->base->artist, canvas, (double[]){box[0], box[3], box[2], box[3]});
    fp__line_key(&stem->heads->artist, canvas, (double[]){box[0], head, box[2], head});
}

static const struct fp__artist_class stem_class = {
    .base = {.name = "stem",
             .size = sizeof(struct fp_stem),
             .traverse = stem_traverse,
             .close = stem_close},
    .layer = FP__LAYER_LINES,
    .limits = stem_limits,
    .label = stem_label,
    .key = stem_key,
    .covered = stem_covered,
    .draw = stem_draw,
};

/* --- stem ------------------------------------------------------------------------------------- */

struct fp_stem_options
fp_stem_defaults(void)
{
    struct fp_stem_options options = {
        .line = fp_plot_defaults(), .marker = fp_plot_defaults(), .base = fp_plot_defaults()};

    options.marker.marker = 'o';
    options.marker.linestyle = FP_NO_LINE;
    return options;
}

static void
choose_color(struct fp_plot_options *options, struct fp_color color)
{
    options->color = options->has_color ? options->color : color;
    options->has_color = true;
}

/* From the first to the last of x that are finite. NULL without memory. */
static struct fp_array *
find_base(const struct fp_stem *stem)
{
    struct fp__columns columns = {.count = 2, .arrays = {stem->stems->x, stem->stems->y}};
    double ends[2] = {NAN, NAN}, at[2];
    size_t n = 2;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);

    while (fp__columns_next(&columns, at)) {
        if (!isfinite(at[0]))
            continue;
        ends[0] = fmin(ends[0], at[0]);
        ends[1] = fmax(ends[1], at[0]);
    }
    return fp_array_copy(stem->artist.base.ctx, ends, &layout);
}

static struct fp_line *
create_base(struct fp_axes *ax, const struct fp_stem *stem, const struct fp_plot_options *look)
{
    size_t n = 2;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    struct fp_array *x = find_base(stem);
    struct fp_array *y =
        fp_array_copy(ax->base.ctx, (double[]){stem->bottom, stem->bottom}, &layout);
    struct fp_line *base = x && y ? fp__line_create(ax, "stem", x, y, look) : NULL;

    fp_unref(x);
    fp_unref(y);
    return base;
}

static bool
take_lines(struct fp_axes *ax, struct fp_stem *stem, struct fp_array *x, struct fp_array *y,
           struct fp_stem_options *o)
{
    const struct fp__style *style = fp__style_of(ax->body);

    choose_color(&o->line, style->cycle[0]);
    choose_color(&o->marker, o->line.color);
    choose_color(&o->base, style->cycle[BASE_COLOR]);
    o->line.label = o->label;
    stem->stems = fp__line_create(ax, "stem", x, y, &o->line);
    stem->heads = stem->stems ? fp__line_create(ax, "stem", x, y, &o->marker) : NULL;
    stem->base = stem->heads ? create_base(ax, stem, &o->base) : NULL;
    return stem->base != NULL;
}

static struct fp_stem *
create(struct fp_axes *ax, struct fp_array *x, struct fp_array *y, struct fp_stem_options *o)
{
    struct fp_stem *stem;

    if (!isfinite(o->bottom)) {
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "stem: the bottom must be finite" FP__HINT "it is in data coordinates, along y");
        return NULL;
    }
    stem = fp__artist_create(ax, &stem_class);
    if (!stem)
        return NULL;
    stem->artist.container = true;
    stem->bottom = o->bottom;
    if (take_lines(ax, stem, x, y, o))
        return stem;
    fp_unref(stem);
    return NULL;
}

struct fp_stem *
fp_axes_stem(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
             const struct fp_stem_options *options)
{
    struct fp_stem_options chosen = options ? *options : fp_stem_defaults();
    struct fp_stem *stem = fp__axes_open(ax) ? create(ax, x, y, &chosen) : NULL;

    if (!stem || fp__axes_take_artist(ax, &stem->artist) != FP_OK)
        return NULL;
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
    return stem;
}
