/* SPDX-License-Identifier: MIT */
/* errorbar.c: the verb errorbar: columns with bars over what their values may be. */
#include "cli/opt/message.h"
#include "cli/plots/errors.h"
#include "cli/plots/lines.h"
#include "cli/plots/run.h"
#include "cli/verbs/verb.h"
#include "flatplot/areas.h"

struct settings {
    struct fp__lines lines;
    double capsize; /* in points */
};

enum { YERR, XERR }; /* of fp__plots.others */

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__PLOT_X_ROW,
    FP__PLOT_Y_ROW,
    {.name = "yerr",
     .brief = true,
     .argument = "COLUMNS",
     .read = fp__read_bytes,
     .member = offsetof(struct settings, lines.plots.others[YERR]),
     .help = "half the length of the bars: a column for each one drawn, with commas between them; "
             "BELOW:ABOVE when these differ"},
    {.name = "xerr",
     .argument = "COLUMNS",
     .read = fp__read_bytes,
     .member = offsetof(struct settings, lines.plots.others[XERR]),
     .help = "the same along x; LEFT:RIGHT"},
    {.name = "capsize",
     .brief = true,
     .argument = "POINTS",
     .read = fp__read_positive,
     .member = offsetof(struct settings, capsize),
     .help = "half the length of strokes that end the bars; without it, there are none"},
    FP__LINE_ROWS,
    FP__PLOT_ROWS,
};

static void
defaults(void *settings)
{
    fp__lines_defaults(settings);
}

static int
draw_column(void *data, const struct fp__series *series)
{
    struct fp__panel *panel = data;
    const struct settings *s = (const struct settings *)panel->settings;
    struct fp_errorbar_options options = fp_errorbar_defaults();
    options.plot.label = series->label;
    options.capsize = s->capsize;
    fp__lines_choose(panel, series->i, &options.plot);
    int code = fp__errors_read(panel, s->lines.plots.others[YERR], series->i, &options.yerr);
    code =
        code ? code : fp__errors_read(panel, s->lines.plots.others[XERR], series->i, &options.xerr);
    if (!code && !fp_axes_errorbar(panel->ax, series->x, series->y, &options))
        code = fp__message_failure(panel->ctx);
    fp_unref(options.yerr);
    fp_unref(options.xerr);
    return code;
}

static int
draw(struct fp__panel *panel)
{
    return fp__panel_each(panel, draw_column, panel);
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    static const struct fp__plot_kind kind = {.verb = "errorbar", .draw = draw};
    int code = fp__refuse_terminal(common, &fp__verb_errorbar);
    return code ? code : fp__plots_run(ctx, settings, &kind, common);
}

const struct fp__verb fp__verb_errorbar = {
    .name = "errorbar",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "columns with bars over what their values may be",
    .examples = {"flatplot errorbar data.csv -x t -y v --yerr dv --capsize 3 --fmt o -o p.png",
                 "flatplot errorbar fit.csv -y v --yerr low:high -o p.png"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .run = run,
};
