/* SPDX-License-Identifier: MIT */
/* lists.h: options that are one value or a table of them.
 *
 * Each is copied into memory of Lua's that stays on the stack, and is NULL for index 0; *n is how
 * many there are. */
#ifndef SCRIPT_LISTS_H
#define SCRIPT_LISTS_H

#include "flatplot/plot.h"
#include "script/state.h"

const double *fp__list_numbers(lua_State *L, int index, const char *function, const char *what,
                               size_t *n);

/* "-" or "solid" …, "none". */
const enum fp_linestyle *fp__list_linestyles(lua_State *L, int index, const char *function,
                                             size_t *n);

/* Levels of contours: a number is how many there shall be about, and *levels stays as it is; a
 * table or an array holds them. */
void fp__list_levels(lua_State *L, int index, const char *function, const double **levels,
                     size_t *n);

#endif
