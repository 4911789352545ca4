/* SPDX-License-Identifier: MIT */
/* stem.c: the verb stem: columns as stems from a base line. */
#include "cli/opt/message.h"
#include "cli/plots/lines.h"
#include "cli/plots/run.h"
#include "cli/verbs/verb.h"
#include "flatplot/areas.h"

struct settings {
    struct fp__plots plots;
    double bottom;
};

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__PLOT_X_ROW,
    FP__PLOT_Y_ROW,
    {.name = "bottom",
     .brief = true,
     .argument = "NUMBER",
     .read = fp__read_number,
     .member = offsetof(struct settings, bottom),
     .help = "where the base line is: 0"},
    FP__PLOT_COLORS_ROW,
    FP__PLOT_ROWS,
};

static void
defaults(void *settings)
{
    struct settings *s = settings;
    fp__plots_defaults(&s->plots);
    s->bottom = fp_stem_defaults().bottom;
}

/* matplotlib's stems are all of the first colour; here each further column has its own. */
static void
find_color(const struct fp__panel *panel, size_t i, struct fp_plot_options *line)
{
    struct fp_text name = {0};
    line->has_color = fp__panel_color(panel, i, &line->color);
    if (line->has_color || panel->first + i == 0)
        return;
    fp_text_append_format(&name, "C%zu", panel->first + i);
    line->has_color =
        !name.failed && fp_color_find(panel->ctx, fp_text_string(&name), &line->color) == FP_OK;
    fp_text_finish(&name);
}

static int
draw_column(void *data, const struct fp__series *series)
{
    struct fp__panel *panel = data;
    struct fp_stem_options options = fp_stem_defaults();
    options.bottom = ((const struct settings *)panel->settings)->bottom;
    options.label = series->label;
    find_color(panel, series->i, &options.line);
    return fp_axes_stem(panel->ax, series->x, series->y, &options)
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
    static const struct fp__plot_kind kind = {.verb = "stem", .draw = draw};
    int code = fp__refuse_terminal(common, &fp__verb_stem);
    return code ? code : fp__plots_run(ctx, settings, &kind, common);
}

const struct fp__verb fp__verb_stem = {
    .name = "stem",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "columns as stems from a base line",
    .examples = {"flatplot stem response.csv -x n -y h -o p.png",
                 "seq 10 | flatplot stem - -o p.png --bottom 5"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .run = run,
};
