/* SPDX-License-Identifier: MIT */
/* scatter.c: the verb scatter: columns as points, in colours and sizes of other columns. */
#include <math.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/plots/panel.h"
#include "cli/plots/rows.h"
#include "cli/verbs/verb.h"
#include "flatplot/plot.h"

struct settings {
    struct fp__plots plots;
    char marker;
    double size; /* in points² */
};

enum { COLORS, SIZES }; /* of fp__plots.others */

static int
read_marker(const struct fp__given *given, void *member)
{
    static const char known[] = ". , o v ^ < > 1 2 3 4 8 s p P * h H + x X D d | _";
    const char *name = given->value;
    if (strlen(name) != 1 || *name == ' ' || !strchr(known, *name))
        return fp__bad_value(given, "not a marker", known);
    *(char *)member = *name;
    return 0;
}

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__PLOT_X_ROW,
    FP__PLOT_Y_ROW,
    {.name = "color-by",
     .brief = true,
     .argument = "COLUMN",
     .read = fp__read_bytes,
     .member = offsetof(struct settings, plots.others[COLORS]),
     .help = "a column whose values colour the points, with a colorbar"},
    {.name = "size-by",
     .brief = true,
     .argument = "COLUMN",
     .read = fp__read_bytes,
     .member = offsetof(struct settings, plots.others[SIZES]),
     .help = "a column of the points' sizes, in points²"},
    {.name = "s",
     .letter = 's',
     .argument = "SIZE",
     .read = fp__read_positive,
     .member = offsetof(struct settings, size),
     .help = "size of all points, in points²: 36"},
    {.name = "marker",
     .argument = "MARKER",
     .read = read_marker,
     .member = offsetof(struct settings, marker),
     .help = "o or another one of matplotlib's: . v ^ s x + D …"},
    FP__PLOT_COLORS_ROW,
    FP__PLOT_ALPHA_ROW,
    FP__PLOT_VALUE_ROWS,
    FP__PLOT_ROWS,
};

static void
defaults(void *settings)
{
    struct settings *s = settings;
    struct fp_scatter_options options = fp_scatter_defaults();
    fp__plots_defaults(&s->plots);
    s->marker = options.marker;
    s->size = options.size;
}

/* What all columns drawn have in common. */
static int
choose(struct fp__panel *panel, struct fp_scatter_options *options)
{
    const struct settings *s = (const struct settings *)panel->settings;
    const char *const *others = s->plots.others;
    options->marker = s->marker;
    options->size = s->size;
    options->alpha = s->plots.batch.alpha;
    if (s->plots.batch.cmap_name)
        options->cmap = s->plots.batch.cmap;
    int code = fp__panel_norm(panel, &options->norm);
    if (!code && others[COLORS])
        code = fp__panel_column(panel, others[COLORS], &options->values);
    if (!code && others[SIZES])
        code = fp__panel_column(panel, others[SIZES], &options->sizes);
    return code;
}

/* One colorbar cannot tell of several scales. */
static int
check(const struct fp__panel *panel)
{
    const struct fp__settings *s = &panel->settings->batch;
    if (!panel->several || !panel->settings->others[COLORS] || (!isnan(s->vmin) && !isnan(s->vmax)))
        return 0;
    return fp__message_error(
        FP__EXIT_USAGE, "--color-by of several inputs on one picture needs one scale" FP__AND_HINT
                        "give --vmin and --vmax, or put {stem} into the output's name");
}

/* Colours and sizes are read for each column anew: they lie in the table. */
static int
draw_column(struct fp__panel *panel, const struct fp__series *series)
{
    struct fp_scatter_options options = fp_scatter_defaults();
    struct fp_scatter *scatter = NULL;
    int code = check(panel);
    code = code ? code : choose(panel, &options);
    options.label = series->label;
    options.has_color = !options.values && fp__panel_color(panel, series->i, &options.color);
    if (!code) {
        scatter = fp_axes_scatter(panel->ax, series->x, series->y, &options);
        code = fp__panel_drawn(panel, scatter);
    }
    if (!code && options.values && panel->first + series->i == 0) /* one goes for all */
        code = fp__panel_colorbar_by(panel, scatter, panel->settings->others[COLORS]);
    fp_unref(options.values);
    fp_unref(options.sizes);
    fp_unref(options.norm.boundaries);
    return code;
}

static const struct fp__plot_kind kind = {.draw_column = draw_column};

const struct fp__verb fp__verb_scatter = {
    .name = "scatter",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "columns as points, with colours and sizes of other columns",
    .examples = {"flatplot scatter data.csv -x mass -y speed --color-by time -o p.png",
                 "flatplot scatter points.npy -o p.png -s 4 --alpha 0.3"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .plot = &kind,
};
