/* SPDX-License-Identifier: MIT */
/* rc.c: rcParams, rc, rcdefaults and style.use.
 *
 * A parameter is the option of one or several functions. What is set is kept as a table of options
 * for each of them (in the registry, under the address of its fields), which is read before the
 * options of a call: so it is checked as these are, and no function knows of it. */
#include "script/rc.h"

#include <string.h>

#include "flatplot/text.h"
#include "script/figures.h"
#include "script/library.h"

enum { MOST_TARGETS = 8, SCRATCH = 1024 };

struct target {
    const struct fp__fields *fields;
    const char *option;
};

struct parameter {
    const char *name;
    const char *initial; /* as Lua writes it; NULL: none */
    struct target targets[MOST_TARGETS];
};

/* matplotlib's names and values (matplotlib/mpl-data/matplotlibrc). */
static const struct parameter parameters[] = {
    {"axes.facecolor", "'white'", {{&fp__axes_fields, "facecolor"}}},
    {"axes.grid", "false", {{&fp__axes_fields, "grid"}}},
    {"axes.labelsize", "'medium'", {{&fp__axes_fields, "labelsize"}}},
    {"axes.titlepad", "6.0", {{&fp__title_fields, "pad"}}},
    {"axes.titlesize", "'large'", {{&fp__title_fields, "fontsize"}}},
    {"figure.dpi", "100", {{&fp__figure_fields, "dpi"}, {&fp__subplots_fields, "dpi"}}},
    {"figure.facecolor",
     "'white'",
     {{&fp__figure_fields, "facecolor"}, {&fp__subplots_fields, "facecolor"}}},
    {"figure.figsize",
     "{6.4, 4.8}",
     {{&fp__figure_fields, "figsize"}, {&fp__subplots_fields, "figsize"}}},
    {"figure.titlesize", "'large'", {{&fp__suptitle_fields, "fontsize"}}},
    {"font.size",
     "10.0",
     {{&fp__text_fields, "fontsize"},
      {&fp__annotate_fields, "fontsize"},
      {&fp__clabel_fields, "fontsize"},
      {&fp__legend_fields, "title_fontsize"}}},
    {"image.aspect", "'equal'", {{&fp__imshow_fields, "aspect"}}},
    {"image.cmap",
     "'viridis'",
     {{&fp__imshow_fields, "cmap"},
      {&fp__imsave_fields, "cmap"},
      {&fp__scatter_fields, "cmap"},
      {&fp__pcolormesh_fields, "cmap"},
      {&fp__contour_fields, "cmap"},
      {&fp__contourf_fields, "cmap"}}},
    {"image.interpolation", "'antialiased'", {{&fp__imshow_fields, "interpolation"}}},
    {"image.origin", "'upper'", {{&fp__imshow_fields, "origin"}, {&fp__imsave_fields, "origin"}}},
    {"legend.fontsize", "'medium'", {{&fp__legend_fields, "fontsize"}}},
    {"legend.frameon", "true", {{&fp__legend_fields, "frameon"}}},
    {"legend.loc", "'best'", {{&fp__legend_fields, "loc"}}},
    {"lines.linestyle", "'-'", {{&fp__plot_fields, "linestyle"}}},
    {"lines.linewidth", "1.5", {{&fp__plot_fields, "linewidth"}}},
    {"lines.marker", "'none'", {{&fp__plot_fields, "marker"}}},
    {"lines.markeredgewidth", "1.0", {{&fp__plot_fields, "markeredgewidth"}}},
    {"lines.markersize", "6.0", {{&fp__plot_fields, "markersize"}}},
    {"savefig.dpi", "'figure'", {{&fp__savefig_fields, "dpi"}}},
    {"scatter.marker", "'o'", {{&fp__scatter_fields, "marker"}}},
    {"xtick.direction", "'out'", {{&fp__axes_fields, "xtickdirection"}}},
    {"xtick.labelsize", "'medium'", {{&fp__axes_fields, "xticklabelsize"}}},
    {"ytick.direction", "'out'", {{&fp__axes_fields, "ytickdirection"}}},
    {"ytick.labelsize", "'medium'", {{&fp__axes_fields, "yticklabelsize"}}},
};

enum { PARAMETERS = sizeof parameters / sizeof *parameters };

static const char values_key; /* of the registry's table: name → value as it is read */

/* --- finding ---------------------------------------------------------------------------------- */

static const struct parameter *
find(lua_State *L, const char *name)
{
    const char *names[PARAMETERS];
    const char *near;

    for (size_t i = 0; i < PARAMETERS; i++) {
        names[i] = parameters[i].name;
        if (strcmp(names[i], name) == 0)
            return &parameters[i];
    }
    near = fp_text_nearest(name, names, PARAMETERS);
    fp__error(L,
              near ? "rcParams: '%s' is not in flatplot" FP__OR "did you mean '%s'?"
                   : "rcParams: '%s' is not in flatplot",
              name, near);
}

bool
fp__rc_push(lua_State *L, const struct fp__fields *fields)
{
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, fields) == LUA_TTABLE)
        return true;
    lua_pop(L, 1);
    return false;
}

/* --- setting ---------------------------------------------------------------------------------- */

/* Reads the value on top of the stack as the option will be read. */
static void
check(lua_State *L, const struct target *target)
{
    int top = lua_gettop(L);
    void *scratch = lua_newuserdatauv(L, SCRATCH, 0);

    memset(scratch, 0, SCRATCH);
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, top);
    lua_setfield(L, -2, target->option);
    fp__options_read(L, top + 2, target->fields, scratch);
    lua_settop(L, top);
}

/* The value is on top of the stack; nil takes the option away. */
static void
keep(lua_State *L, const struct target *target)
{
    if (!fp__rc_push(L, target->fields)) {
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, target->fields);
    }
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, target->option);
    lua_pop(L, 1);
}

static void
push_initial(lua_State *L, const struct parameter *parameter)
{
    lua_pushfstring(L, "return %s", parameter->initial);
    if (luaL_loadstring(L, lua_tostring(L, -1)) != LUA_OK)
        lua_error(L);
    lua_remove(L, -2);
    lua_call(L, 0, 1);
}

/* What is read from now on is the value on top of the stack, which is taken off. */
static void
show(lua_State *L, const struct parameter *parameter)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &values_key);
    lua_insert(L, -2);
    lua_setfield(L, -2, parameter->name);
    lua_pop(L, 1);
}

double
fp__rc_font_size(lua_State *L)
{
    double size;

    lua_rawgetp(L, LUA_REGISTRYINDEX, &values_key);
    lua_getfield(L, -1, "font.size");
    size = lua_tonumber(L, -1);
    lua_pop(L, 2);
    return size > 0 ? size : 10;
}

/* Sizes that are words follow font.size from now on, where they were the library's own. */
static void
follow_font_size(lua_State *L)
{
    for (size_t i = 0; i < PARAMETERS; i++) {
        const char *option = parameters[i].targets[0].option;

        if (!strstr(option, "size") || parameters[i].initial[0] != '\'')
            continue;
        lua_rawgetp(L, LUA_REGISTRYINDEX, &values_key);
        lua_getfield(L, -1, parameters[i].name);
        keep(L, &parameters[i].targets[0]);
        lua_pop(L, 2);
    }
}

/* Sets it to the value at the index; nil, and "figure" for savefig.dpi, are what was at first. */
static void
set(lua_State *L, const char *name, int value)
{
    const struct parameter *parameter = find(L, name);
    bool first = lua_isnil(L, value) ||
                 (strcmp(name, "savefig.dpi") == 0 && lua_type(L, value) == LUA_TSTRING &&
                  strcmp(lua_tostring(L, value), "figure") == 0);

    luaL_checkstack(L, 16, NULL);
    if (first)
        lua_pushnil(L);
    else
        lua_pushvalue(L, value);
    for (int i = 0; i < MOST_TARGETS && parameter->targets[i].fields; i++) {
        if (!first)
            check(L, &parameter->targets[i]);
        keep(L, &parameter->targets[i]);
    }
    if (first) {
        lua_pop(L, 1);
        push_initial(L, parameter);
    }
    show(L, parameter);
    if (strcmp(name, "font.size") == 0)
        follow_font_size(L);
}

/* --- the table -------------------------------------------------------------------------------- */

/* update{["figure.dpi"] = 50, …}; called with a dot or a colon. */
static int
rc_update(lua_State *L)
{
    int table = lua_gettop(L);

    luaL_checktype(L, table, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pushvalue(L, -2);
        set(L, fp__string(L, -1, "rcParams", "a name"), lua_gettop(L) - 1);
        lua_pop(L, 2);
    }
    return 0;
}

static int
rc_index(lua_State *L)
{
    const char *name = fp__string(L, 2, "rcParams", "a name");

    if (strcmp(name, "update") == 0) {
        lua_pushcfunction(L, rc_update);
        return 1;
    }
    lua_rawgetp(L, LUA_REGISTRYINDEX, &values_key);
    lua_getfield(L, -1, find(L, name)->name);
    return 1;
}

static int
rc_newindex(lua_State *L)
{
    lua_settop(L, 3);
    set(L, fp__string(L, 2, "rcParams", "a name"), 3);
    return 0;
}

/* pairs(plt.rcParams) */
static int
rc_pairs(lua_State *L)
{
    lua_getglobal(L, "next");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &values_key);
    return 2;
}

/* rc("lines", {linewidth = 2}) */
static int
plt_rc(lua_State *L)
{
    const char *group = fp__string(L, 1, "rc", "the group");

    luaL_checktype(L, 2, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, 2)) {
        lua_pushfstring(L, "%s.%s", group, fp__string(L, -2, "rc", "a name"));
        set(L, lua_tostring(L, -1), lua_gettop(L) - 1);
        lua_pop(L, 2);
    }
    return 0;
}

static void
set_style(lua_State *L)
{
    const struct target targets[] = {{&fp__figure_fields, "style"},
                                     {&fp__subplots_fields, "style"}};

    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        if (!lua_isnil(L, -1))
            check(L, &targets[i]);
        keep(L, &targets[i]);
    }
}

static int
plt_rcdefaults(lua_State *L)
{
    lua_settop(L, 0);
    lua_pushnil(L);
    set_style(L);
    for (size_t i = 0; i < PARAMETERS; i++)
        set(L, parameters[i].name, 1);
    return 0;
}

/* style.use("dark_background"): for the figures made from now on. */
static int
style_use(lua_State *L)
{
    fp__string(L, 1, "style.use", "the style");
    lua_settop(L, 1);
    set_style(L);
    return 0;
}

static void
add_params(lua_State *L)
{
    static const luaL_Reg events[] = {
        {"__index", rc_index}, {"__newindex", rc_newindex}, {"__pairs", rc_pairs}, {NULL, NULL}};

    lua_createtable(L, 0, PARAMETERS);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &values_key);
    for (size_t i = 0; i < PARAMETERS; i++) {
        push_initial(L, &parameters[i]);
        show(L, &parameters[i]);
    }
    lua_newtable(L);
    luaL_newlib(L, events);
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "rcParams");
}

void
fp__open_rc(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"rc", plt_rc}, {"rcdefaults", plt_rcdefaults}, {NULL, NULL}};

    add_params(L);
    luaL_setfuncs(L, functions, 0);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, style_use);
    lua_setfield(L, -2, "use");
    lua_setfield(L, -2, "style");
}
