/* SPDX-License-Identifier: MIT */
/* lines.h: what the verbs have in common that draw lines: their looks. Such a verb's settings begin
 * with a struct fp__lines. */
#ifndef CLI_PLOTS_LINES_H
#define CLI_PLOTS_LINES_H

#include "cli/plots/panel.h"
#include "cli/plots/rows.h"
#include "flatplot/plot.h"

struct fp__lines {
    struct fp__plots plots; /* first */
    const char *fmt;        /* with commas between them; NULL: not given */
    double linewidth;
};

/* Fills in what is not zero. */
void fp__lines_defaults(void *settings);

/* pre, mid or post, into an enum fp_drawstyle. */
int fp__read_steps(const struct fp__given *given, void *member);

int fp__read_fmt(const struct fp__given *given, void *member);

/* Changes the options of the column drawn to what was asked for. */
void fp__lines_choose(const struct fp__panel *panel, const struct fp__series *series,
                      struct fp_plot_options *options);

/* Draws it as a line in these looks. */
int fp__lines_draw(struct fp__panel *panel, const struct fp__series *series,
                   enum fp_drawstyle drawstyle);

/* --fmt, --color, --linewidth. */
#define FP__LINE_ROWS                                                                              \
    {.name = "fmt",                                                                                \
     .brief = true,                                                                                \
     .argument = "FORMATS",                                                                        \
     .read = fp__read_fmt,                                                                         \
     .member = offsetof(struct fp__lines, fmt),                                                    \
     .help = "a format of matplotlib for each column, with commas between them: r--o, or -,:,x"},  \
        FP__PLOT_COLORS_ROW,                                                                       \
    {                                                                                              \
        .name = "linewidth", .argument = "POINTS", .read = fp__read_positive,                      \
        .member = offsetof(struct fp__lines, linewidth), .help = "width of lines: 1.5"             \
    }

#endif
