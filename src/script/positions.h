/* SPDX-License-Identifier: MIT */
/* positions.h: what scripts give as data along an axis: numbers, dates and categories. */
#ifndef SCRIPT_POSITIONS_H
#define SCRIPT_POSITIONS_H

#include "flatplot/axis.h"
#include "script/state.h"

/* As fp__to_array, for values along x, or with y along y, of the axes. A table of texts is turned
 * into an array, too: into dates if all of them are dates as ISO 8601 writes them, and then the
 * axis becomes one of dates; else, and on an axis that has some, into categories. */
struct fp_array *fp__to_positions(lua_State *L, int index, struct fp_axes *ax, bool y,
                                  const char *function, const char *what);

/* The same for one value: a number, a date, or a category. */
double fp__position(lua_State *L, int index, struct fp_axes *ax, bool y, const char *function,
                    const char *what);

#endif
