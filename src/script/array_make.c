/* SPDX-License-Identifier: MIT */
/* array_make.c: arrays from sizes, steps and chance, and a Lua function over all values. */
#include <math.h>
#include <string.h>

#include "data/dtype.h"
#include "data/layout.h"
#include "script/array.h"
#include "script/library.h"
#include "script/options.h"

/* The values of the array on top of the stack. */
static size_t
count_top(lua_State *L)
{
    return fp_array_count(*(struct fp_array **)lua_touserdata(L, -1));
}

static int
filled(lua_State *L, double *values, double value)
{
    size_t n = count_top(L);

    for (size_t i = 0; i < n; i++)
        values[i] = value;
    return 1;
}

static int
make_filled(lua_State *L, const char *function, double value)
{
    size_t shape[FP_MAX_NDIM];
    int ndim = fp__to_shape(L, 1, function, shape);

    return filled(L, fp__push_values(L, ndim, shape), value);
}

static int
make_zeros(lua_State *L)
{
    return make_filled(L, "zeros", 0);
}

static int
make_ones(lua_State *L)
{
    return make_filled(L, "ones", 1);
}

/* full({2, 3}, value). */
static int
make_full(lua_State *L)
{
    double value = fp__number(L, 2, "full", "the value");

    lua_settop(L, 1);
    return make_filled(L, "full", value);
}

static int
make_array(lua_State *L)
{
    lua_settop(L, 1);
    fp__to_array(L, 1, "array", "the argument");
    return 1;
}

/* arange(n), arange(first, end[, step]): without the end, as numpy's. */
static int
make_arange(lua_State *L)
{
    bool one = lua_gettop(L) == 1;
    double first = one ? 0 : fp__number(L, 1, "arange", "the first value");
    double end = fp__number(L, one ? 1 : 2, "arange", "the end");
    double step = lua_isnoneornil(L, 3) ? 1 : fp__number(L, 3, "arange", "the step");
    double n = ceil((end - first) / step);
    size_t size;
    double *values;

    if (!(fabs(n) < 1e15))
        fp__error(L, "arange: there are not that many numbers");
    size = n > 0 ? (size_t)n : 0;
    values = fp__push_values(L, 1, &size);
    for (size_t i = 0; i < size; i++)
        values[i] = first + (double)i * step;
    return 1;
}

/* As numpy: the last value is exact. */
static double *
push_line(lua_State *L, const char *function, size_t *n)
{
    double first = fp__number(L, 1, function, "the first value");
    double last = fp__number(L, 2, function, "the last value");
    int count = lua_isnoneornil(L, 3) ? 50 : fp__integer(L, 3, function, "the number of values");
    double *values;

    if (count < 0)
        fp__error(L, "%s: the number of values is not below 0", function);
    *n = (size_t)count;
    values = fp__push_values(L, 1, n);
    for (size_t i = 0; i < *n; i++)
        values[i] = *n > 1 ? first + (double)i * ((last - first) / (double)(*n - 1)) : first;
    if (*n > 1)
        values[*n - 1] = last;
    return values;
}

static int
make_linspace(lua_State *L)
{
    size_t n;

    push_line(L, "linspace", &n);
    return 1;
}

static int
make_logspace(lua_State *L)
{
    size_t n;
    double *values = push_line(L, "logspace", &n);

    for (size_t i = 0; i < n; i++)
        values[i] = pow(10, values[i]);
    return 1;
}

/* One of the two grids: a view of the row or column, repeated without copying. */
static void
push_grid(lua_State *L, int index, int axis, const size_t shape[2])
{
    struct fp_array *array = *(struct fp_array **)lua_touserdata(L, index);
    struct fp_layout layout = *fp_array_layout(array);
    ptrdiff_t stride = layout.strides[0];

    layout.ndim = 2;
    memcpy(layout.shape, shape, 2 * sizeof *shape);
    layout.strides[axis] = stride;
    layout.strides[1 - axis] = 0;
    fp__push_view(L, array, 0, &layout);
}

static int
make_meshgrid(lua_State *L)
{
    const struct fp_layout *x = fp_array_layout(fp__to_array(L, 1, "meshgrid", "x"));
    const struct fp_layout *y = fp_array_layout(fp__to_array(L, 2, "meshgrid", "y"));
    size_t shape[2];

    if (x->ndim != 1 || y->ndim != 1)
        fp__error(L, "meshgrid: x and y have one axis each");
    shape[0] = y->shape[0];
    shape[1] = x->shape[0];
    push_grid(L, 1, 1, shape);
    push_grid(L, 2, 0, shape);
    return 2;
}

/* --- chance: xoshiro256** (Blackman and Vigna, prng.di.unimi.it), seeded by splitmix64
 * ----------------- */

static uint64_t
rotate(uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

static uint64_t
next_random(uint64_t s[4])
{
    uint64_t result = rotate(s[1] * 5, 7) * 9;
    uint64_t t = s[1] << 17;

    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

static void
seed(uint64_t s[4], uint64_t x)
{
    for (int i = 0; i < 4; i++) {
        uint64_t z = x += 0x9e3779b97f4a7c15;

        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        s[i] = z ^ (z >> 31);
    }
}

/* 0 ≤ value < 1. */
static double
uniform(uint64_t s[4])
{
    return (double)(next_random(s) >> 11) * 0x1p-53;
}

static int
make_rand(lua_State *L)
{
    uint64_t *s = fp__script_of(L)->random;
    size_t shape[FP_MAX_NDIM];
    int ndim = fp__to_shape(L, 1, "rand", shape);
    double *values = fp__push_values(L, ndim, shape);

    for (size_t i = 0, n = count_top(L); i < n; i++)
        values[i] = uniform(s);
    return 1;
}

/* Box and Muller. */
static int
make_randn(lua_State *L)
{
    uint64_t *s = fp__script_of(L)->random;
    size_t shape[FP_MAX_NDIM];
    int ndim = fp__to_shape(L, 1, "randn", shape);
    double *values = fp__push_values(L, ndim, shape);

    for (size_t i = 0, n = count_top(L); i < n; i++)
        values[i] = sqrt(-2 * log(1 - uniform(s))) * cos(6.283185307179586 * uniform(s));
    return 1;
}

static int
set_seed(lua_State *L)
{
    seed(fp__script_of(L)->random, (uint64_t)fp__integer(L, 1, "seed", "the seed"));
    return 0;
}

/* --- map -------------------------------------------------------------------------------------- */

/* a:map(f): f(value) for each value. */
static int
array_map(lua_State *L)
{
    struct fp_array *array = fp__to_array(L, 1, "map", "the array");
    const struct fp_layout *layout = fp_array_layout(array);
    struct fp__walk walk;
    ptrdiff_t offset;
    double *values;

    luaL_checktype(L, 2, LUA_TFUNCTION);
    values = fp__push_values(L, layout->ndim, layout->shape);
    fp__walk_begin(&walk, layout);
    while (fp__walk_next(&walk, &offset))
        for (size_t i = 0; i < walk.length; i++) {
            const char *at = (const char *)fp_array_data(array) + offset;
            struct fp__run run = {at + (ptrdiff_t)i * walk.stride, 0, layout->dtype,
                                  layout->swapped};

            fp__values_to_double(&run, 1, values);
            lua_pushvalue(L, 2);
            lua_pushnumber(L, *values);
            lua_call(L, 1, 1);
            *values++ = fp__number(L, -1, "map", "what the function returns");
            lua_pop(L, 1);
        }
    return 1;
}

void
fp__open_make(lua_State *L)
{
    static const luaL_Reg makers[] = {
        {"zeros", make_zeros},       {"ones", make_ones},         {"full", make_full},
        {"array", make_array},       {"arange", make_arange},     {"linspace", make_linspace},
        {"logspace", make_logspace}, {"meshgrid", make_meshgrid}, {"rand", make_rand},
        {"randn", make_randn},       {"seed", set_seed},          {NULL, NULL}};
    static const luaL_Reg methods[] = {{"map", array_map}, {NULL, NULL}};

    seed(fp__script_of(L)->random, 0);
    luaL_setfuncs(L, makers, 0);
    fp__array_functions(L, methods);
}
