/* SPDX-License-Identifier: MIT */
/* array_reduce.c: many values to one, of a whole array or along an axis, as numpy has them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/dtype.h"
#include "data/layout.h"
#include "script/array.h"
#include "script/library.h"
#include "script/options.h"

enum { BLOCK = 512 };

/* Values somewhere in memory, and what they are folded with. */
struct values {
    const char *data;
    struct fp_layout layout;
    size_t count;
    double parameter; /* of percentile */
    bool failed;      /* there was no memory */
};

/* Takes n values that come in C order. */
typedef void (*take_fn)(void *state, const double *values, size_t n);

static void
each_block(const struct values *v, take_fn take, void *state)
{
    double block[BLOCK];
    struct fp__walk walk;
    ptrdiff_t offset;

    fp__walk_begin(&walk, &v->layout);
    while (fp__walk_next(&walk, &offset))
        for (size_t done = 0, some; done < walk.length; done += some) {
            struct fp__run run = {v->data + offset + (ptrdiff_t)done * walk.stride, walk.stride,
                                  v->layout.dtype, v->layout.swapped};

            some = walk.length - done < BLOCK ? walk.length - done : BLOCK;
            fp__values_to_double(&run, some, block);
            take(state, block, some);
        }
}

/* --- sums: compensated as Neumaier's, so that order and length cost no digits ----------------- */

struct sum {
    double total;
    double lost;
    double centre;
};

static void
add(struct sum *sum, double x)
{
    double t = sum->total + x;

    sum->lost += fabs(sum->total) >= fabs(x) ? sum->total - t + x : x - t + sum->total;
    sum->total = t;
}

static void
take_sum(void *state, const double *values, size_t n)
{
    struct sum *sum = state;

    for (size_t i = 0; i < n; i++)
        add(sum, values[i]);
}

static void
take_squares(void *state, const double *values, size_t n)
{
    struct sum *sum = state;

    for (size_t i = 0; i < n; i++)
        add(sum, (values[i] - sum->centre) * (values[i] - sum->centre));
}

/* What rounding took is no number once the total is infinite. */
static double
total(const struct sum *sum)
{
    return isfinite(sum->total) ? sum->total + sum->lost : sum->total;
}

static double
fold_sum(struct values *v)
{
    struct sum sum = {0};

    each_block(v, take_sum, &sum);
    return total(&sum);
}

static double
fold_mean(struct values *v)
{
    return fold_sum(v) / (double)v->count;
}

static double
fold_std(struct values *v)
{
    struct sum sum = {.centre = fold_mean(v)};

    each_block(v, take_squares, &sum);
    return sqrt(total(&sum) / (double)v->count);
}

/* --- extremes: the first NaN wins ------------------------------------------------------------- */

struct best {
    double value;
    double sign; /* −1 for the largest */
    size_t at;
    size_t seen;
};

static void
take_best(void *state, const double *values, size_t n)
{
    struct best *best = state;

    for (size_t i = 0; i < n; i++, best->seen++) {
        double value = best->sign * values[i];

        if (best->seen == 0 || (!isnan(best->value) && !(value >= best->value))) {
            best->value = value;
            best->at = best->seen;
        }
    }
}

static struct best
find_best(const struct values *v, double sign)
{
    struct best best = {.sign = sign};

    each_block(v, take_best, &best);
    return best;
}

static double
fold_min(struct values *v)
{
    return find_best(v, 1).value;
}

static double
fold_max(struct values *v)
{
    return -find_best(v, -1).value;
}

static double
fold_argmin(struct values *v)
{
    return (double)find_best(v, 1).at + 1;
}

static double
fold_argmax(struct values *v)
{
    return (double)find_best(v, -1).at + 1;
}

/* --- percentile: numpy's linear rule ---------------------------------------------------------- */

static int
compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

static void
take_copy(void *state, const double *values, size_t n)
{
    double **next = state;

    memcpy(*next, values, n * sizeof *values);
    *next += n;
}

static double
pick(const double *sorted, size_t n, double percent)
{
    double place = percent / 100 * (double)(n - 1);
    size_t below = (size_t)floor(place);
    double part = place - (double)below;

    return below + 1 < n ? sorted[below] + (sorted[below + 1] - sorted[below]) * part
                         : sorted[n - 1];
}

static double
fold_percentile(struct values *v)
{
    double *copy = fp_alloc_array(v->count, sizeof *copy);
    double *next = copy;
    double result = NAN;
    bool nan = false;

    if (!copy) {
        v->failed = true;
        return NAN;
    }
    each_block(v, take_copy, &next);
    for (size_t i = 0; i < v->count; i++)
        nan = nan || isnan(copy[i]);
    if (!nan) {
        qsort(copy, v->count, sizeof *copy, compare);
        result = pick(copy, v->count, v->parameter);
    }
    fp_free(copy);
    return result;
}

/* --- over all, or along an axis --------------------------------------------------------------- */

struct reduction {
    const char *name;
    double (*fold)(struct values *v);
    bool needs_values; /* has no answer for none */
    bool whole;        /* the answer is a place */
    bool parameter;    /* takes a number before the axis */
};

static const struct reduction reductions[] = {
    {"sum", fold_sum, false, false, false},     {"mean", fold_mean, false, false, false},
    {"std", fold_std, false, false, false},     {"min", fold_min, true, false, false},
    {"max", fold_max, true, false, false},      {"argmin", fold_argmin, true, true, false},
    {"argmax", fold_argmax, true, true, false}, {"percentile", fold_percentile, true, false, true},
};

static struct fp_layout
without_axis(const struct fp_layout *layout, int axis)
{
    struct fp_layout left = *layout;
    size_t behind = (size_t)(layout->ndim - 1 - axis);

    left.ndim--;
    memmove(left.shape + axis, left.shape + axis + 1, behind * sizeof *left.shape);
    memmove(left.strides + axis, left.strides + axis + 1, behind * sizeof *left.strides);
    return left;
}

static struct values
all_values(struct fp_array *array)
{
    return (struct values){.data = fp_array_data(array),
                           .layout = *fp_array_layout(array),
                           .count = fp_array_count(array)};
}

/* The values along one axis; its data is set for each line. */
static struct values
line_of(const struct values *all, int axis)
{
    struct values line = *all;

    line.layout.ndim = 1;
    line.layout.shape[0] = all->layout.shape[axis];
    line.layout.strides[0] = all->layout.strides[axis];
    line.count = all->layout.shape[axis];
    return line;
}

static void
check_values(lua_State *L, const struct reduction *r, size_t count)
{
    if (count == 0 && r->needs_values)
        fp__error(L, "%s: there are no values", r->name);
}

static int
reduce_all(lua_State *L, const struct reduction *r, struct values *v)
{
    double value;

    check_values(L, r, v->count);
    value = r->fold(v);
    if (v->failed)
        fp__error(L, "%s: out of memory", r->name);
    if (r->whole)
        lua_pushinteger(L, (lua_Integer)value);
    else
        lua_pushnumber(L, value);
    return 1;
}

static int
reduce_axis(lua_State *L, const struct reduction *r, const struct values *v, int axis)
{
    struct fp_layout left = without_axis(&v->layout, axis);
    struct values line = line_of(v, axis);
    double *out = fp__push_values(L, left.ndim, left.shape);
    struct fp__walk walk;
    ptrdiff_t offset;

    check_values(L, r, line.count);
    fp__walk_begin(&walk, &left);
    while (fp__walk_next(&walk, &offset))
        for (size_t i = 0; i < walk.length; i++) {
            line.data = v->data + offset + (ptrdiff_t)i * walk.stride;
            *out++ = r->fold(&line);
        }
    if (line.failed)
        fp__error(L, "%s: out of memory", r->name);
    return 1;
}

/* The reduction is upvalue 1. */
static int
reduce(lua_State *L)
{
    const struct reduction *r = lua_touserdata(L, lua_upvalueindex(1));
    struct values v = all_values(fp__to_array(L, 1, r->name, "the first argument"));
    int axis_at = r->parameter ? 3 : 2;

    if (r->parameter)
        v.parameter = fp__number(L, 2, r->name, "the percentage");
    if (r->parameter && !(v.parameter >= 0 && v.parameter <= 100))
        fp__error(L, "%s: from 0 to 100, not %s", r->name, luaL_tolstring(L, 2, NULL));
    if (lua_isnoneornil(L, axis_at))
        return reduce_all(L, r, &v);
    return reduce_axis(L, r, &v, fp__to_axis(L, axis_at, r->name, v.layout.ndim));
}

/* --- cumsum ----------------------------------------------------------------------------------- */

/* Of all values in C order, in one row. */
static int
cumsum_all(lua_State *L, const struct values *v)
{
    double *out = fp__push_values(L, 1, &v->count);
    double *next = out;

    each_block(v, take_copy, &next);
    for (size_t i = 1; i < v->count; i++)
        out[i] += out[i - 1];
    return 1;
}

static int
cumsum_axis(lua_State *L, const struct values *v, int axis)
{
    double *out = fp__push_values(L, v->layout.ndim, v->layout.shape);
    struct fp_layout packed = fp_layout_c(FP_FLOAT64, v->layout.ndim, v->layout.shape);
    size_t step = (size_t)packed.strides[axis] / sizeof *out;
    double *next = out;

    each_block(v, take_copy, &next);
    for (size_t i = 0; i < v->count; i++)
        if (i / step % v->layout.shape[axis] > 0)
            out[i] += out[i - step];
    return 1;
}

static int
cumsum(lua_State *L)
{
    struct values v = all_values(fp__to_array(L, 1, "cumsum", "the first argument"));

    if (lua_isnoneornil(L, 2))
        return cumsum_all(L, &v);
    return cumsum_axis(L, &v, fp__to_axis(L, 2, "cumsum", v.layout.ndim));
}

void
fp__open_reduce(lua_State *L)
{
    static const luaL_Reg others[] = {{"cumsum", cumsum}, {NULL, NULL}};

    luaL_getmetatable(L, FP__ARRAY);
    lua_getfield(L, -1, "methods");
    for (size_t i = 0; i < sizeof reductions / sizeof *reductions; i++) {
        lua_pushlightuserdata(L, (void *)&reductions[i]);
        lua_pushcclosure(L, reduce, 1);
        lua_pushvalue(L, -1);
        lua_setfield(L, -5, reductions[i].name);
        lua_setfield(L, -2, reductions[i].name);
    }
    lua_pop(L, 2);
    fp__array_functions(L, others);
}
