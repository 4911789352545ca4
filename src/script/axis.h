/* SPDX-License-Identifier: MIT */
/* axis.h: what the files of axis methods share: x and y alike; methods that are not those of
 * axes. */
#ifndef SCRIPT_AXIS_H
#define SCRIPT_AXIS_H

#include "flatplot/axis.h"
#include "flatplot/tick_marks.h"
#include "script/state.h"

/* What is done in the same way to x and to y. */
struct fp__axis_calls {
    bool y;
    const char *ticks, *labels, *format;
    enum fp_status (*set_ticks)(struct fp_axes *ax, const double *values, size_t n,
                                const char *const *labels);
    enum fp_status (*set_labels)(struct fp_axes *ax, const char *const *labels, size_t n);
    enum fp_status (*each)(struct fp_axes *ax, fp_tick_fn each, void *data);
    enum fp_status (*get_look)(struct fp_axes *ax, struct fp_tick_labels *labels);
    enum fp_status (*set_look)(struct fp_axes *ax, const struct fp_tick_labels *labels);
    enum fp_status (*get_marks)(struct fp_axes *ax, bool minor, struct fp_tick_marks *marks);
    enum fp_status (*set_marks)(struct fp_axes *ax, bool minor, const struct fp_tick_marks *marks);
    enum fp_status (*set_format)(struct fp_axes *ax, const char *format);
    enum fp_status (*set_numbers)(struct fp_axes *ax, const struct fp_tick_numbers *numbers);
};

extern const struct fp__axis_calls fp__x_axis, fp__y_axis;

/* Which of both is meant, by matplotlib's words in the order of the enum. */
enum fp__which { FP__BOTH, FP__ONLY_X, FP__ONLY_Y };

extern const char *const fp__which_axes[];

/* Which ticks are meant: the major ones unless others are named. */
enum fp__which_ticks { FP__MAJOR, FP__MINOR, FP__MAJOR_AND_MINOR };

extern const char *const fp__which_ticks[];

/* matplotlib's words for enum fp_tick_direction. */
extern const char *const fp__tick_directions[];

/* Of a figure: autofmt_xdate. Of a colorbar: set_ticks, set_format. */
int fp__figure_autofmt_xdate(lua_State *L);
int fp__colorbar_ticks(lua_State *L);
int fp__colorbar_format(lua_State *L);

/* Sets a colorbar's ticks to the array's numbers. */
void fp__bar_ticks(lua_State *L, struct fp_colorbar *bar, struct fp_array *ticks);

#endif
