/* SPDX-License-Identifier: MIT */
/* step.c: the verb step: columns as lines in steps. */
#include "cli/plots/lines.h"
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
draw_column(struct fp__panel *panel, const struct fp__series *series)
{
    const struct settings *s = (const struct settings *)panel->settings;
    return fp__lines_draw(panel, series, (enum fp_drawstyle)s->where);
}

static const struct fp__plot_kind kind = {.draw_column = draw_column};

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
    .plot = &kind,
};
