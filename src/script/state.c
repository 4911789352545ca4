/* SPDX-License-Identifier: MIT */
/* state.c: Lua's memory comes from our door and has a cap; failures say where the script was. */
#include "script/state.h"

#include <string.h>

#include "core/alloc.h"

static size_t
room_of(const struct fp__script *script)
{
    size_t held = fp__alloc_bytes() + fp__alloc_cache_bytes();
    size_t cap = script->options->memory;

    return cap == 0 ? SIZE_MAX : held < cap ? cap - held : 0;
}

size_t
fp__room_of(lua_State *L)
{
    return room_of(fp__script_of(L));
}

static bool
too_much(const struct fp__script *script, size_t old_size, size_t size)
{
    return size > old_size && size - old_size > room_of(script);
}

/* --- spare blocks ----------------------------------------------------------------------------- */

static bool
is_spare(const struct fp__script *script, const void *block)
{
    const char *at = block;

    return block && at >= script->spares[0] && at < script->spares[0] + sizeof script->spares;
}

/* For what is no object (Lua tells: `kind` 0) and as large as the record of a call. */
static void *
take_spare(struct fp__script *script, size_t kind, size_t size)
{
    if (kind != 0 || size > FP__SPARE || size <= FP__SPARE / 2)
        return NULL;
    for (int i = 0; i < FP__SPARES; i++)
        if (!(script->spares_taken >> i & 1)) {
            script->spares_taken |= UINT32_C(1) << i;
            return script->spares[i];
        }
    return NULL;
}

static void
give_back(struct fp__script *script, const void *block)
{
    script->spares_taken &= ~(UINT32_C(1) << ((const char *)block - script->spares[0]) / FP__SPARE);
}

/* A spare block that grows goes to the door, one that shrinks stays. */
static void *
move_spare(struct fp__script *script, void *block, size_t old_size, size_t size)
{
    void *moved;

    if (size > 0 && size <= old_size)
        return block;
    moved = size == 0 || too_much(script, old_size, size) ? NULL : fp_alloc(size);
    if (moved)
        memcpy(moved, block, old_size);
    if (moved || size == 0)
        give_back(script, block);
    return moved;
}

/* --- the allocator ---------------------------------------------------------------------------- */

/* Lua counts on a block that shrinks: when the door is shut, it stays as large as it was. */
static void *
allocate(void *data, void *block, size_t old_size, size_t size)
{
    struct fp__script *script = data;
    size_t kind = block ? 0 : old_size;
    void *moved = NULL;

    if (is_spare(script, block))
        return move_spare(script, block, old_size, size);
    old_size = block ? old_size : 0;
    if (size == 0) {
        fp_free(block);
        return NULL;
    }
    if (!too_much(script, old_size, size))
        moved = fp_realloc(block, size);
    if (moved)
        return moved;
    return block ? (size <= old_size ? block : NULL) : take_spare(script, kind, size);
}

lua_State *
fp__state_create(struct fp__script *script)
{
    return lua_newstate(allocate, script);
}

void
fp__state_close(lua_State *L)
{
    struct fp__script *script = fp__script_of(L);

    lua_close(L);
    fp__pushed_let_go(script->pushed[0]);
    fp__pushed_let_go(script->pushed[1]);
}

struct fp__script *
fp__script_of(lua_State *L)
{
    void *script;

    lua_getallocf(L, &script);
    return script;
}

void
fp__charge(lua_State *L, size_t bytes)
{
    struct fp__script *script = fp__script_of(L);
    size_t whole;

    script->charge += bytes;
    whole = script->charge / 1024;
    if (whole == 0)
        return;
    script->charge %= 1024;
    lua_gc(L, LUA_GCSTEP, (int)(whole < 1 << 20 ? whole : 1 << 20));
}

/* The innermost function that has lines. */
static bool
find_line(lua_State *L, lua_Debug *place)
{
    for (int level = 0; lua_getstack(L, level, place); level++) {
        lua_getinfo(L, "Sl", place);
        if (place->currentline > 0)
            return true;
    }
    return false;
}

int
fp__line(lua_State *L)
{
    lua_Debug place;

    return find_line(L, &place) ? place.currentline : 0;
}

static void
push_where(lua_State *L)
{
    lua_Debug place;

    if (find_line(L, &place))
        lua_pushfstring(L, "%s:%d: ", place.short_src, place.currentline);
    else
        lua_pushliteral(L, "");
}

int
fp__error(lua_State *L, const char *format, ...)
{
    va_list args;

    luaL_checkstack(L, 8, NULL);
    push_where(L);
    va_start(args, format);
    lua_pushvfstring(L, format, args);
    va_end(args);
    lua_concat(L, 2);
    lua_error(L);
    __builtin_unreachable();
}

int
fp__raise(lua_State *L)
{
    const char *hint = fp_context_hint(NULL);

    fp__error(L, "%s%s%s", fp_context_message(NULL), *hint ? FP__OR : "", hint);
}

void
fp__try(lua_State *L, enum fp_status status)
{
    if (status < 0)
        fp__raise(L);
}

const char *
fp__kind_of(lua_State *L, int index)
{
    if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING)
        return lua_tostring(L, -1); /* the metatable keeps it */
    return luaL_typename(L, index);
}
