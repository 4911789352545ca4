/* SPDX-License-Identifier: MIT */
/* array_view.c: other shapes over the same values: reshape, T, slice. */
#include <string.h>

#include "data/layout.h"
#include "script/array.h"
#include "script/library.h"
#include "script/options.h"

/* --- T ---------------------------------------------------------------------------------------- */

static int
array_T(lua_State *L)
{
    struct fp_array *array = fp__to_array(L, 1, "T", "the argument");
    const struct fp_layout *layout = fp_array_layout(array);
    struct fp_layout turned = *layout;

    for (int i = 0; i < layout->ndim; i++) {
        turned.shape[i] = layout->shape[layout->ndim - 1 - i];
        turned.strides[i] = layout->strides[layout->ndim - 1 - i];
    }
    return fp__push_view(L, array, 0, &turned);
}

/* --- reshape ---------------------------------------------------------------------------------- */

static bool
is_packed(const struct fp_layout *layout)
{
    struct fp_layout packed = *layout;

    fp_layout_pack(&packed, false);
    for (int i = 0; i < layout->ndim; i++)
        if (layout->shape[i] > 1 && layout->strides[i] != packed.strides[i])
            return false;
    return true;
}

/* Like reshape's sizes, of which one may be −1: what is left. */
static int
to_wanted(lua_State *L, size_t count, size_t shape[FP_MAX_NDIM])
{
    bool table = lua_istable(L, 2);
    int n = table ? (int)luaL_len(L, 2) : lua_gettop(L) - 1;
    int open = -1;
    size_t product = 1;

    if (n < 0 || n > FP_MAX_NDIM)
        fp__error(L, "reshape: an array has up to %d axes", FP_MAX_NDIM);
    for (int i = 0; i < n; i++) {
        int size;

        if (table)
            lua_geti(L, 2, i + 1);
        else
            lua_pushvalue(L, 2 + i);
        size = fp__integer(L, -1, "reshape", "a size");
        lua_pop(L, 1);
        if (size < -1 || (size == -1 && open >= 0))
            fp__error(L, "reshape: a size is a whole number, and -1 once");
        open = size == -1 ? i : open;
        shape[i] = size == -1 ? 1 : (size_t)size;
        if (__builtin_mul_overflow(product, shape[i], &product))
            product = 0;
    }
    if (open >= 0 && product > 0)
        shape[open] = count / product;
    if (open >= 0 ? product == 0 || count % product != 0 : product != count)
        fp__error(L, "reshape: %d values do not fill that shape", (int)count);
    return n;
}

static struct fp_array *
push_packed(lua_State *L, struct fp_array *array)
{
    struct fp_layout packed = *fp_array_layout(array);
    struct fp_array **slot = fp__push_array_slot(L);

    fp__charge(L, fp_layout_pack(&packed, false));
    *slot = fp_array_copy(NULL, fp_array_data(array), fp_array_layout(array));
    if (!*slot)
        fp__raise(L);
    return *slot;
}

/* A view where the values lie one after the other, else of a copy that does. */
static int
array_reshape(lua_State *L)
{
    struct fp_array *array = fp__to_array(L, 1, "reshape", "the first argument");
    const struct fp_layout *layout = fp_array_layout(array);
    struct fp_layout wanted;
    size_t shape[FP_MAX_NDIM];
    int n = to_wanted(L, fp_array_count(array), shape);

    if (!is_packed(layout)) {
        array = push_packed(L, array);
        layout = fp_array_layout(array);
    }
    wanted = fp_layout_c(layout->dtype, n, shape);
    wanted.swapped = layout->swapped;
    return fp__push_view(L, array, 0, &wanted);
}

/* --- slice ------------------------------------------------------------------------------------ */

struct cut {
    struct fp_layout layout; /* what is left so far */
    ptrdiff_t offset;
};

/* From 1, or from the end −1, as string.sub has it. */
static lua_Integer
place(lua_State *L, int table, int i, lua_Integer otherwise, size_t size)
{
    lua_Integer at;

    lua_geti(L, table, i);
    at = lua_isnil(L, -1) ? otherwise : fp__integer(L, -1, "slice", "an end of a range");
    lua_pop(L, 1);
    return at < 0 ? at + (lua_Integer)size + 1 : at;
}

/* {first, last[, step]}, both included; ends beyond the array are moved to its ends. */
static void
cut_range(lua_State *L, int table, struct cut *cut, size_t size, ptrdiff_t stride)
{
    bool all = lua_geti(L, table, 3) == LUA_TNIL;
    lua_Integer step = all ? 1 : fp__integer(L, -1, "slice", "a step");
    lua_Integer first = place(L, table, 1, 1, size);
    lua_Integer last = place(L, table, 2, (lua_Integer)size, size);
    int axis = cut->layout.ndim++;

    lua_pop(L, 1);
    if (step < 1)
        fp__error(L, "slice: a step is 1 or more");
    first = first < 1 ? 1 : first;
    last = last > (lua_Integer)size ? (lua_Integer)size : last;
    cut->layout.shape[axis] = last < first ? 0 : (size_t)((last - first) / step) + 1;
    cut->layout.strides[axis] = cut->layout.shape[axis] > 1 ? stride * (ptrdiff_t)step : stride;
    if (last >= first)
        cut->offset += stride * (ptrdiff_t)(first - 1);
}

static void
cut_one(lua_State *L, int index, struct cut *cut, size_t size, ptrdiff_t stride)
{
    lua_Integer i = fp__integer(L, index, "slice", "a place");

    i = i < 0 ? i + (lua_Integer)size : i - 1;
    if (i < 0 || i >= (lua_Integer)size)
        fp__error(L, "slice: there is no element %s of %d" FP__OR "they count from 1",
                  luaL_tolstring(L, index, NULL), (int)size);
    cut->offset += stride * (ptrdiff_t)i;
}

/* a:slice({2, 5}, 3): rows 2 to 5 of column 3. nil and what is left out: all of that axis. */
static int
array_slice(lua_State *L)
{
    struct fp_array *array = fp__to_array(L, 1, "slice", "the first argument");
    const struct fp_layout *layout = fp_array_layout(array);
    struct cut cut = {.layout = *layout};
    int given = lua_gettop(L) - 1;

    if (given > layout->ndim)
        fp__error(L, "slice: %d ranges for an array of %d axes", given, layout->ndim);
    cut.layout.ndim = 0;
    for (int i = 0; i < layout->ndim; i++) {
        if (i >= given || lua_isnil(L, i + 2)) {
            cut.layout.shape[cut.layout.ndim] = layout->shape[i];
            cut.layout.strides[cut.layout.ndim++] = layout->strides[i];
        } else if (lua_istable(L, i + 2)) {
            cut_range(L, i + 2, &cut, layout->shape[i], layout->strides[i]);
        } else {
            cut_one(L, i + 2, &cut, layout->shape[i], layout->strides[i]);
        }
    }
    return fp__push_view(L, array, cut.offset, &cut.layout);
}

void
fp__open_views(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"T", array_T}, {"reshape", array_reshape}, {"slice", array_slice}, {NULL, NULL}};

    fp__array_functions(L, functions);
}
