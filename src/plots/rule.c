/* SPDX-License-Identifier: MIT */
/* rule.c: the rule artist: what axhline and axvline make. It is a line in a view whose other
 * direction is the axes' own: 0 at one end, 1 at the other. */
#include <math.h>

#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "flatplot/areas.h"
#include "plots/line.h"

struct fp_rule {
    struct fp__artist artist;
    struct fp_line *line;
    double at;
    bool stands;  /* at x */
    size_t since; /* how often its axis was asked to follow when it came within the limits */
};

/* --- life ------------------------------------------------------------------------------------- */

static void
rule_close(struct fp_object *obj)
{
    struct fp_rule *rule = (struct fp_rule *)obj;

    fp__artist_close(&rule->artist);
    fp_close(rule->line);
    fp_unref(rule->line);
    rule->line = NULL;
}

static void
rule_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp_rule *rule = (struct fp_rule *)obj;

    if (rule->line)
        visit((struct fp_object *)rule->line, arg);
}

/* --- the class -------------------------------------------------------------------------------- */

static const struct fp__axis *
axis_of(const struct fp_rule *rule)
{
    const struct fp__axes_body *body = fp__artist_axes(&rule->artist)->body;

    return rule->stands ? &body->x : &body->y;
}

/* matplotlib asks for new limits only for a rule beyond them, but its data count from then on. */
static void
rule_limits(const struct fp__artist *artist, struct fp__extent *x, struct fp__extent *y)
{
    const struct fp_rule *rule = (const struct fp_rule *)artist;

    if (axis_of(rule)->follows > rule->since)
        fp__extent_add(rule->stands ? x : y, rule->at);
}

static struct fp__view
view_of(const struct fp_rule *rule, const struct fp__view *view)
{
    const struct fp__stretch across = {{.kind = FP__CURVE_LINEAR}, {0, 1}};
    struct fp__view blended = *view;

    *(rule->stands ? &blended.y : &blended.x) = across;
    return blended;
}

static enum fp_status
rule_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_rule *rule = (const struct fp_rule *)artist;
    struct fp__view blended = view_of(rule, view);

    return fp__line_draw(&rule->line->artist, &blended, canvas);
}

static size_t
rule_covered(const struct fp__artist *artist, const struct fp__view *view,
             const struct fp__box *box)
{
    const struct fp_rule *rule = (const struct fp_rule *)artist;
    struct fp__view blended = view_of(rule, view);

    return fp__line_covered(&rule->line->artist, &blended, box);
}

static const char *
rule_label(const struct fp__artist *artist)
{
    return ((const struct fp_rule *)artist)->line->label;
}

static void
rule_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    fp__line_key(&((const struct fp_rule *)artist)->line->artist, canvas, box);
}

static const struct fp__artist_class rule_class = {
    .base = {.name = "rule",
             .size = sizeof(struct fp_rule),
             .traverse = rule_traverse,
             .close = rule_close},
    .layer = FP__LAYER_LINES,
    .limits = rule_limits,
    .label = rule_label,
    .key = rule_key,
    .covered = rule_covered,
    .draw = rule_draw,
};

/* --- axhline, axvline ------------------------------------------------------------------------- */

struct fp_rule_options
fp_rule_defaults(void)
{
    return (struct fp_rule_options){.plot = fp_plot_defaults(), .to = 1};
}

static struct fp_line *
create_line(struct fp_axes *ax, const struct fp_rule *rule, const char *function,
            const struct fp_rule_options *o)
{
    struct fp_plot_options plot = o->plot;
    size_t n = 2;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    struct fp_array *at = fp_array_copy(ax->base.ctx, (double[]){rule->at, rule->at}, &layout);
    struct fp_array *across = fp_array_copy(ax->base.ctx, (double[]){o->from, o->to}, &layout);
    struct fp_line *line = NULL;

    plot.color = plot.has_color ? plot.color : fp__style_of(ax->body)->line;
    plot.has_color = true;
    if (at && across)
        line = fp__line_create(ax, function, rule->stands ? at : across, rule->stands ? across : at,
                               &plot);
    fp_unref(at);
    fp_unref(across);
    return line;
}

/* Whether the place is beyond the limits as they are now. */
static bool
is_beyond(struct fp_axes *ax, const struct fp_rule *rule)
{
    double lim[2];

    if (rule->stands)
        fp_axes_get_xlim(ax, &lim[0], &lim[1]);
    else
        fp_axes_get_ylim(ax, &lim[0], &lim[1]);
    return rule->at < fmin(lim[0], lim[1]) || rule->at > fmax(lim[0], lim[1]);
}

static struct fp_rule *
create(struct fp_axes *ax, double at, bool stands, const struct fp_rule_options *o)
{
    const char *function = stands ? "axvline" : "axhline";
    struct fp_rule *rule;

    if (!isfinite(at) || !isfinite(o->from) || !isfinite(o->to)) {
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "%s: the places must be finite" FP__HINT
                 "one in data coordinates, the ends in fractions of the axes",
                 function);
        return NULL;
    }
    rule = fp__artist_create(ax, &rule_class);
    if (!rule)
        return NULL;
    rule->at = at;
    rule->stands = stands;
    rule->since = axis_of(rule)->follows;
    rule->line = create_line(ax, rule, function, o);
    if (rule->line)
        return rule;
    fp_unref(rule);
    return NULL;
}

static struct fp_rule *
add(struct fp_axes *ax, double at, bool stands, const struct fp_rule_options *options)
{
    struct fp_rule_options chosen = options ? *options : fp_rule_defaults();
    struct fp_rule *rule = fp__axes_open(ax) ? create(ax, at, stands, &chosen) : NULL;
    bool beyond = rule && is_beyond(ax, rule);

    if (!rule || fp__axes_take_artist(ax, &rule->artist) != FP_OK)
        return NULL;
    if (beyond)
        fp__axes_follow(ax, !stands);
    return rule;
}

struct fp_rule *
fp_axes_axhline(struct fp_axes *ax, double y, const struct fp_rule_options *options)
{
    return add(ax, y, false, options);
}

struct fp_rule *
fp_axes_axvline(struct fp_axes *ax, double x, const struct fp_rule_options *options)
{
    return add(ax, x, true, options);
}
