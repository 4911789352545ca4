/* SPDX-License-Identifier: MIT */
/* plots_bars.h: what bars and histograms take alike in scripts. */
#ifndef SCRIPT_PLOTS_BARS_H
#define SCRIPT_PLOTS_BARS_H

#include "flatplot/bars.h"
#include "script/options.h"

/* Options begin with those of the library, so that rows are the same for all. */
struct fp__bars_look {
    struct fp_bar_options options;
    int color; /* where the value is on the stack */
    int align;
};

/* Colours, edges, alpha and log. */
extern const struct fp__fields fp__bars_look_fields;

/* What the option color says: one colour for all, or one after the other. */
void fp__bars_take_colors(lua_State *L, struct fp__bars_look *bars);

int fp__axes_hist(lua_State *L);

#endif
