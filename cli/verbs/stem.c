/* SPDX-License-Identifier: MIT */
/* stem.c: the verb stem: columns as stems from a base line. */
#include "cli/plots/lines.h"
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
draw_column(struct fp__panel *panel, const struct fp__series *series)
{
    struct fp_stem_options options = fp_stem_defaults();
    options.bottom = ((const struct settings *)panel->settings)->bottom;
    options.label = series->label;
    find_color(panel, series->i, &options.line);
    return fp__panel_drawn(panel, fp_axes_stem(panel->ax, series->x, series->y, &options));
}

static const struct fp__plot_kind kind = {.draw_column = draw_column};

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
    .plot = &kind,
};
