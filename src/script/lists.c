/* SPDX-License-Identifier: MIT */
/* lists.c: options that are one value or a table of them. */
#include "script/lists.h"

#include "script/array.h"
#include "script/options.h"

/* How many values the list at the index has. */
static size_t
count_list(lua_State *L, int index)
{
    return lua_istable(L, index) ? (size_t)lua_rawlen(L, index) : 1;
}

/* Pushes value i, from 0. */
static void
push_item(lua_State *L, int index, size_t i)
{
    if (lua_istable(L, index))
        lua_rawgeti(L, index, (lua_Integer)i + 1);
    else
        lua_pushvalue(L, index);
}

const double *
fp__list_numbers(lua_State *L, int index, const char *function, const char *what, size_t *n)
{
    double *numbers;

    *n = index ? count_list(L, index) : 0;
    numbers = index ? lua_newuserdatauv(L, (*n + 1) * sizeof *numbers, 0) : NULL;
    for (size_t i = 0; i < *n; i++) {
        push_item(L, index, i);
        numbers[i] = fp__number(L, -1, function, what);
        lua_pop(L, 1);
    }
    return numbers;
}

const enum fp_linestyle *
fp__list_linestyles(lua_State *L, int index, const char *function, size_t *n)
{
    enum fp_linestyle *styles;

    *n = index ? count_list(L, index) : 0;
    styles = index ? lua_newuserdatauv(L, (*n + 1) * sizeof *styles, 0) : NULL;
    for (size_t i = 0; i < *n; i++) {
        push_item(L, index, i);
        styles[i] = fp__linestyle(L, -1, function);
        lua_pop(L, 1);
    }
    return styles;
}

void
fp__list_levels(lua_State *L, int index, const char *function, const double **levels, size_t *n)
{
    struct fp_array *array;
    double *numbers;

    if (index == 0)
        return;
    if (lua_type(L, index) == LUA_TNUMBER) {
        int wanted = fp__integer(L, index, function, "the number of levels");

        if (wanted < 1)
            fp__error(L, "%s: %d levels are none" FP__OR "give 1 or more", function, wanted);
        *n = (size_t)wanted;
        return;
    }
    array = fp__to_array(L, index, function, "levels");
    *n = fp_array_count(array);
    numbers = lua_newuserdatauv(L, (*n + 1) * sizeof *numbers, 0);
    if (fp_array_layout(array)->ndim != 1)
        fp__error(L, "%s: levels are numbers in one row", function);
    for (size_t i = 0; i < *n; i++)
        fp__try(L, fp_array_value(array, &i, &numbers[i]));
    *levels = numbers;
}
