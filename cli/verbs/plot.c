/* SPDX-License-Identifier: MIT */
/* plot.c: the verb plot: columns as lines. */
#include "flatplot/plot.h"

#include <math.h>

#include "cli/opt/message.h"
#include "cli/plots/rows.h"
#include "cli/plots/run.h"
#include "cli/plots/words.h"
#include "cli/verbs/verb.h"

struct settings {
    struct fp__plots plots;
    const char *fmt; /* with commas between them; NULL: not given */
    double linewidth;
};

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__PLOT_X_ROW,
    FP__PLOT_Y_ROW,
    {.name = "fmt",
     .brief = true,
     .argument = "FORMATS",
     .read = fp__read_fmt,
     .member = offsetof(struct settings, fmt),
     .help = "a format of matplotlib for each column, with commas between them: r--o, or -,:,x"},
    FP__PLOT_COLORS_ROW,
    {.name = "linewidth",
     .argument = "POINTS",
     .read = fp__read_positive,
     .member = offsetof(struct settings, linewidth),
     .help = "width of lines: 1.5"},
    FP__PLOT_ROWS,
};

static void
defaults(void *settings)
{
    struct settings *s = settings;
    fp__plots_defaults(&s->plots);
    s->linewidth = fp_plot_defaults().linewidth;
}

static struct fp_plot_options
choose(const struct fp__panel *panel, const struct settings *s, size_t i)
{
    struct fp_plot_options options = fp_plot_defaults();
    struct fp__words words;
    if (s->fmt && fp__words_at(&words, s->fmt, panel->first + i))
        fp_plot_format_parse(panel->ctx, words.word, &options);
    if (fp__panel_color(panel, i, &options.color))
        options.has_color = true;
    options.linewidth = s->linewidth;
    return options;
}

static int
draw_column(struct fp__panel *panel, struct fp_array *x, size_t i)
{
    struct fp_plot_options options = choose(panel, (const struct settings *)panel->settings, i);
    struct fp_array *y = NULL;
    int code = fp__panel_label(panel, i, &options.label);
    code = code ? code : fp__panel_y(panel, i, &y);
    if (!code && !fp_axes_plot(panel->ax, x, y, &options))
        code = fp__message_failure(panel->ctx);
    fp_unref(y);
    return code;
}

static int
draw(struct fp__panel *panel)
{
    struct fp_array *x;
    int code = fp__panel_x(panel, &x);
    for (size_t i = 0; i < panel->columns.count && !code; i++)
        code = draw_column(panel, x, i);
    fp_unref(x);
    return code;
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
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .run = run,
};
