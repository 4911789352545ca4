/* SPDX-License-Identifier: MIT */
/* coroutines.c: resume, wrap and close of Lua's coroutines, told of to stop.c. What they do is the
 * reference manual's (Lua 5.4, § 6.2). */
#include "script/stop.h"

/* Moves n values; false with a message on top of `to` when it has no room. */
static bool
move(lua_State *from, lua_State *to, int n)
{
    if (lua_checkstack(to, n + 1)) {
        lua_xmove(from, to, n);
        return true;
    }
    lua_pop(from, n);
    return false;
}

/* Lets co go on with the values on top of L. Returns how many came back, or −1 and what was
 * thrown. */
static int
resume(lua_State *L, lua_State *co, int n)
{
    struct fp__runner here;
    int came = 0;
    int result;

    if (!move(L, co, n)) {
        lua_pushliteral(L, "too many arguments to resume");
        return -1;
    }
    fp__stop_enter(&here, co);
    result = lua_resume(co, L, n, &came);
    fp__stop_leave(&here);
    if (result != LUA_OK && result != LUA_YIELD) {
        lua_xmove(co, L, 1);
        return -1;
    }
    if (move(co, L, came))
        return came;
    lua_pushliteral(L, "too many results to resume");
    return -1;
}

static lua_State *
to_coroutine(lua_State *L)
{
    lua_State *co = lua_tothread(L, 1);

    if (!co)
        fp__error(L, "a coroutine is needed here, not %s", fp__kind_of(L, 1));
    return co;
}

static int
script_resume(lua_State *L)
{
    int came = resume(L, to_coroutine(L), lua_gettop(L) - 1);

    lua_pushboolean(L, came >= 0);
    lua_insert(L, came >= 0 ? -came - 1 : -2);
    return came >= 0 ? came + 1 : 2;
}

/* The original (upvalue 1), which runs what the coroutine still has to close. */
static int
script_close(lua_State *L)
{
    lua_State *co = to_coroutine(L);
    struct fp__runner here;
    int result;

    lua_settop(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    fp__stop_enter(&here, co);
    result = lua_pcall(L, 1, LUA_MULTRET, 0);
    fp__stop_leave(&here);
    return result == LUA_OK ? lua_gettop(L) : lua_error(L);
}

/* A coroutine that failed is closed, and the error goes on from the caller's line. */
static int
fail_wrapped(lua_State *L, lua_State *co)
{
    if (lua_status(co) != LUA_OK && lua_status(co) != LUA_YIELD) {
        lua_pop(L, 1);
        lua_pushvalue(L, lua_upvalueindex(2));
        lua_pushvalue(L, lua_upvalueindex(1));
        lua_call(L, 1, 2);
    }
    if (lua_type(L, -1) == LUA_TSTRING) {
        luaL_where(L, 1);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

/* upvalue 1: the coroutine; 2: close. */
static int
call_wrapped(lua_State *L)
{
    lua_State *co = lua_tothread(L, lua_upvalueindex(1));
    int came = resume(L, co, lua_gettop(L));

    return came >= 0 ? came : fail_wrapped(L, co);
}

/* upvalue 1: close. */
static int
script_wrap(lua_State *L)
{
    lua_State *co;

    luaL_checktype(L, 1, LUA_TFUNCTION);
    co = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, co, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushcclosure(L, call_wrapped, 2);
    return 1;
}

void
fp__open_coroutines(lua_State *L)
{
    lua_getglobal(L, "coroutine");
    lua_pushcfunction(L, script_resume);
    lua_setfield(L, -2, "resume");
    lua_getfield(L, -1, "close");
    lua_pushcclosure(L, script_close, 1);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "close");
    lua_pushcclosure(L, script_wrap, 1);
    lua_setfield(L, -2, "wrap");
    lua_pop(L, 1);
}
