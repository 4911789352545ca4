/* SPDX-License-Identifier: MIT */
/* fill_between.c: the verb fill_between: areas between columns, or from 0 to them. */
#include "cli/plots/lines.h"
#include "cli/verbs/verb.h"
#include "flatplot/areas.h"

struct settings {
    struct fp__plots plots;
    int step;         /* enum fp_drawstyle */
    bool interpolate; /* with `where` */
};

enum { Y2, WHERE }; /* of fp__plots.others */

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__PLOT_X_ROW,
    FP__PLOT_Y_ROW,
    {.name = "y2",
     .brief = true,
     .argument = "COLUMNS",
     .read = fp__read_bytes,
     .member = offsetof(struct settings, plots.others[Y2]),
     .help = "the other border: a column for each one drawn, with commas between them; else 0"},
    {.name = "where",
     .argument = "COLUMN",
     .read = fp__read_bytes,
     .member = offsetof(struct settings, plots.others[WHERE]),
     .help = "fill only where this column is not 0"},
    {.name = "interpolate",
     .read = fp__read_flag,
     .member = offsetof(struct settings, interpolate),
     .help = "with --where: on to where both borders cross"},
    {.name = "step",
     .argument = "WHERE",
     .read = fp__read_steps,
     .member = offsetof(struct settings, step),
     .help = "borders in steps: pre, mid or post, as flatplot step has them"},
    FP__PLOT_COLORS_ROW,
    FP__PLOT_ALPHA_ROW,
    FP__PLOT_ROWS,
};

static void
defaults(void *settings)
{
    struct settings *s = settings;
    fp__plots_defaults(&s->plots);
    s->step = FP_STRAIGHT;
}

/* The other border of the i-th column, and the mask. */
static int
read_others(struct fp__panel *panel, size_t i, struct fp_array **y2, struct fp_array **where)
{
    const char *const *others = panel->settings->others;
    int code = others[Y2] ? fp__panel_word(panel, others[Y2], i, y2) : 0;
    return !code && others[WHERE] ? fp__panel_column(panel, others[WHERE], where) : code;
}

static int
draw_column(struct fp__panel *panel, const struct fp__series *series)
{
    const struct settings *s = (const struct settings *)panel->settings;
    struct fp_fill_between_options options = fp_fill_between_defaults();
    struct fp_array *y2 = NULL;
    options.step = (enum fp_drawstyle)s->step;
    options.interpolate = s->interpolate;
    options.area.alpha = s->plots.batch.alpha;
    options.area.label = series->label;
    options.area.has_color = fp__panel_color(panel, series->i, &options.area.color);
    int code = read_others(panel, series->i, &y2, &options.where);
    if (!code)
        code = fp__panel_drawn(panel,
                               fp_axes_fill_between(panel->ax, series->x, series->y, y2, &options));
    fp_unref(y2);
    fp_unref(options.where);
    return code;
}

static const struct fp__plot_kind kind = {.draw_column = draw_column};

const struct fp__verb fp__verb_fill_between = {
    .name = "fill_between",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "areas between columns, or from 0 to them",
    .examples = {"flatplot fill_between fit.csv -x t -y low --y2 high --alpha 0.3 -o p.png",
                 "flatplot fill_between load.csv -o p.png --step post"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .plot = &kind,
};
