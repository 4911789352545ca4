/* SPDX-License-Identifier: MIT */
/* bars.h: what the verbs bar and barh have in common, which is all but the way bars run. */
#ifndef CLI_PLOTS_BARS_H
#define CLI_PLOTS_BARS_H

#include "cli/plots/panel.h"
#include "cli/plots/rows.h"

struct fp__bar_settings {
    struct fp__plots plots; /* first */
    bool stacked;
    double width; /* of all bars at one place, as a part of the least distance between places */
};

void fp__bars_defaults(void *settings);

#define FP__BAR_ROWS                                                                               \
    FP__PLOT_OUTPUT_ROWS, FP__PLOT_X_ROW, FP__PLOT_Y_ROW,                                          \
        {.name = "stacked",                                                                        \
         .brief = true,                                                                            \
         .read = fp__read_flag,                                                                    \
         .member = offsetof(struct fp__bar_settings, stacked),                                     \
         .help = "bars of several columns stand on each other, instead of beside each other"},     \
        {.name = "width",                                                                          \
         .argument = "NUMBER",                                                                     \
         .read = fp__read_positive,                                                                \
         .member = offsetof(struct fp__bar_settings, width),                                       \
         .help =                                                                                   \
             "of all bars at one place together, as a part of the way to the next place: 0.8"},    \
        FP__PLOT_COLORS_ROW, FP__PLOT_ALPHA_ROW, FP__PLOT_ROWS

/* Draws the columns of the input: upright, or lying as the panel's kind has it. */
int fp__bars_of_columns(struct fp__panel *panel);

#endif
