/* SPDX-License-Identifier: MIT */
/* held.c: methods hold what they are called on. Reading arguments may run the script's own code
 * (__index, __len, a finalizer), which may close and so free what the method borrows. */
#include "flatplot/object.h"
#include "script/handle.h"
#include "script/library.h"

static const char held_class[] = "held";

static int
let_go(lua_State *L)
{
    void **object = luaL_checkudata(L, 1, held_class);

    fp_unref(*object);
    *object = NULL;
    return 0;
}

void **
fp__push_held_slot(lua_State *L)
{
    void **object = lua_newuserdatauv(L, sizeof *object, 0);

    *object = NULL;
    luaL_setmetatable(L, held_class);
    return object;
}

/* The first argument stays alive, though it may be closed, until the method has returned. */
int
fp__call_held(lua_State *L, lua_CFunction method)
{
    int n = lua_gettop(L);
    void **object;

    luaL_checkstack(L, 4, NULL);
    object = fp__push_held_slot(L);
    lua_insert(L, 1);
    lua_toclose(L, 1);
    *object = fp_ref(fp__peek_target(L, 2));
    lua_pushcfunction(L, method);
    lua_insert(L, 2);
    lua_call(L, n, LUA_MULTRET);
    fp_unref(*object);
    *object = NULL;
    return lua_gettop(L) - 1;
}

/* The method is upvalue 1. */
static int
call_method(lua_State *L)
{
    return fp__call_held(L, lua_tocfunction(L, lua_upvalueindex(1)));
}

void
fp__push_method(lua_State *L, lua_CFunction method)
{
    lua_pushcfunction(L, method);
    lua_pushcclosure(L, call_method, 1);
}

void
fp__open_held(lua_State *L)
{
    luaL_newmetatable(L, held_class);
    lua_pushcfunction(L, let_go);
    lua_setfield(L, -2, "__gc");
    lua_pushcfunction(L, let_go);
    lua_setfield(L, -2, "__close");
    lua_pop(L, 1);
}
