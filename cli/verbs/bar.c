/* SPDX-License-Identifier: MIT */
/* bar.c: the verb bar: columns as bars. */
#include "cli/plots/bars.h"
#include "cli/plots/run.h"
#include "cli/verbs/verb.h"

static const struct fp__option rows[] = {FP__BAR_ROWS};

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    static const struct fp__plot_kind kind = {
        .verb = "bar", .alone = true, .draw = fp__bars_of_columns};
    int code = fp__refuse_terminal(common, &fp__verb_bar);
    return code ? code : fp__plots_run(ctx, settings, &kind, common);
}

const struct fp__verb fp__verb_bar = {
    .name = "bar",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "columns as bars, beside each other or stacked",
    .examples = {"flatplot bar sales.csv -x month -y paris,seoul -o p.png",
                 "flatplot bar sales.csv --stacked -o p.png"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct fp__bar_settings),
    .defaults = fp__bars_defaults,
    .run = run,
};
