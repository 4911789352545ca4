/* SPDX-License-Identifier: MIT */
/* plot.c: the verb plot: columns as lines. */
#include "cli/opt/message.h"
#include "cli/plots/lines.h"
#include "cli/plots/run.h"
#include "cli/verbs/verb.h"

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS, FP__PLOT_X_ROW, FP__PLOT_Y_ROW, FP__LINE_ROWS, FP__PLOT_ROWS,
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
    struct fp_plot_options options = fp_plot_defaults();
    options.label = series->label;
    fp__lines_choose(panel, series->i, &options);
    return fp_axes_plot(panel->ax, series->x, series->y, &options)
               ? 0
               : fp__message_failure(panel->ctx);
}

static int
draw(struct fp__panel *panel)
{
    return fp__panel_each(panel, draw_column, panel);
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    static const struct fp__plot_kind kind = {.verb = "plot", .draw = draw};
    int code = fp__refuse_terminal(common, &fp__verb_plot);
    return code ? code : fp__plots_run(ctx, settings, &kind, common);
}

const struct fp__verb fp__verb_plot = {
    .name = "plot",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "columns of tables and arrays as lines",
    .examples = {"flatplot plot data.csv -x date -y close,volume -o p.png",
                 "seq 100 | flatplot plot - -o p.png --fmt r--o"},
    .front = true,
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct fp__lines),
    .defaults = defaults,
    .run = run,
};
