/* SPDX-License-Identifier: MIT */
/* absent.c: what is asked of `plt` and of handles and is not there: matplotlib's names, and typing
 * mistakes. */
#include <string.h>

#include "flatplot/text.h"
#include "script/library.h"
#include "script/options.h"

struct absent {
    const char *name;
    const char *nearest; /* call of ours that does some of it */
};

/* A row whose name `plt` has is never looked at. */
static const struct absent absents[] = {
    {"acorr", "plot"},
    {"angle_spectrum", "plot"},
    {"barbs", "scatter"},
    {"boxplot", "plot"},
    {"axline", "axhline"},
    {"broken_barh", "axvspan"},
    {"cohere", "plot"},
    {"csd", "plot"},
    {"delaxes", "cla"},
    {"eventplot", "plot"},
    {"figimage", "imshow"},
    {"figlegend", "legend"},
    {"figtext", "text"},
    {"fill_betweenx", "fill_between"},
    {"fignum_exists", "get_fignums"},
    {"hexbin", "imshow"},
    {"hist2d", "imshow"},
    {"ioff", "pause"},
    {"ion", "pause"},
    {"locator_params", "xlim"},
    {"magnitude_spectrum", "plot"},
    {"matshow", "imshow"},
    {"pcolor", "pcolormesh"},
    {"phase_spectrum", "plot"},
    {"pie", "plot"},
    {"plot_date", "plot"},
    {"polar", "plot"},
    {"psd", "plot"},
    {"quiver", "plot"},
    {"quiverkey", "legend"},
    {"sci", "clim"},
    {"set_cmap", "imshow"},
    {"setp", "plot"},
    {"specgram", "imshow"},
    {"spy", "imshow"},
    {"stackplot", "plot"},
    {"stairs", "plot"},
    {"streamplot", "plot"},
    {"subplot2grid", "subplot"},
    {"subplot_mosaic", "subplots"},
    {"table", "text"},
    {"thetagrids", "grid"},
    {"tricontour", "contour"},
    {"tricontourf", "contourf"},
    {"tripcolor", "pcolormesh"},
    {"triplot", "plot"},
    {"violinplot", "plot"},
    {"waitforbuttonpress", "pause"},
    {"xcorr", "plot"},
    {"xkcd", "figure"},
};

enum { ABSENTS = sizeof absents / sizeof *absents, MOST_NAMES = 256 };

/* The names that the table on top of the stack has. Returns how many. */
static size_t
list_names(lua_State *L, int index, const char *names[MOST_NAMES])
{
    size_t n = 0;

    lua_pushnil(L);
    while (n < MOST_NAMES && lua_next(L, index)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) == LUA_TSTRING)
            names[n++] = lua_tostring(L, -1);
    }
    return n;
}

/* ax:title is ax:set_title, and plt.set_title is plt.title: the most common slip. NULL when there
 * is no such name either. */
static const char *
other_form(const char *name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((strncmp(names[i], "set_", 4) == 0 && strcmp(names[i] + 4, name) == 0) ||
            (strncmp(name, "set_", 4) == 0 && strcmp(name + 4, names[i]) == 0))
            return names[i];
    return NULL;
}

/* Upvalues: what stands before a name ("plt.", "axes:"), and whether matplotlib's names are known
 * there. */
static int
missing(lua_State *L)
{
    const char *before = lua_tostring(L, lua_upvalueindex(1));
    const char *name = fp__string(L, 2, before, "what is asked of it");
    const char *names[MOST_NAMES];
    const char *near;
    size_t n;

    for (size_t i = 0; i < ABSENTS && lua_toboolean(L, lua_upvalueindex(2)); i++)
        if (strcmp(absents[i].name, name) == 0)
            fp__error(L, "%s%s is not in flatplot" FP__OR "the nearest call is %s%s", before, name,
                      before, absents[i].nearest);
    n = list_names(L, 1, names);
    near = other_form(name, names, n);
    near = near ? near : fp_text_nearest(name, names, n);
    fp__error(L, near ? "there is no %s%s" FP__OR "did you mean %s%s?" : "there is no %s%s", before,
              name, before, near);
}

void
fp__refuse_others(lua_State *L, const char *before, bool plots)
{
    lua_createtable(L, 0, 1);
    lua_pushstring(L, before);
    lua_pushboolean(L, plots);
    lua_pushcclosure(L, missing, 2);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}

void
fp__open_absent(lua_State *L)
{
    fp__refuse_others(L, "plt.", true);
}
