/* SPDX-License-Identifier: MIT */
/* absent.c: what is asked of `plt` and not there: matplotlib's names, and typing mistakes. */
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
    {"bar", "plot"},
    {"barh", "plot"},
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
    {"hist", "plot"},
    {"hist2d", "imshow"},
    {"hlines", "axhline"},
    {"ioff", "pause"},
    {"ion", "pause"},
    {"locator_params", "xlim"},
    {"magnitude_spectrum", "plot"},
    {"matshow", "imshow"},
    {"minorticks_on", "grid"},
    {"pcolor", "imshow"},
    {"pcolormesh", "imshow"},
    {"phase_spectrum", "plot"},
    {"pie", "plot"},
    {"plot_date", "plot"},
    {"polar", "plot"},
    {"psd", "plot"},
    {"quiver", "plot"},
    {"quiverkey", "legend"},
    {"rc", "figure"},
    {"rcParams", "figure"},
    {"sci", "clim"},
    {"set_cmap", "imshow"},
    {"setp", "plot"},
    {"specgram", "imshow"},
    {"spy", "imshow"},
    {"stackplot", "plot"},
    {"stairs", "plot"},
    {"streamplot", "plot"},
    {"style", "figure"},
    {"subplot2grid", "subplot"},
    {"subplot_mosaic", "subplots"},
    {"table", "text"},
    {"thetagrids", "grid"},
    {"ticklabel_format", "text"},
    {"tricontour", "contour"},
    {"tricontourf", "contourf"},
    {"tripcolor", "imshow"},
    {"triplot", "plot"},
    {"violinplot", "plot"},
    {"vlines", "axvline"},
    {"waitforbuttonpress", "pause"},
    {"xcorr", "plot"},
    {"xkcd", "figure"},
};

enum { ABSENTS = sizeof absents / sizeof *absents, MOST_NAMES = 256 };

static void
raise_unknown(lua_State *L, const char *name)
{
    const char *names[MOST_NAMES];
    const char *near;
    size_t n = 0;

    lua_pushnil(L);
    while (n < MOST_NAMES && lua_next(L, 1)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) == LUA_TSTRING)
            names[n++] = lua_tostring(L, -1);
    }
    near = fp_text_nearest(name, names, n);
    fp__error(L, near ? "there is no plt.%s" FP__OR "did you mean plt.%s?" : "there is no plt.%s",
              name, near);
}

static int
missing(lua_State *L)
{
    const char *name = fp__string(L, 2, "plt", "what is asked of it");

    for (size_t i = 0; i < ABSENTS; i++)
        if (strcmp(absents[i].name, name) == 0)
            fp__error(L, "plt.%s is not in flatplot" FP__OR "the nearest call is plt.%s", name,
                      absents[i].nearest);
    raise_unknown(L, name);
    return 0;
}

void
fp__open_absent(lua_State *L)
{
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, missing);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}
