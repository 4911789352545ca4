/* SPDX-License-Identifier: MIT */
/* settings.h: what the command line asks of a plot of columns. */
#ifndef CLI_PLOTS_SETTINGS_H
#define CLI_PLOTS_SETTINGS_H

#include "cli/batch/settings.h"

/* Places are those of enum fp_legend_place, from here on. */
enum fp__legend_choice { FP__LEGEND_AUTO, FP__LEGEND_OFF, FP__LEGEND_AT };

struct fp__scale_choice {
    bool given;
    struct fp_scale scale;
};

/* How many options beside -x and -y name columns, at most. */
enum { FP__COLUMN_OPTIONS = 3 };

/* Settings of a verb that plots begin with these. */
struct fp__plots {
    struct fp__settings batch;              /* first, for the rows of batch/rows.h */
    const char *x;                          /* a column; NULL: not given */
    const char *y;                          /* columns with commas between them */
    const char *others[FP__COLUMN_OPTIONS]; /* columns that other options name; NULL: not given */
    const char *colors;                     /* with commas, too */
    struct fp__scale_choice xscale;
    struct fp__scale_choice yscale;
    const char *xformat; /* of tick labels; NULL: not given */
    const char *yformat;
    int legend; /* enum fp__legend_choice, or FP__LEGEND_AT + its place */
};

_Static_assert(offsetof(struct fp__plots, batch) == 0, "shared rows count from the beginning");

#endif
