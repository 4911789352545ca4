/* SPDX-License-Identifier: MIT */
/* errorbar.c: the verb errorbar: columns with bars over what their values may be. */
#include "cli/plots/errors.h"
#include "cli/plots/lines.h"
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

static int
draw_column(struct fp__panel *panel, const struct fp__series *series)
{
    const struct settings *s = (const struct settings *)panel->settings;
    struct fp_errorbar_options options = fp_errorbar_defaults();
    options.capsize = s->capsize;
    fp__lines_choose(panel, series, &options.plot);
    int code = fp__errors_read(panel, s->lines.plots.others[YERR], series->i, &options.yerr);
    code =
        code ? code : fp__errors_read(panel, s->lines.plots.others[XERR], series->i, &options.xerr);
    if (!code)
        code = fp__panel_drawn(panel, fp_axes_errorbar(panel->ax, series->x, series->y, &options));
    fp_unref(options.yerr);
    fp_unref(options.xerr);
    return code;
}

static const struct fp__plot_kind kind = {.draw_column = draw_column};

const struct fp__verb fp__verb_errorbar = {
    .name = "errorbar",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "columns with bars over what their values may be",
    .examples = {"flatplot errorbar data.csv -x t -y v --yerr dv --capsize 3 --fmt o -o p.png",
                 "flatplot errorbar fit.csv -y v --yerr low:high -o p.png"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = fp__lines_defaults,
    .plot = &kind,
};
