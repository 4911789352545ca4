/* SPDX-License-Identifier: MIT */
/* positions.c: texts as data along an axis: dates and categories. */
#include "script/positions.h"

#include <string.h>

#include "data/cell.h"
#include "figure/axes.h"
#include "flatplot/date.h"
#include "script/array.h"
#include "script/options.h"

static bool
is_date(const char *text)
{
    double days;

    return fp__cell_read(text, strlen(text), &days) == FP__CELL_DATE;
}

static bool
has_categories(struct fp_axes *ax, bool y)
{
    const struct fp__tick_plan *plan = fp_is_closed(ax) ? NULL : fp__axis_plan(ax, y);

    return plan && plan->categories.count > 0;
}

static bool
are_dates(struct fp_axes *ax, bool y, const char *const *texts, size_t n)
{
    size_t dates = 0;

    while (dates < n && is_date(texts[dates]))
        dates++;
    return dates == n && !has_categories(ax, y);
}

/* Pushes a block of pointers to the texts of the table, which keeps them. */
static const char **
push_texts(lua_State *L, int index, size_t n, const char *function, const char *what)
{
    const char **texts = lua_newuserdatauv(L, (n + 1) * sizeof *texts, 0);

    for (size_t i = 0; i < n; i++) {
        if (lua_rawgeti(L, index, (lua_Integer)i + 1) != LUA_TSTRING)
            fp__error(L, "%s: %s has texts and then %s: number %d", function, what,
                      fp__kind_of(L, -1), (int)i + 1);
        texts[i] = lua_tostring(L, -1);
        lua_pop(L, 1);
    }
    return texts;
}

static void
push_dates(lua_State *L, struct fp_axes *ax, bool y, const char *const *texts, size_t n)
{
    double *values = fp__push_values(L, 1, &n);

    for (size_t i = 0; i < n; i++)
        fp__try(L, fp_date_parse(NULL, texts[i], &values[i]));
    fp__try(L, y ? fp_axes_set_ydates(ax) : fp_axes_set_xdates(ax));
}

static void
push_categories(lua_State *L, struct fp_axes *ax, bool y, const char *const *texts, size_t n)
{
    struct fp_array **slot = fp__push_array_slot(L);

    *slot = y ? fp_axes_ycategories(ax, texts, n) : fp_axes_xcategories(ax, texts, n);
    if (!*slot)
        fp__raise(L);
}

static void
push_positions(lua_State *L, struct fp_axes *ax, bool y, const char *const *texts, size_t n)
{
    if (are_dates(ax, y, texts, n))
        push_dates(L, ax, y, texts, n);
    else
        push_categories(L, ax, y, texts, n);
}

struct fp_array *
fp__to_positions(lua_State *L, int index, struct fp_axes *ax, bool y, const char *function,
                 const char *what)
{
    bool texts = lua_istable(L, index) && lua_rawgeti(L, index, 1) == LUA_TSTRING;
    size_t n;

    if (lua_istable(L, index))
        lua_pop(L, 1);
    if (!texts)
        return fp__to_array(L, index, function, what);
    luaL_checkstack(L, 8, NULL);
    n = (size_t)lua_rawlen(L, index);
    push_positions(L, ax, y, push_texts(L, index, n, function, what), n);
    lua_replace(L, index);
    lua_pop(L, 1);
    return *(struct fp_array **)lua_touserdata(L, index);
}

double
fp__position(lua_State *L, int index, struct fp_axes *ax, bool y, const char *function,
             const char *what)
{
    const char *text = lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : NULL;
    double value = 0;
    size_t first = 0;

    if (!text)
        return fp__number(L, index, function, what);
    push_positions(L, ax, y, &text, 1);
    fp__try(L, fp_array_value(*(struct fp_array **)lua_touserdata(L, -1), &first, &value));
    lua_pop(L, 1);
    return value;
}
