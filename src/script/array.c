/* SPDX-License-Identifier: MIT */
/* array.c: the class of arrays, and what becomes one. */
#include "script/array.h"

#include <string.h>

#include "data/array.h"
#include "data/layout.h"
#include "script/frames.h"
#include "script/library.h"
#include "script/options.h"

/* --- making ----------------------------------------------------------------------------------- */

struct fp_array **
fp__push_array_slot(lua_State *L)
{
    struct fp_array **slot = lua_newuserdatauv(L, sizeof *slot, 0);

    *slot = NULL;
    luaL_setmetatable(L, FP__ARRAY);
    return slot;
}

int
fp__push_view(lua_State *L, struct fp_array *array, ptrdiff_t offset,
              const struct fp_layout *layout)
{
    struct fp_array **slot = fp__push_array_slot(L);

    *slot = fp_array_view(array, offset, layout);
    return *slot ? 1 : fp__raise(L);
}

/* What the memory door holds ends at the script's limit; what is garbage does not count. */
static bool
has_room(lua_State *L, size_t bytes)
{
    size_t cap = fp__script_of(L)->options->memory;

    if (bytes == SIZE_MAX)
        return false;
    if (cap == 0 || bytes <= fp__room_of(L))
        return true;
    lua_gc(L, LUA_GCCOLLECT);
    return bytes <= fp__room_of(L);
}

void *
fp__push_typed_values(lua_State *L, enum fp_dtype dtype, int ndim, const size_t *shape)
{
    struct fp_layout layout = fp_layout_c(dtype, ndim, shape);
    struct fp_array **slot = fp__push_array_slot(L);
    size_t bytes = fp_layout_pack(&layout, false);
    struct fp__buffer *buffer;

    if (!has_room(L, bytes))
        fp__error(L, "an array of this size does not fit in memory" FP__OR
                     "close figures with plt.close, or allow more");
    fp__charge(L, bytes);
    buffer = fp__buffer_create(bytes);
    if (!buffer)
        fp__error(L, "out of memory for an array");
    *slot = fp__array_over(NULL, buffer, fp__buffer_bytes(buffer), &layout);
    fp__buffer_unref(buffer);
    if (!*slot)
        fp__raise(L);
    return fp__buffer_fill(buffer);
}

double *
fp__push_values(lua_State *L, int ndim, const size_t *shape)
{
    return fp__push_typed_values(L, FP_FLOAT64, ndim, shape);
}

/* --- tables ----------------------------------------------------------------------------------- */

/* The shape of nested tables, by their first elements; arrays may be rows. */
static int
table_shape(lua_State *L, int index, size_t shape[FP_MAX_NDIM])
{
    int ndim = 0;

    lua_pushvalue(L, index);
    while ((lua_istable(L, -1) || luaL_testudata(L, -1, FP__ARRAY)) && ndim < FP_MAX_NDIM) {
        shape[ndim] = (size_t)luaL_len(L, -1);
        if (shape[ndim++] == 0)
            break;
        lua_geti(L, -1, 1);
        lua_remove(L, -2);
    }
    lua_pop(L, 1);
    return ndim;
}

struct filling {
    const char *function;
    const char *what;
    int ndim;
    const size_t *shape;
    double *next;
};

static void
raise_not_a_number(lua_State *L, const struct filling *f, size_t i)
{
    fp__error(L, "%s: %s has %s where a number belongs (element %d)", f->function, f->what,
              fp__kind_of(L, -1), (int)i);
}

/* The table is on top of the stack. */
static void
fill(lua_State *L, struct filling *f, int axis)
{
    bool rows = lua_istable(L, -1) || luaL_testudata(L, -1, FP__ARRAY);

    if (!rows || (size_t)luaL_len(L, -1) != f->shape[axis])
        fp__error(L, "%s: the rows of %s are not equally long", f->function, f->what);
    for (size_t i = 1; i <= f->shape[axis]; i++) {
        lua_geti(L, -1, (lua_Integer)i);
        if (axis + 1 < f->ndim)
            fill(L, f, axis + 1);
        else if (lua_type(L, -1) == LUA_TNUMBER)
            *f->next++ = lua_tonumber(L, -1);
        else if (lua_isboolean(L, -1)) /* a mask: where = {true, false} */
            *f->next++ = lua_toboolean(L, -1);
        else
            raise_not_a_number(L, f, i);
        lua_pop(L, 1);
    }
}

static void
push_from_table(lua_State *L, int index, const char *function, const char *what)
{
    size_t shape[FP_MAX_NDIM];
    struct filling f = {function, what, table_shape(L, index, shape), shape, NULL};

    luaL_checkstack(L, FP_MAX_NDIM + 8, NULL);
    f.next = fp__push_values(L, f.ndim, shape);
    lua_pushvalue(L, index);
    fill(L, &f, 0);
    lua_pop(L, 1);
}

struct fp_array *
fp__to_array(lua_State *L, int index, const char *function, const char *what)
{
    struct fp_array **slot = luaL_testudata(L, index, FP__ARRAY);

    if (slot && *slot)
        return *slot;
    index = lua_absindex(L, index);
    if (lua_istable(L, index))
        push_from_table(L, index, function, what);
    else if (lua_type(L, index) == LUA_TNUMBER)
        *fp__push_values(L, 0, NULL) = lua_tonumber(L, index);
    else if (!fp__push_all_frames(L, index))
        fp__error(L, "%s: %s is an array or a table of numbers, not %s", function, what,
                  fp__kind_of(L, index));
    lua_replace(L, index);
    return *(struct fp_array **)lua_touserdata(L, index);
}

/* --- shapes and axes -------------------------------------------------------------------------- */

static size_t
to_size(lua_State *L, int index, const char *function)
{
    int whole;
    lua_Integer size = lua_tointegerx(L, index, &whole);

    if (!whole || size < 0)
        fp__error(L, "%s: a size is a whole number, not %s", function,
                  luaL_tolstring(L, index, NULL));
    return (size_t)size;
}

int
fp__to_shape(lua_State *L, int from, const char *function, size_t shape[FP_MAX_NDIM])
{
    bool table = lua_istable(L, from);
    int n = table ? (int)luaL_len(L, from) : lua_gettop(L) - from + 1;

    if (n < 0 || n > FP_MAX_NDIM)
        fp__error(L, "%s: an array has up to %d axes", function, FP_MAX_NDIM);
    for (int i = 0; i < n; i++) {
        if (table)
            lua_geti(L, from, i + 1);
        else
            lua_pushvalue(L, from + i);
        shape[i] = to_size(L, -1, function);
        lua_pop(L, 1);
    }
    return n;
}

int
fp__to_axis(lua_State *L, int index, const char *function, int ndim)
{
    lua_Integer axis = lua_tointeger(L, index);

    if (axis < 0)
        axis += ndim + 1;
    if (axis < 1 || axis > ndim)
        fp__error(L, "%s: there is no axis %s in an array of %d axes" FP__OR "axes count from 1",
                  function, luaL_tolstring(L, index, NULL), ndim);
    return (int)axis - 1;
}

/* --- the class -------------------------------------------------------------------------------- */

static struct fp_array *
self(lua_State *L)
{
    return fp__to_array(L, 1, "array", "what stands before the colon");
}

static int
push_shape(lua_State *L, const struct fp_layout *layout)
{
    lua_createtable(L, layout->ndim, 0);
    for (int i = 0; i < layout->ndim; i++) {
        lua_pushinteger(L, (lua_Integer)layout->shape[i]);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

/* Element or row i, from 1; nil outside, where ipairs ends. */
static int
push_element(lua_State *L, struct fp_array *array, lua_Integer i)
{
    const struct fp_layout *layout = fp_array_layout(array);
    struct fp_layout row = *layout;
    double value = 0;
    size_t index;

    if (layout->ndim == 0)
        fp__error(L, "an array without axes has no elements to count");
    if (i == 0)
        fp__error(L, "array: there is no element 0" FP__OR "they count from 1");
    i = i < 0 ? i + (lua_Integer)layout->shape[0] : i - 1;
    if (i < 0 || (size_t)i >= layout->shape[0])
        return 0;
    index = (size_t)i;
    if (layout->ndim == 1) {
        fp__try(L, fp_array_value(array, &index, &value));
        lua_pushnumber(L, value);
        return 1;
    }
    row.ndim--;
    memmove(row.shape, row.shape + 1, (size_t)row.ndim * sizeof *row.shape);
    memmove(row.strides, row.strides + 1, (size_t)row.ndim * sizeof *row.strides);
    return fp__push_view(L, array, layout->strides[0] * (ptrdiff_t)i, &row);
}

/* a[i], a.shape and its kin; methods are upvalue 1. */
static int
array_index(lua_State *L)
{
    struct fp_array *array = self(L);
    const struct fp_layout *layout = fp_array_layout(array);
    const char *name;
    int whole;

    if (lua_type(L, 2) == LUA_TNUMBER && (lua_tointegerx(L, 2, &whole), whole))
        return push_element(L, array, lua_tointeger(L, 2));
    name = fp__string(L, 2, "array", "what is asked of it");
    if (strcmp(name, "shape") == 0)
        return push_shape(L, layout);
    if (strcmp(name, "ndim") == 0)
        return lua_pushinteger(L, layout->ndim), 1;
    if (strcmp(name, "size") == 0)
        return lua_pushinteger(L, (lua_Integer)fp_array_count(array)), 1;
    if (strcmp(name, "dtype") == 0)
        return lua_pushstring(L, fp_dtype_name(layout->dtype)), 1;
    lua_getfield(L, lua_upvalueindex(1), name);
    if (strcmp(name, "T") == 0) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 1);
    }
    return 1;
}

static int
array_newindex(lua_State *L)
{
    return fp__error(L, "the values of an array do not change" FP__OR
                        "make a new one: a + b, plt.where(…), a:map(f)");
}

static int
array_compare(lua_State *L)
{
    return fp__error(L, "arrays are compared value by value" FP__OR
                        "plt.less(a, b), plt.greater(a, b), and the like");
}

static int
array_len(lua_State *L)
{
    const struct fp_layout *layout = fp_array_layout(self(L));

    lua_pushinteger(L, layout->ndim > 0 ? (lua_Integer)layout->shape[0] : 0);
    return 1;
}

static int
array_gc(lua_State *L)
{
    struct fp_array **slot = luaL_checkudata(L, 1, FP__ARRAY);

    fp_unref(*slot);
    *slot = NULL;
    return 0;
}

void
fp__array_functions(lua_State *L, const luaL_Reg *functions)
{
    luaL_setfuncs(L, functions, 0);
    luaL_getmetatable(L, FP__ARRAY);
    lua_getfield(L, -1, "methods");
    luaL_setfuncs(L, functions, 0);
    lua_pop(L, 2);
}

void
fp__open_arrays(lua_State *L)
{
    static const luaL_Reg class[] = {
        {"__newindex", array_newindex}, {"__len", array_len}, {"__lt", array_compare},
        {"__le", array_compare},        {"__gc", array_gc},   {NULL, NULL}};

    luaL_newmetatable(L, FP__ARRAY);
    luaL_setfuncs(L, class, 0);
    lua_newtable(L);
    fp__refuse_others(L, "array:", false);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "methods");
    lua_pushcclosure(L, array_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}
