/* SPDX-License-Identifier: MIT */
/* barh.c: the verb barh: columns as bars that lie. */
#include "cli/plots/bars.h"
#include "cli/verbs/verb.h"

static const struct fp__option rows[] = {FP__BAR_ROWS};

static const struct fp__plot_kind kind = {
    .lying = true, .alone = true, .draw = fp__bars_of_columns};

const struct fp__verb fp__verb_barh = {
    .name = "barh",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "columns as bars that lie, beside each other or stacked",
    .examples = {"flatplot barh sales.csv -x month -y paris,seoul -o p.png",
                 "flatplot barh sales.csv --stacked -o p.png"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct fp__bar_settings),
    .defaults = fp__bars_defaults,
    .plot = &kind,
};
