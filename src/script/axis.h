/* SPDX-License-Identifier: MIT */
/* axis.h: methods of axis.c that are not those of axes. */
#ifndef SCRIPT_AXIS_H
#define SCRIPT_AXIS_H

#include "flatplot/artist.h"
#include "script/state.h"

/* Of a figure: autofmt_xdate. Of a colorbar: set_ticks, set_format. */
int fp__figure_autofmt_xdate(lua_State *L);
int fp__colorbar_ticks(lua_State *L);
int fp__colorbar_format(lua_State *L);

/* Sets a colorbar's ticks to the array's numbers. */
void fp__bar_ticks(lua_State *L, struct fp_colorbar *bar, struct fp_array *ticks);

#endif
