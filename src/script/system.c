/* SPDX-License-Identifier: MIT */
/* system.c: what Lua lacks: names by a pattern, folders, what the process holds, and ticks for
 * memcheck. */
#include <ctype.h>
#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "core/door.h"
#include "core/status.h"
#include "flatplot/memory.h"
#include "script/library.h"
#include "script/options.h"

/* --- glob ------------------------------------------------------------------------------------- */

static size_t
digits(const char *s)
{
    size_t n = 0;

    while (isdigit((unsigned char)s[n]))
        n++;
    return n;
}

/* Numbers in names are compared as numbers: a2 before a10. */
static int
natural(const char *a, const char *b)
{
    while (*a && *b) {
        if (isdigit((unsigned char)*a) && isdigit((unsigned char)*b)) {
            a += strspn(a, "0");
            b += strspn(b, "0");
            size_t n = digits(a);
            size_t m = digits(b);
            int order = n != m ? (n > m) - (n < m) : strncmp(a, b, n);

            if (order)
                return order;
            a += n;
            b += n;
        } else if (*a != *b) {
            break;
        } else {
            a++;
            b++;
        }
    }
    return (unsigned char)*a - (unsigned char)*b;
}

static int
natural_order(const void *a, const void *b)
{
    const char *one = *(char *const *)a;
    const char *other = *(char *const *)b;
    int order = natural(one, other);

    return order ? order : strcmp(one, other);
}

static int
glob_gc(lua_State *L)
{
    globfree(lua_touserdata(L, 1));
    return 0;
}

/* What glob holds belongs to a userdata of its own until the names are Lua's. */
static glob_t *
push_found(lua_State *L)
{
    glob_t *found = lua_newuserdatauv(L, sizeof *found, 0);

    memset(found, 0, sizeof *found);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, glob_gc);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    return found;
}

static int
plt_glob(lua_State *L)
{
    const char *pattern = fp__string(L, 1, "glob", "the pattern");
    glob_t *found = push_found(L);
    int result = glob(pattern, GLOB_NOSORT | GLOB_TILDE, NULL, found);

    if (result == GLOB_NOSPACE)
        fp__error(L, "glob: out of memory");
    if (result == GLOB_ABORTED)
        fp__error(L, "glob: %s cannot be read", pattern);
    if (found->gl_pathc > 0)
        qsort(found->gl_pathv, found->gl_pathc, sizeof *found->gl_pathv, natural_order);
    lua_createtable(L, (int)found->gl_pathc, 0);
    for (size_t i = 0; i < found->gl_pathc; i++) {
        lua_pushstring(L, found->gl_pathv[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* --- mkdir ------------------------------------------------------------------------------------ */

static void
make_folder(lua_State *L, const char *path)
{
    struct stat st;

    if (fp__door_mkdir(path) == 0 ||
        (errno == EEXIST && fp__door_stat(path, &st) == 0 && S_ISDIR(st.st_mode)))
        return;
    fp__error(L, "mkdir: %s: %s", path, strerror(errno));
}

/* With the folders above; those that are there are fine. */
static int
plt_mkdir(lua_State *L)
{
    const char *path = fp__string(L, 1, "mkdir", "the folder's name");

    for (const char *end = strchr(path + (*path == '/'), '/'); end; end = strchr(end + 1, '/')) {
        lua_pushlstring(L, path, (size_t)(end - path));
        make_folder(L, lua_tostring(L, -1));
        lua_pop(L, 1);
    }
    make_folder(L, path);
    return 0;
}

/* --- memory and ticks ------------------------------------------------------------------------- */

static void
set_bytes(lua_State *L, const char *name, size_t value)
{
    if (value == FP_UNKNOWN)
        return;
    lua_pushinteger(L, (lua_Integer)value);
    lua_setfield(L, -2, name);
}

static int
plt_memory(lua_State *L)
{
    struct fp_memory_sample sample;

    fp__try(L, fp_memory_sample(NULL, &sample));
    lua_createtable(L, 0, 12);
    lua_pushnumber(L, sample.seconds);
    lua_setfield(L, -2, "seconds");
    lua_pushnumber(L, sample.cpu);
    lua_setfield(L, -2, "cpu");
    set_bytes(L, "rss", sample.rss);
    set_bytes(L, "rss_anon", sample.rss_anon);
    set_bytes(L, "heap_used", sample.heap_used);
    set_bytes(L, "heap_free", sample.heap_free);
    set_bytes(L, "objects", sample.objects);
    set_bytes(L, "door_bytes", sample.door_bytes);
    set_bytes(L, "cache_bytes", sample.cache_bytes);
    set_bytes(L, "glyphs", sample.glyphs);
    set_bytes(L, "open_files", sample.open_files);
    set_bytes(L, "threads", sample.threads);
    return 1;
}

static int
descriptor(const char *name)
{
    const char *value = getenv(name);

    return value && *value ? atoi(value) : -1;
}

/* One byte to memcheck, and one back when it has looked. Without memcheck nothing happens. */
static int
plt_tick(lua_State *L)
{
    int out = descriptor("FLATPLOT_TICK_FD");
    int in = descriptor("FLATPLOT_ACK_FD");
    char byte = '\n';

    if (out < 0 || in < 0 || !fp__door_write_all(out, &byte, 1, NULL, NULL))
        return 0;
    if (fp__door_read_next(in, &byte, 1) != 1)
        fp__error(L, "tick: memcheck is gone");
    return 0;
}

void
fp__open_system(lua_State *L)
{
    static const luaL_Reg functions[] = {{"glob", plt_glob},
                                         {"mkdir", plt_mkdir},
                                         {"memory", plt_memory},
                                         {"tick", plt_tick},
                                         {NULL, NULL}};

    luaL_setfuncs(L, functions, 0);
}
