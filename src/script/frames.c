/* SPDX-License-Identifier: MIT */
/* frames.c: files of numbers in scripts: opened, and read one frame at a time. */
#include "script/frames.h"

#include <string.h>

#include "data/layout.h"
#include "flatplot/frames.h"
#include "script/array.h"
#include "script/library.h"
#include "script/options.h"

static const char frames_class[] = "frames";

static const struct fp__field rows[] = {
    {.name = "member",
     .kind = FP__FIELD_TEXT,
     .offset = offsetof(struct fp_frames_options, member)},
    {.name = "raw", .kind = FP__FIELD_TEXT, .offset = offsetof(struct fp_frames_options, raw)},
    {.name = "frame_axis",
     .kind = FP__FIELD_INTEGER,
     .offset = offsetof(struct fp_frames_options, frame_axis)},
    {.name = "channel_axis",
     .kind = FP__FIELD_INTEGER,
     .offset = offsetof(struct fp_frames_options, channel_axis)},
};

static const struct fp__fields fields = FP__FIELDS("load", rows);

static int
load(lua_State *L)
{
    const char *path = fp__string(L, 1, "load", "the file's name");
    struct fp_frames_options options = fp_frames_defaults();
    struct fp_frames **slot;

    lua_settop(L, 2);
    fp__options_read(L, 2, &fields, &options);
    slot = lua_newuserdatauv(L, sizeof *slot, 0);
    *slot = NULL;
    luaL_setmetatable(L, frames_class);
    *slot = fp_frames_open_with(NULL, path, &options);
    if (!*slot)
        fp__raise(L);
    return 1;
}

static struct fp_frames *
self(lua_State *L, int index)
{
    struct fp_frames **slot = luaL_testudata(L, index, frames_class);

    if (!slot)
        fp__error(L, "what plt.load opened is needed here, not %s", fp__kind_of(L, index));
    if (fp_is_closed(*slot))
        fp__error(L, "the frames were closed");
    return *slot;
}

static int
frames_tostring(lua_State *L)
{
    struct fp_frames **slot = luaL_checkudata(L, 1, frames_class);
    const struct fp_frames_info *info;
    char shape[FP__SHAPE_ROOM];

    if (fp_is_closed(*slot)) {
        lua_pushliteral(L, "frames (closed)");
        return 1;
    }
    info = fp_frames_info(*slot);
    fp__shape_format(info->ndim, info->shape, shape);
    lua_pushfstring(L, "frames %s %s", shape, info->dtype);
    return 1;
}

static size_t
bytes_of(const struct fp_array *array)
{
    return fp_array_count(array) * fp_dtype_size(fp_array_layout(array)->dtype);
}

/* The slot is on top of the stack. */
static int
charged(lua_State *L, const struct fp_array *array)
{
    fp__charge(L, bytes_of(array));
    return 1;
}

static int
push_frame(lua_State *L, struct fp_frames *frames, size_t i)
{
    struct fp_array **slot = fp__push_array_slot(L);

    fp__try(L, fp_frames_read(frames, i, slot));
    return charged(L, *slot);
}

/* iter's step: upvalue 1 is the frames; 2 how many came. */
static int
next_frame(lua_State *L)
{
    struct fp_frames *frames = self(L, lua_upvalueindex(1));
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(2)) + 1;
    struct fp_frames_place place;
    struct fp_array **slot;

    lua_pushinteger(L, i);
    lua_pushvalue(L, -1);
    lua_replace(L, lua_upvalueindex(2));
    slot = fp__push_array_slot(L);
    if (fp_frames_info(frames)->count == FP_FRAMES_UNKNOWN)
        fp__try(L, fp_frames_next(frames, slot, &place));
    else if ((size_t)i <= fp_frames_info(frames)->count)
        fp__try(L, fp_frames_read(frames, (size_t)i - 1, slot));
    if (!*slot)
        return 0;
    return charged(L, *slot) + 1;
}

static int
frames_iter(lua_State *L)
{
    fp__try(L, fp_frames_check(self(L, 1)));
    lua_settop(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_frame, 2);
    return 1;
}

static int
push_shape(lua_State *L, const struct fp_frames_info *info)
{
    lua_createtable(L, info->ndim, 0);
    for (int i = 0; i < info->ndim; i++) {
        lua_pushinteger(L, (lua_Integer)info->shape[i]);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

/* A method of frames, or an error that says so. */
static int
push_method(lua_State *L, const char *name)
{
    lua_pushstring(L, name);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return 1;
    luaL_getmetatable(L, FP__ARRAY);
    lua_getfield(L, -1, "methods");
    lua_pushstring(L, name);
    if (lua_rawget(L, -2) == LUA_TNIL)
        lua_getfield(L, lua_upvalueindex(1), name); /* raises */
    return fp__error(
        L, "frames: '%s' is what arrays have" FP__OR "frames[1] reads one, frames:array() all",
        name);
}

/* frames[1] is the first; methods and the rest by name. */
static int
frames_index(lua_State *L)
{
    struct fp_frames *frames = self(L, 1);
    const struct fp_frames_info *info = fp_frames_info(frames);
    const char *name;
    int whole;

    if (lua_type(L, 2) == LUA_TNUMBER && (lua_tointegerx(L, 2, &whole), whole)) {
        lua_Integer i = lua_tointeger(L, 2);

        if (i == 0)
            fp__error(L, "frames: there is no frame 0" FP__OR "they count from 1");
        i = i < 0 ? i + (lua_Integer)info->count + 1 : i;
        return i >= 1 && (size_t)i <= info->count ? push_frame(L, frames, (size_t)i - 1) : 0;
    }
    name = fp__string(L, 2, "frames", "what is asked of them");
    if (strcmp(name, "shape") == 0)
        return push_shape(L, info);
    if (strcmp(name, "dtype") == 0)
        return lua_pushstring(L, info->dtype), 1;
    return push_method(L, name);
}

static int
frames_len(lua_State *L)
{
    const struct fp_frames_info *info = fp_frames_info(self(L, 1));

    if (info->count == FP_FRAMES_UNKNOWN)
        fp__error(L, "how many frames a pipe brings is not known before its end" FP__OR
                     "take them with frames:iter()");
    lua_pushinteger(L, (lua_Integer)info->count);
    return 1;
}

bool
fp__push_all_frames(lua_State *L, int index)
{
    struct fp_array **slot;

    if (!luaL_testudata(L, index, frames_class))
        return false;
    slot = fp__push_array_slot(L);
    fp__try(L, fp_frames_read_all(self(L, index), slot));
    charged(L, *slot);
    return true;
}

/* imread(path): the picture's values as they are stored. */
static int
imread(lua_State *L)
{
    lua_settop(L, 1);
    load(L);
    fp__push_all_frames(L, lua_gettop(L));
    return 1;
}

static int
frames_array(lua_State *L)
{
    self(L, 1);
    fp__push_all_frames(L, 1);
    return 1;
}

static int
frames_close(lua_State *L)
{
    struct fp_frames **slot = luaL_checkudata(L, 1, frames_class);

    fp_close(*slot);
    fp_unref(*slot);
    *slot = NULL;
    return 0;
}

void
fp__open_frames(lua_State *L)
{
    static const luaL_Reg class[] = {{"__len", frames_len},
                                     {"__tostring", frames_tostring},
                                     {"__gc", frames_close},
                                     {"__close", frames_close},
                                     {NULL, NULL}};
    static const luaL_Reg methods[] = {
        {"iter", frames_iter}, {"array", frames_array}, {"close", frames_close}, {NULL, NULL}};

    luaL_newmetatable(L, frames_class);
    luaL_setfuncs(L, class, 0);
    luaL_newlib(L, methods);
    fp__refuse_others(L, "frames:", false);
    lua_pushcclosure(L, frames_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
    lua_pushcfunction(L, load);
    lua_setfield(L, -2, "load");
    lua_pushcfunction(L, imread);
    lua_setfield(L, -2, "imread");
}
