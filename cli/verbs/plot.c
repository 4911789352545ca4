/* SPDX-License-Identifier: MIT */
/* plot.c: the verb plot: columns as lines. */
#include "cli/plots/lines.h"
#include "cli/verbs/verb.h"

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS, FP__PLOT_X_ROW, FP__PLOT_Y_ROW, FP__LINE_ROWS, FP__PLOT_ROWS,
};

static int
draw_column(struct fp__panel *panel, const struct fp__series *series)
{
    return fp__lines_draw(panel, series, FP_STRAIGHT);
}

static const struct fp__plot_kind kind = {.draw_column = draw_column};

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
    .defaults = fp__lines_defaults,
    .plot = &kind,
};
