/* SPDX-License-Identifier: MIT */
/* bar.c: the verb bar: columns as bars. */
#include "cli/plots/bars.h"
#include "cli/verbs/verb.h"

static const struct fp__option rows[] = {FP__BAR_ROWS};

static const struct fp__plot_kind kind = {.alone = true, .draw = fp__bars_of_columns};

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
    .plot = &kind,
};
