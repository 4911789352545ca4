/* SPDX-License-Identifier: MIT */
/* step.c: the verb step: columns as lines in steps. */
#include "cli/opt/message.h"
#include "cli/plots/lines.h"
#include "cli/plots/run.h"
#include "cli/verbs/verb.h"

struct settings {
    struct fp__lines lines;
    int where; /* enum fp_drawstyle */
};

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__PLOT_X_ROW,
    FP__PLOT_Y_ROW,
    {.name = "where",
     .brief = true,
     .argument = "WHERE",
     .read = fp__read_steps,
     .member = offsetof(struct settings, where),
     .help =
         "the level changes before the step to a value (pre), half way (mid) or after it (post)"},
    FP__LINE_ROWS,
    FP__PLOT_ROWS,
};

static void
defaults(void *settings)
{
    struct settings *s = settings;
    fp__lines_defaults(&s->lines);
    s->where = FP_STEPS_PRE;
}

static int
draw_column(void *data, const struct fp__series *series)
{
    struct fp__panel *panel = data;
    struct fp_plot_options options = fp_plot_defaults();
    options.drawstyle = (enum fp_drawstyle)((const struct settings *)panel->settings)->where;
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
    static const struct fp__plot_kind kind = {.verb = "step", .draw = draw};
    int code = fp__refuse_terminal(common, &fp__verb_step);
    return code ? code : fp__plots_run(ctx, settings, &kind, common);
}

const struct fp__verb fp__verb_step = {
    .name = "step",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "columns as lines in steps",
    .examples = {"flatplot step queue.csv -x time -y length --where post -o p.png",
                 "seq 10 | flatplot step - -o p.png"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .run = run,
};
