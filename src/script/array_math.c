/* SPDX-License-Identifier: MIT */
/* array_math.c: arithmetic and functions of whole arrays, with numpy's broadcasting. */
#include <math.h>
#include <string.h>

#include "data/dtype.h"
#include "data/layout.h"
#include "script/array.h"
#include "script/library.h"

enum { MOST_INPUTS = 3, BLOCK = 512 };

/* Computes n values from those of up to three inputs. */
typedef void (*kernel_fn)(double *restrict out, const double *const in[MOST_INPUTS], size_t n);

struct function {
    const char *name;
    const char *event; /* of the metatable, or NULL */
    int inputs;
    kernel_fn kernel;
};

/* --- kernels ---------------------------------------------------------------------------------- */

#define KERNEL(name, expression)                                                                   \
    static void name(double *restrict out, const double *const in[MOST_INPUTS], size_t n)          \
    {                                                                                              \
        const double *x = in[0];                                                                   \
        const double *y = in[1];                                                                   \
        const double *z = in[2];                                                                   \
                                                                                                   \
        (void)y;                                                                                   \
        (void)z;                                                                                   \
        for (size_t i = 0; i < n; i++)                                                             \
            out[i] = (expression);                                                                 \
    }

/* numpy's: the sign of the divisor. */
static double
modulo(double a, double b)
{
    double rest = fmod(a, b);

    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

/* numpy's: a NaN wins. */
static double
smaller(double a, double b)
{
    return a < b || isnan(a) ? a : b;
}

static double
larger(double a, double b)
{
    return a > b || isnan(a) ? a : b;
}

KERNEL(k_add, x[i] + y[i])
KERNEL(k_sub, x[i] - y[i])
KERNEL(k_mul, x[i] * y[i])
KERNEL(k_div, x[i] / y[i])
KERNEL(k_pow, pow(x[i], y[i]))
KERNEL(k_mod, modulo(x[i], y[i]))
KERNEL(k_neg, -x[i])
KERNEL(k_abs, fabs(x[i]))
KERNEL(k_sqrt, sqrt(x[i]))
KERNEL(k_exp, exp(x[i]))
KERNEL(k_log, log(x[i]))
KERNEL(k_log10, log10(x[i]))
KERNEL(k_sin, sin(x[i]))
KERNEL(k_cos, cos(x[i]))
KERNEL(k_tan, tan(x[i]))
KERNEL(k_floor, floor(x[i]))
KERNEL(k_isnan, isnan(x[i]) ? 1 : 0)
KERNEL(k_atan2, atan2(x[i], y[i]))
KERNEL(k_minimum, smaller(x[i], y[i]))
KERNEL(k_maximum, larger(x[i], y[i]))
KERNEL(k_equal, x[i] == y[i])
KERNEL(k_not_equal, x[i] != y[i])
KERNEL(k_less, x[i] < y[i])
KERNEL(k_less_equal, x[i] <= y[i])
KERNEL(k_greater, x[i] > y[i])
KERNEL(k_greater_equal, x[i] >= y[i])
KERNEL(k_where, x[i] != 0 ? y[i] : z[i])
KERNEL(k_clip, smaller(larger(x[i], y[i]), z[i]))

static const struct function functions[] = {
    {"add", "__add", 2, k_add},      {"subtract", "__sub", 2, k_sub},
    {"multiply", "__mul", 2, k_mul}, {"divide", "__div", 2, k_div},
    {"power", "__pow", 2, k_pow},    {"mod", "__mod", 2, k_mod},
    {"negative", "__unm", 1, k_neg}, {"abs", NULL, 1, k_abs},
    {"sqrt", NULL, 1, k_sqrt},       {"exp", NULL, 1, k_exp},
    {"log", NULL, 1, k_log},         {"log10", NULL, 1, k_log10},
    {"sin", NULL, 1, k_sin},         {"cos", NULL, 1, k_cos},
    {"tan", NULL, 1, k_tan},         {"floor", NULL, 1, k_floor},
    {"isnan", NULL, 1, k_isnan},     {"atan2", NULL, 2, k_atan2},
    {"minimum", NULL, 2, k_minimum}, {"maximum", NULL, 2, k_maximum},
    {"equal", NULL, 2, k_equal},     {"not_equal", NULL, 2, k_not_equal},
    {"less", NULL, 2, k_less},       {"less_equal", NULL, 2, k_less_equal},
    {"greater", NULL, 2, k_greater}, {"greater_equal", NULL, 2, k_greater_equal},
    {"where", NULL, 3, k_where},     {"clip", NULL, 3, k_clip},
};

/* --- broadcasting ----------------------------------------------------------------------------- */

/* Inputs in the shape of the result: an axis that is stretched has a stride of 0. */
struct plan {
    int inputs;
    int ndim;
    size_t shape[FP_MAX_NDIM];
    const char *data[MOST_INPUTS];
    struct fp_layout layout[MOST_INPUTS];
};

static void
raise_shapes(lua_State *L, const char *name, const struct fp_layout *a, const struct fp_layout *b)
{
    char one[FP__SHAPE_ROOM];
    char other[FP__SHAPE_ROOM];

    fp__shape_format(a->ndim, a->shape, one);
    fp__shape_format(b->ndim, b->shape, other);
    fp__error(L,
              "%s: the shapes %s and %s do not go together" FP__OR
              "axes are matched from the last one; equal sizes, or 1",
              name, one, other);
}

/* Widens the plan's shape by one of an input's. False when they do not go together. */
static bool
widen(struct plan *plan, const struct fp_layout *layout)
{
    int more = layout->ndim - plan->ndim;

    if (more > 0) {
        memmove(plan->shape + more, plan->shape, (size_t)plan->ndim * sizeof *plan->shape);
        memcpy(plan->shape, layout->shape, (size_t)more * sizeof *plan->shape);
        plan->ndim = layout->ndim;
    }
    for (int i = 0; i < layout->ndim; i++) {
        size_t *size = &plan->shape[plan->ndim - layout->ndim + i];

        if (*size == 1)
            *size = layout->shape[i];
        else if (layout->shape[i] != 1 && layout->shape[i] != *size)
            return false;
    }
    return true;
}

static void
stretch(struct plan *plan, int input)
{
    struct fp_layout given = plan->layout[input];
    struct fp_layout *layout = &plan->layout[input];
    int more = plan->ndim - given.ndim;

    layout->ndim = plan->ndim;
    for (int i = 0; i < plan->ndim; i++) {
        bool own = i >= more && given.shape[i - more] == plan->shape[i];

        layout->shape[i] = plan->shape[i];
        layout->strides[i] = own ? given.strides[i - more] : 0;
    }
}

static void
make_plan(lua_State *L, const struct function *f, struct plan *plan)
{
    plan->inputs = f->inputs;
    plan->ndim = 0;
    for (int i = 0; i < f->inputs; i++) {
        struct fp_array *array = fp__to_array(L, i + 1, f->name, "each argument");

        plan->layout[i] = *fp_array_layout(array);
        plan->data[i] = fp_array_data(array);
        if (!widen(plan, &plan->layout[i]))
            raise_shapes(L, f->name, &plan->layout[0], &plan->layout[i]);
    }
    for (int i = 0; i < f->inputs; i++)
        stretch(plan, i);
}

/* --- computing -------------------------------------------------------------------------------- */

struct runs {
    const char *at[MOST_INPUTS];
    ptrdiff_t stride[MOST_INPUTS];
};

/* Values that lie as the kernels need them are not copied. */
static const double *
values(const struct fp_layout *layout, const char *at, ptrdiff_t stride, size_t n, double *room)
{
    bool plain = layout->dtype == FP_FLOAT64 && !layout->swapped &&
                 stride == (ptrdiff_t)sizeof(double) && (uintptr_t)at % _Alignof(double) == 0;

    if (plain)
        return (const double *)(const void *)at;
    fp__values_to_double(&(struct fp__run){at, stride, layout->dtype, layout->swapped}, n, room);
    return room;
}

/* Where results go: doubles, or floats. */
struct results {
    enum fp_dtype dtype;
    char *next;
};

static void
narrow(const double *from, size_t n, float *to)
{
    for (size_t i = 0; i < n; i++)
        to[i] = (float)from[i];
}

static void
compute_block(const double *const in[MOST_INPUTS], kernel_fn kernel, size_t n,
              struct results *results)
{
    double room[BLOCK];
    void *next = results->next;

    results->next += n * fp_dtype_size(results->dtype);
    if (results->dtype == FP_FLOAT64) {
        kernel(next, in, n);
        return;
    }
    kernel(room, in, n);
    narrow(room, n, next);
}

static void
compute_run(const struct plan *plan, kernel_fn kernel, struct runs runs, size_t n,
            struct results *results)
{
    double room[MOST_INPUTS][BLOCK];
    const double *in[MOST_INPUTS] = {NULL};

    for (size_t done = 0, some; done < n; done += some) {
        some = n - done < BLOCK ? n - done : BLOCK;
        for (int i = 0; i < plan->inputs; i++) {
            in[i] = values(&plan->layout[i], runs.at[i], runs.stride[i], some, room[i]);
            runs.at[i] += runs.stride[i] * (ptrdiff_t)some;
        }
        compute_block(in, kernel, some, results);
    }
}

/* All inputs have one shape by now, and their walks go side by side; joined axes would not. */
static void
compute(const struct plan *plan, kernel_fn kernel, struct results results)
{
    int last = plan->ndim - 1;
    size_t n = plan->ndim > 0 ? plan->shape[last] : 1;
    size_t index[FP_MAX_NDIM] = {0};
    struct runs runs = {0};
    int axis;

    for (int i = 0; i < plan->inputs; i++) {
        runs.at[i] = plan->data[i];
        runs.stride[i] = plan->ndim > 0 ? plan->layout[i].strides[last] : 0;
    }
    do {
        compute_run(plan, kernel, runs, n, &results);
        for (axis = last - 1; axis >= 0; axis--) {
            bool back = ++index[axis] == plan->shape[axis];
            ptrdiff_t steps = back ? 1 - (ptrdiff_t)plan->shape[axis] : 1;

            for (int i = 0; i < plan->inputs; i++)
                runs.at[i] += plan->layout[i].strides[axis] * steps;
            if (!back)
                break;
            index[axis] = 0;
        }
    } while (axis >= 0);
}

/* Numbers alone give a number. */
static bool
all_numbers(lua_State *L, int n)
{
    for (int i = 1; i <= n; i++)
        if (lua_type(L, i) != LUA_TNUMBER)
            return false;
    return true;
}

/* As numpy's: numbers take the type of the arrays that they meet. */
static enum fp_dtype
type_of(lua_State *L, int n)
{
    bool floats = false;

    for (int i = 1; i <= n; i++) {
        struct fp_array **slot = luaL_testudata(L, i, FP__ARRAY);

        if (lua_type(L, i) == LUA_TNUMBER)
            continue;
        if (!slot || !*slot || fp_array_layout(*slot)->dtype != FP_FLOAT32)
            return FP_FLOAT64;
        floats = true;
    }
    return floats ? FP_FLOAT32 : FP_FLOAT64;
}

/* The function is upvalue 1. */
static int
call(lua_State *L)
{
    const struct function *f = lua_touserdata(L, lua_upvalueindex(1));
    bool number = all_numbers(L, f->inputs);
    enum fp_dtype dtype = type_of(L, f->inputs);
    struct plan plan;
    void *values;

    lua_settop(L, f->inputs); /* unary minus comes with its operand twice */
    make_plan(L, f, &plan);
    values = fp__push_typed_values(L, dtype, plan.ndim, plan.shape);
    if (fp_array_count(*(struct fp_array **)lua_touserdata(L, -1)) > 0)
        compute(&plan, f->kernel, (struct results){dtype, values});
    if (number)
        lua_pushnumber(L, *(double *)values);
    return 1;
}

void
fp__open_math(lua_State *L)
{
    luaL_getmetatable(L, FP__ARRAY);
    lua_getfield(L, -1, "methods");
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        lua_pushlightuserdata(L, (void *)&functions[i]);
        lua_pushcclosure(L, call, 1);
        lua_pushvalue(L, -1);
        lua_setfield(L, -5, functions[i].name);
        if (functions[i].event) {
            lua_pushvalue(L, -1);
            lua_setfield(L, -4, functions[i].event);
        }
        lua_setfield(L, -2, functions[i].name);
    }
    lua_pop(L, 2);
}
