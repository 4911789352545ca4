/* SPDX-License-Identifier: MIT */
/* run.c: from a file or a text to a script that has run. */
#include <string.h>

#include <lualib.h>

#include "core/status.h"
#include "flatplot/output.h"
#include "script/library.h"
#include "script/run.h"
#include "script/stop.h"

/* --- bytecode is refused ---------------------------------------------------------------------- */

/* Lua's load and loadfile, upvalue 1, with a mode of text only; `at` is where the mode stands. */
static int
load_text(lua_State *L, int at)
{
    if (lua_gettop(L) < at)
        lua_settop(L, at);
    lua_pushliteral(L, "t");
    lua_replace(L, at);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

static int
script_load(lua_State *L)
{
    return load_text(L, 3);
}

static int
script_loadfile(lua_State *L)
{
    return load_text(L, 2);
}

static int
script_dofile(lua_State *L)
{
    lua_settop(L, 1);
    if (luaL_loadfilex(L, lua_tostring(L, 1), "t") != LUA_OK)
        lua_error(L);
    lua_call(L, 0, LUA_MULTRET);
    return lua_gettop(L) - 1;
}

/* require's files; upvalue 1 is package.searchpath, 2 is package. */
static int
search_text(lua_State *L)
{
    lua_settop(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, 1);
    lua_getfield(L, lua_upvalueindex(2), "path");
    lua_call(L, 2, 2);
    if (lua_isnil(L, 2))
        return 1; /* where it was looked for */
    lua_settop(L, 2);
    if (luaL_loadfilex(L, lua_tostring(L, 2), "t") != LUA_OK)
        lua_error(L);
    lua_insert(L, 2);
    return 2;
}

static void
refuse_modules(lua_State *L)
{
    lua_getglobal(L, "package");
    lua_getfield(L, -1, "searchers");
    lua_getfield(L, -2, "searchpath");
    lua_pushvalue(L, -3);
    lua_pushcclosure(L, search_text, 2);
    lua_rawseti(L, -2, 2);
    lua_pop(L, 2);
}

static void
refuse_bytecode(lua_State *L)
{
    refuse_modules(L);
    lua_getglobal(L, "load");
    lua_pushcclosure(L, script_load, 1);
    lua_setglobal(L, "load");
    lua_getglobal(L, "loadfile");
    lua_pushcclosure(L, script_loadfile, 1);
    lua_setglobal(L, "loadfile");
    lua_register(L, "dofile", script_dofile);
}

/* --- running ---------------------------------------------------------------------------------- */

static void
set_arguments(lua_State *L, const char *name)
{
    const struct fp_script_options *options = fp__script_of(L)->options;

    lua_newtable(L);
    lua_pushstring(L, name);
    lua_rawseti(L, -2, 0);
    for (size_t i = 0; i < options->arg_count; i++) {
        lua_pushstring(L, options->args[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_setglobal(L, "arg");
}

/* "#!/usr/bin/flatplot run": the first line's number stays what it is. */
static struct fp__source
without_first_line(struct fp__source source)
{
    const char *end =
        source.n > 0 && *source.text == '#' ? memchr(source.text, '\n', source.n) : NULL;

    if (end) {
        source.n -= (size_t)(end - source.text);
        source.text = end;
    }
    return source;
}

void
fp__script_load(lua_State *L, const struct fp__source *given)
{
    struct fp__source source = without_first_line(*given);

    lua_pushfstring(L, "@%s", strcmp(source.name, "-") == 0 ? "stdin" : source.name);
    if (source.n > 0 && *source.text == *LUA_SIGNATURE)
        fp__error(L,
                  "%s: compiled scripts are refused" FP__OR "give the text that it was made from",
                  source.name);
    if (luaL_loadbufferx(L, source.text, source.n, lua_tostring(L, -1), "t") != LUA_OK)
        lua_error(L);
}

void
fp__script_open(lua_State *L, const char *name)
{
    luaL_openlibs(L);
    refuse_bytecode(L);
    fp__open_coroutines(L);
    fp__open_exit(L);
    fp__library_open(L);
    set_arguments(L, name);
}

static int
prepare(lua_State *L)
{
    const struct fp__source *source = lua_touserdata(L, 1);

    fp__script_open(L, source->name);
    fp__script_load(L, source);
    return 1;
}

/* Pushes "script.lua:12: " of the innermost line that runs. */
static void
push_place(lua_State *L)
{
    lua_Debug at;
    int level = 0;

    while (lua_getstack(L, level, &at) && lua_getinfo(L, "l", &at) && at.currentline < 0)
        level++;
    luaL_where(L, level);
}

/* The text of what was raised. Lua tells the place in strings only: error({}) has none. */
static const char *
push_text(lua_State *L)
{
    if (lua_type(L, 1) == LUA_TSTRING)
        return luaL_tolstring(L, 1, NULL);
    push_place(L);
    if (lua_isnumber(L, 1) || luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL)
        luaL_tolstring(L, 1, NULL);
    else
        lua_pushfstring(L, "error was given a %s, not a text", luaL_typename(L, 1));
    return lua_pushfstring(L, "%s%s", lua_tostring(L, 2), lua_tostring(L, -1));
}

int
fp__script_on_error(lua_State *L)
{
    const struct fp_script_options *options = fp__script_of(L)->options;
    const char *text = push_text(L);

    if (options->traceback) {
        luaL_traceback(L, L, NULL, 1);
        options->traceback(options->traceback_data, lua_tostring(L, -1));
        lua_pop(L, 1);
    }
    lua_pushstring(L, text);
    return 1;
}

enum fp_status
fp__script_fail(lua_State *L, int result, const char *name)
{
    const char *text = lua_tostring(L, -1);
    const char *hint = text ? strstr(text, FP__OR) : NULL;

    if (result == LUA_ERRMEM)
        return fp__fail(
            NULL, FP_ERR_SCRIPT,
            "%s: not enough memory" FP__HINT "close figures with plt.close, or allow more", name);
    text = text ? text : "failed without a message";
    return fp__fail(NULL, FP_ERR_SCRIPT, "%.*s" FP__HINT "%s",
                    (int)(hint ? (size_t)(hint - text) : strlen(text)), text,
                    hint ? hint + strlen(FP__OR) : "");
}

static enum fp_status
run_in(lua_State *L, struct fp__source *source)
{
    struct fp__runner here;
    int result;

    fp__stop_enter(&here, L);
    lua_pushcfunction(L, fp__script_on_error);
    lua_pushcfunction(L, prepare);
    lua_pushlightuserdata(L, source);
    result = lua_pcall(L, 1, 1, 1);
    if (result == LUA_OK)
        result = lua_pcall(L, 0, 0, 1);
    fp__stop_leave(&here);
    return result == LUA_OK ? FP_OK : fp__script_fail(L, result, source->name);
}

enum fp_status
fp_script_run_text(const char *name, const char *text, size_t n,
                   const struct fp_script_options *options)
{
    struct fp_script_options defaults = {0};
    struct fp__script script = {.options = options ? options : &defaults};
    struct fp__source source = {name, text, n};
    lua_State *L = fp__state_create(&script);
    enum fp_status status;

    if (!L)
        return fp__fail_memory(NULL, "a script");
    status = run_in(L, &source);
    fp__state_close(L);
    return status;
}

enum fp_status
fp_script_run(const char *path, const struct fp_script_options *options)
{
    enum fp_status status;
    char *text;
    size_t n;

    status = fp_file_read_stream(NULL, path, FP__SCRIPT_LIMIT, &text, &n);
    if (status < 0)
        return status;
    status = fp_script_run_text(path, text, n, options);
    fp_free(text);
    return status;
}
