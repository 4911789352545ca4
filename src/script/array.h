/* SPDX-License-Identifier: MIT */
/* array.h: arrays in scripts. A userdata holds one fp_array; what is computed is of doubles (of
 * float32 when all arrays that it comes from are), in C order; views share the buffer of what they
 * show. */
#ifndef SCRIPT_ARRAY_H
#define SCRIPT_ARRAY_H

#include "flatplot/array.h"
#include "script/state.h"

#define FP__ARRAY "array"

/* Pushes an array that holds nothing yet and returns where it is put (before anything may raise).
 */
struct fp_array **fp__push_array_slot(lua_State *L);

/* Pushes an array over part of the same buffer (fp_array_view). */
int fp__push_view(lua_State *L, struct fp_array *array, ptrdiff_t offset,
                  const struct fp_layout *layout);

/* Pushes an array of doubles and returns its values, to be filled in before anybody sees it. */
double *fp__push_values(lua_State *L, int ndim, const size_t *shape);

/* The same for any type. */
void *fp__push_typed_values(lua_State *L, enum fp_dtype dtype, int ndim, const size_t *shape);

/* The array at the index, borrowed. A table of numbers, a number and what plt.load opened are
 * turned into one, which takes their place on the stack. Raises "function: what is …" for anything
 * else. */
struct fp_array *fp__to_array(lua_State *L, int index, const char *function, const char *what);

/* What is called with a:NAME(…) and plt.NAME(a, …). */
void fp__array_functions(lua_State *L, const luaL_Reg *functions);

/* Reads whole numbers 1, 2, 3 … or a table of them as sizes. Returns how many. */
int fp__to_shape(lua_State *L, int from, const char *function, size_t shape[FP_MAX_NDIM]);

/* An axis: 1 … ndim, or from the end −1 …; returned from 0. */
int fp__to_axis(lua_State *L, int index, const char *function, int ndim);

#endif
