/* SPDX-License-Identifier: MIT */
/* leave.c: os.exit, which asks whoever runs the script before the process ends. */
#include <stdlib.h>

#include "flatplot/script.h"
#include "script/run.h"

/* As Lua's (reference manual, § 6.9): true and nothing are success, false is failure. */
static int
to_code(lua_State *L)
{
    if (lua_isboolean(L, 1))
        return lua_toboolean(L, 1) ? EXIT_SUCCESS : EXIT_FAILURE;
    return (int)luaL_optinteger(L, 1, EXIT_SUCCESS);
}

/* Upvalue 1 is Lua's own. */
static int
script_exit(lua_State *L)
{
    const struct fp_script_options *options = fp__script_of(L)->options;
    int code = to_code(L);

    if (options->leaving)
        code = options->leaving(options->leaving_data, code);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushinteger(L, code);
    lua_pushboolean(L, lua_toboolean(L, 2));
    lua_call(L, 2, 0);
    return 0;
}

void
fp__open_exit(lua_State *L)
{
    lua_getglobal(L, "os");
    lua_getfield(L, -1, "exit");
    lua_pushcclosure(L, script_exit, 1);
    lua_setfield(L, -2, "exit");
    lua_pop(L, 1);
}
