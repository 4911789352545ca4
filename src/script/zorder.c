/* SPDX-License-Identifier: MIT */
/* zorder.c: the option `zorder` of all methods that draw. It is taken out of their options and set
 * on the artists that they return, so that none of them knows of it. */
#include "flatplot/artist.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"

/* Puts a copy without the name in the place of the table on top of the stack. */
static void
drop_name(lua_State *L, const char *name)
{
    int table = lua_gettop(L);

    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, table + 1);
    }
    lua_pushnil(L);
    lua_setfield(L, table + 1, name);
    lua_replace(L, table);
}

/* Whether the last argument names one. */
static bool
take_zorder(lua_State *L, double *zorder)
{
    int last = lua_gettop(L);
    bool given;

    luaL_checkstack(L, 8, NULL);
    if (last == 0 || !fp__is_options(L, last))
        return false;
    lua_pushliteral(L, "zorder");
    given = lua_rawget(L, last) != LUA_TNIL;
    if (given)
        *zorder = fp__number(L, -1, "zorder", "the option");
    lua_pop(L, 1);
    if (given)
        drop_name(L, "zorder");
    return given;
}

/* To an artist, or to those of a table. */
static void
give(lua_State *L, int index, double zorder)
{
    void *artist = fp__peek_target(L, index);

    if (artist)
        fp__try(L, fp_artist_set_zorder(artist, zorder));
    if (!lua_istable(L, index))
        return;
    for (lua_Integer i = 1; lua_rawgeti(L, index, i) != LUA_TNIL; i++) {
        artist = fp__peek_target(L, -1);
        if (artist)
            fp__try(L, fp_artist_set_zorder(artist, zorder));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

int
fp__call_drawing(lua_State *L, lua_CFunction method)
{
    double zorder = 0;
    bool given = take_zorder(L, &zorder);
    int n = fp__call_held(L, method);

    for (int i = 1; given && i <= n; i++)
        give(L, lua_absindex(L, -i), zorder);
    return n;
}

/* The method is upvalue 1. */
static int
call_drawing(lua_State *L)
{
    return fp__call_drawing(L, lua_tocfunction(L, lua_upvalueindex(1)));
}

void
fp__push_drawing(lua_State *L, lua_CFunction method)
{
    lua_pushcfunction(L, method);
    lua_pushcclosure(L, call_drawing, 1);
}

int
fp__artist_set_zorder(lua_State *L)
{
    void *artist = fp__to_any_artist(L, 1);

    fp__try(L, fp_artist_set_zorder(artist, fp__number(L, 2, "set_zorder", "the argument")));
    return 0;
}
