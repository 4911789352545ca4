/* SPDX-License-Identifier: MIT */
/* handle.c: weak handles, the graves of closed figures, and figures that their handle owns. */
#include "script/handle.h"

#include <string.h>

#include "core/object.h"
#include "figure/artist.h"
#include "figure/axes.h"
#include "flatplot/pyplot.h"
#include "script/library.h"

struct grave {
    struct fp_weak *figure;
    int number; /* 0: it has none */
    int line;   /* that closed it; 0: not known */
};

struct handle {
    struct fp_weak *weak;
    struct fp_figure *owned; /* or NULL */
};

static const char grave_class[] = "grave";
static const char handle_key; /* of the metatables of handles */
static const char graves_key; /* of the registry's table: figure → grave, weak */

/* --- graves ----------------------------------------------------------------------------------- */

static int
grave_gc(lua_State *L)
{
    struct grave *grave = lua_touserdata(L, 1);

    fp_weak_destroy(grave->figure);
    grave->figure = NULL;
    return 0;
}

static bool
push_known_grave(lua_State *L, const struct fp_figure *figure)
{
    const struct grave *grave;

    lua_rawgetp(L, LUA_REGISTRYINDEX, &graves_key);
    lua_rawgetp(L, -1, figure);
    lua_remove(L, -2);
    grave = lua_touserdata(L, -1);
    if (grave && fp__weak_peek(grave->figure) == figure)
        return true;
    lua_pop(L, 1);
    return false;
}

static void
push_grave(lua_State *L, struct fp_figure *figure)
{
    struct grave *grave;

    if (push_known_grave(L, figure))
        return;
    grave = lua_newuserdatauv(L, sizeof *grave, 1);
    *grave = (struct grave){.number = plt_number(figure)};
    luaL_setmetatable(L, grave_class);
    grave->figure = fp_weak_create(figure);
    if (!grave->figure)
        fp__raise(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &graves_key);
    lua_pushvalue(L, -2);
    lua_rawsetp(L, -2, figure);
    lua_pop(L, 1);
}

void
fp__note_closing(lua_State *L, const struct fp_figure *figure)
{
    struct grave *grave;

    if (!push_known_grave(L, figure))
        return;
    grave = lua_touserdata(L, -1);
    grave->line = fp__line(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &graves_key);
    lua_pushnil(L);
    lua_rawsetp(L, -2, figure);
    lua_pop(L, 2);
}

void
fp__note_closed(lua_State *L)
{
    int line = fp__line(L);

    lua_rawgetp(L, LUA_REGISTRYINDEX, &graves_key);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        struct grave *grave = lua_touserdata(L, -1);

        lua_pop(L, 1);
        if (fp__weak_peek(grave->figure))
            continue;
        grave->line = line;
        lua_pushvalue(L, -1);
        lua_pushnil(L);
        lua_rawset(L, -4);
    }
    lua_pop(L, 1);
}

/* --- handles ---------------------------------------------------------------------------------- */

static struct handle *
push_empty(lua_State *L, const char *name)
{
    struct handle *handle = lua_newuserdatauv(L, sizeof *handle, 1);

    *handle = (struct handle){0};
    luaL_setmetatable(L, name);
    return handle;
}

/* The handle is on top of the stack. */
static void
point_at(lua_State *L, struct handle *handle, void *object, struct fp_figure *figure)
{
    handle->weak = fp_weak_create(object);
    if (!handle->weak)
        fp__raise(L);
    push_grave(L, figure);
    if (handle->owned) {
        lua_pushvalue(L, -2);
        lua_setiuservalue(L, -2, 1);
    }
    lua_setiuservalue(L, -2, 1);
}

void
fp__pushed_let_go(void *pushed[2])
{
    for (int i = 0; i < 2; i++) {
        fp_unref(pushed[i]);
        pushed[i] = NULL;
    }
}

/* Making room may run a finalizer of the script's, which may close the object; finalizers do not
 * interrupt each other, so there are at most two. A place that is not empty was left by an error.
 */
static int
push(lua_State *L, const char *name, void *object, struct fp_figure *figure)
{
    struct fp__script *script = fp__script_of(L);
    int in_finalizer = lua_gc(L, LUA_GCISRUNNING) != 1; /* −1 there since Lua 5.4.4 */
    void **pushed = script->pushed[in_finalizer];

    luaL_checkstack(L, 8, NULL);
    fp__pushed_let_go(pushed);
    pushed[0] = fp_ref(object);
    pushed[1] = fp_ref(figure);
    point_at(L, push_empty(L, name), object, figure);
    fp__pushed_let_go(pushed);
    return 1;
}

int
fp__push_figure(lua_State *L, struct fp_figure *figure)
{
    return figure ? push(L, FP__FIGURE, figure, figure) : fp__raise(L);
}

int
fp__push_owned_figure(lua_State *L)
{
    struct handle *handle = push_empty(L, FP__FIGURE);

    handle->owned = fp_figure_create(NULL);
    if (!handle->owned)
        fp__raise(L);
    point_at(L, handle, handle->owned, handle->owned);
    return 1;
}

int
fp__push_axes(lua_State *L, struct fp_axes *ax)
{
    struct fp__axes_body *body = ax ? fp__axes_open(ax) : NULL;

    return body ? push(L, FP__AXES, ax, fp__axes_figure(body)) : fp__raise(L);
}

int
fp__push_artist(lua_State *L, const char *name, void *artist)
{
    struct fp_axes *ax = artist ? fp__artist_axes(artist) : NULL;

    return ax ? push(L, name, artist, fp__axes_figure(ax->body)) : fp__raise(L);
}

bool
fp__is_handle(lua_State *L, int index, const char *name)
{
    return luaL_testudata(L, index, name) != NULL;
}

static void
raise_dead(lua_State *L, int index, const char *name)
{
    const struct grave *grave;

    lua_getiuservalue(L, index, 1);
    grave = lua_touserdata(L, -1);
    if (!grave)
        fp__error(L, "the %s was closed", name);
    if (fp__weak_peek(grave->figure))
        fp__error(L, "this %s was removed or cleared", name);
    if (!grave->number)
        fp__error(L, grave->line ? "the figure was closed (line %d)" : "the figure was closed",
                  grave->line);
    if (grave->line)
        fp__error(L, "figure %d was closed (line %d)", grave->number, grave->line);
    fp__error(L, "figure %d was closed", grave->number);
}

static void *
target(lua_State *L, int index, const struct handle *handle, const char *name)
{
    void *object = fp__weak_peek(handle->weak);

    if (!object)
        raise_dead(L, index, name);
    return object;
}

static void *
to(lua_State *L, int index, const char *name)
{
    const struct handle *handle = luaL_testudata(L, index, name);

    if (!handle)
        fp__error(L,
                  "%s is needed here, not %s" FP__OR "methods are called with a colon: ax:plot(…)",
                  name, fp__kind_of(L, index));
    return target(L, index, handle, name);
}

struct fp_figure *
fp__to_figure(lua_State *L, int index)
{
    return to(L, index, FP__FIGURE);
}

/* Scripts can call a metamethod with anything. */
static struct handle *
any_handle(lua_State *L, int index)
{
    bool is_one = lua_isuserdata(L, index) && lua_getmetatable(L, index);

    if (!is_one)
        return NULL;
    is_one = lua_rawgetp(L, -1, &handle_key) == LUA_TBOOLEAN;
    lua_pop(L, 2);
    return is_one ? lua_touserdata(L, index) : NULL;
}

void *
fp__peek_target(lua_State *L, int index)
{
    const struct handle *handle = any_handle(L, index);

    return handle ? fp__weak_peek(handle->weak) : NULL;
}

struct fp_figure *
fp__peek_figure(lua_State *L, int index)
{
    const struct handle *handle = luaL_testudata(L, index, FP__FIGURE);

    return handle ? fp__weak_peek(handle->weak) : NULL;
}

struct fp_axes *
fp__to_axes(lua_State *L, int index)
{
    return to(L, index, FP__AXES);
}

void *
fp__to_artist(lua_State *L, int index, const char *name)
{
    return to(L, index, name);
}

void *
fp__to_any_artist(lua_State *L, int index)
{
    static const char *const names[] = {FP__IMAGE, FP__COLORBAR, FP__LINE, FP__SCATTER,
                                        FP__NOTE,  FP__CONTOUR,  FP__MESH};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (fp__is_handle(L, index, names[i]))
            return to(L, index, names[i]);
    return to(L, index, FP__ARTIST);
}

/* --- what all handles do ---------------------------------------------------------------------- */

static int
handle_gc(lua_State *L)
{
    struct handle *handle = any_handle(L, 1);

    if (!handle)
        return 0;
    fp_close(handle->owned);
    fp_unref(handle->owned);
    fp_weak_destroy(handle->weak);
    *handle = (struct handle){0};
    return 0;
}

/* One object has one cell, so this holds for the dead, too. */
static int
handle_eq(lua_State *L)
{
    const struct handle *a = any_handle(L, 1);
    const struct handle *b = any_handle(L, 2);

    lua_pushboolean(L, a && b && a->weak == b->weak);
    return 1;
}

static int
handle_tostring(lua_State *L)
{
    const struct handle *handle = any_handle(L, 1);
    const struct grave *grave;

    if (!handle)
        fp__error(L, "a handle is needed here, not %s", fp__kind_of(L, 1));
    lua_getiuservalue(L, 1, 1);
    grave = lua_touserdata(L, -1);
    lua_pushfstring(L, "%s%s", fp__kind_of(L, 1), fp__weak_peek(handle->weak) ? "" : " (closed)");
    if (grave && grave->number)
        lua_pushfstring(L, "%s of figure %d", lua_tostring(L, -1), grave->number);
    return 1;
}

void
fp__handle_class(lua_State *L, const char *name, const luaL_Reg *methods)
{
    static const luaL_Reg all[] = {
        {"__gc", handle_gc}, {"__eq", handle_eq}, {"__tostring", handle_tostring}, {NULL, NULL}};

    luaL_newmetatable(L, name);
    luaL_setfuncs(L, all, 0);
    lua_pushboolean(L, true);
    lua_rawsetp(L, -2, &handle_key);
    lua_newtable(L);
    for (; methods->func; methods++) {
        fp__push_method(L, methods->func);
        lua_setfield(L, -2, methods->name);
    }
    lua_pushfstring(L, "%s:", name);
    lua_insert(L, -2);
    fp__refuse_others(L, lua_tostring(L, -2), strcmp(name, FP__AXES) == 0);
    lua_remove(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__index");
    lua_remove(L, -2);
}

void
fp__open_handles(lua_State *L)
{
    luaL_newmetatable(L, grave_class);
    lua_pushcfunction(L, grave_gc);
    lua_setfield(L, -2, "__gc");
    lua_pop(L, 1);
    lua_newtable(L);
    lua_newtable(L);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &graves_key);
}
