/* SPDX-License-Identifier: MIT */
/* array_text.c: arrays as text: shape, type and, with up to two axes, some of the values. */
#include <math.h>

#include "data/layout.h"
#include "flatplot/text.h"
#include "script/array.h"
#include "script/library.h"

enum { MOST = 8, ENDS = 3, DIGITS = 6 };

/* To as many digits as a glance takes in. Unchanged when there is no memory. */
static double
rounded(double value)
{
    struct fp_text text = {0};
    const char *end;

    if (!isfinite(value))
        return value;
    fp_text_append_exponent(&text, value, DIGITS - 1);
    if (!text.failed)
        fp_number_parse(fp_text_string(&text), &end, &value);
    fp_text_finish(&text);
    return value;
}

static void
add_value(luaL_Buffer *text, const struct fp_array *array, const size_t *index)
{
    char number[FP_NUMBER_ROOM];
    double value;

    if (fp_array_value(array, index, &value) < 0)
        return;
    fp_number_format(rounded(value), number);
    luaL_addstring(text, number);
}

/* As Lua writes a table; of many along an axis, the first and the last. */
static void
add_values(luaL_Buffer *text, const struct fp_array *array, size_t index[FP_MAX_NDIM], int axis)
{
    const struct fp_layout *layout = fp_array_layout(array);
    size_t n = layout->shape[axis];

    luaL_addchar(text, '{');
    for (size_t i = 0; i < n; i++) {
        luaL_addstring(text, i > 0 ? ", " : "");
        if (n > MOST && i == ENDS) {
            luaL_addstring(text, "…, ");
            i = n - ENDS;
        }
        index[axis] = i;
        if (axis + 1 < layout->ndim)
            add_values(text, array, index, axis + 1);
        else
            add_value(text, array, index);
    }
    luaL_addchar(text, '}');
}

static int
array_tostring(lua_State *L)
{
    struct fp_array *array = fp__to_array(L, 1, "array", "what stands before the colon");
    const struct fp_layout *layout = fp_array_layout(array);
    size_t index[FP_MAX_NDIM];
    char shape[FP__SHAPE_ROOM];
    luaL_Buffer text;

    fp__shape_format(layout->ndim, layout->shape, shape);
    lua_pushfstring(L, "array %s %s", shape, fp_dtype_name(layout->dtype));
    if (layout->ndim < 1 || layout->ndim > 2)
        return 1;
    lua_pushliteral(L, " ");
    luaL_buffinit(L, &text);
    add_values(&text, array, index, 0);
    luaL_pushresult(&text);
    lua_concat(L, 3);
    return 1;
}

void
fp__open_array_text(lua_State *L)
{
    luaL_getmetatable(L, FP__ARRAY);
    lua_pushcfunction(L, array_tostring);
    lua_setfield(L, -2, "__tostring");
    lua_pop(L, 1);
}
