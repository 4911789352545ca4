/* SPDX-License-Identifier: MIT */
/* artists.c: methods of images, colorbars, lines and everything else that axes draw. */
#include <math.h>

#include "flatplot/notes.h"
#include "flatplot/plot.h"
#include "plots/line.h"
#include "script/array.h"
#include "script/axes.h"
#include "script/axis.h"
#include "script/handle.h"
#include "script/library.h"
#include "script/options.h"

int
fp__artist_remove(lua_State *L)
{
    fp__try(L, fp_artist_remove(fp__to_any_artist(L, 1)));
    return 0;
}

static int
image_set_data(lua_State *L)
{
    struct fp_image *image = fp__to_artist(L, 1, FP__IMAGE);

    fp__try(L, fp_image_set_data(image, fp__to_array(L, 2, "set_data", "the first argument")));
    return 0;
}

static double
limit(lua_State *L, int index)
{
    return lua_isnoneornil(L, index) ? NAN : fp__number(L, index, "set_clim", "a limit");
}

/* set_clim(vmin, vmax); nil leaves that end as it is. */
static int
image_set_clim(lua_State *L)
{
    struct fp_image *image = fp__to_artist(L, 1, FP__IMAGE);

    fp__try(L, fp_image_set_clim(image, limit(L, 2), limit(L, 3)));
    return 0;
}

static int
image_get_clim(lua_State *L)
{
    double low;
    double high;

    fp__try(L, fp_image_get_clim(fp__to_artist(L, 1, FP__IMAGE), &low, &high));
    lua_pushnumber(L, low);
    lua_pushnumber(L, high);
    return 2;
}

static int
colorbar_set_label(lua_State *L)
{
    struct fp_colorbar *colorbar = fp__to_artist(L, 1, FP__COLORBAR);

    fp__try(L, fp_colorbar_set_label(colorbar, fp__words(L, 2, "set_label", "the label")));
    return 0;
}

static int
line_set_data(lua_State *L)
{
    struct fp_line *line = fp__to_artist(L, 1, FP__LINE);
    struct fp_array *x = fp__to_array(L, 2, "set_data", "x");

    fp__try(L, fp_line_set_data(line, x, fp__to_array(L, 3, "set_data", "y")));
    return 0;
}

/* set_xdata(x): y stays, which is as long. */
static int
line_set_xdata(lua_State *L)
{
    struct fp_line *line = fp__to_artist(L, 1, FP__LINE);
    struct fp_array *x = fp__to_array(L, 2, "set_xdata", "x");

    fp__try(L, fp_line_set_data(line, x, line->y));
    return 0;
}

static int
line_set_ydata(lua_State *L)
{
    struct fp_line *line = fp__to_artist(L, 1, FP__LINE);
    struct fp_array *y = fp__to_array(L, 2, "set_ydata", "y");

    fp__try(L, fp_line_set_data(line, line->x, y));
    return 0;
}

/* Column `column` of the array (N, 2) at index 2, which is the stack's. */
static struct fp_array *
push_column(lua_State *L, int column)
{
    struct fp_array *array = fp__to_array(L, 2, "set_offsets", "the points");
    struct fp_layout layout = *fp_array_layout(array);

    if (layout.ndim != 2 || layout.shape[1] != 2)
        fp__error(L, "set_offsets: the points are an array of shape (N, 2)" FP__OR
                     "plt.array{x, y}.T");
    layout.ndim = 1;
    fp__push_view(L, array, layout.strides[1] * column, &layout);
    return *(struct fp_array **)lua_touserdata(L, -1);
}

static int
scatter_set_offsets(lua_State *L)
{
    struct fp_scatter *scatter = fp__to_artist(L, 1, FP__SCATTER);
    struct fp_array *x = push_column(L, 0);

    fp__try(L, fp_scatter_set_offsets(scatter, x, push_column(L, 1)));
    return 0;
}

static int
scatter_set_array(lua_State *L)
{
    struct fp_scatter *scatter = fp__to_artist(L, 1, FP__SCATTER);

    fp__try(L, fp_scatter_set_array(scatter, fp__to_array(L, 2, "set_array", "the values")));
    return 0;
}

static int
note_set_text(lua_State *L)
{
    struct fp_note *note = fp__to_artist(L, 1, FP__NOTE);

    fp__try(L, fp_note_set_text(note, fp__words(L, 2, "set_text", "the text")));
    return 0;
}

void
fp__open_artists(lua_State *L)
{
    static const luaL_Reg image[] = {FP__ARTIST_METHODS,
                                     {"set_data", image_set_data},
                                     {"set_clim", image_set_clim},
                                     {"get_clim", image_get_clim},
                                     {NULL, NULL}};
    static const luaL_Reg colorbar[] = {FP__ARTIST_METHODS,
                                        {"set_label", colorbar_set_label},
                                        {"set_ticks", fp__colorbar_ticks},
                                        {"set_format", fp__colorbar_format},
                                        {NULL, NULL}};
    static const luaL_Reg line[] = {FP__ARTIST_METHODS,
                                    {"set_data", line_set_data},
                                    {"set_xdata", line_set_xdata},
                                    {"set_ydata", line_set_ydata},
                                    {NULL, NULL}};
    static const luaL_Reg scatter[] = {FP__ARTIST_METHODS,
                                       {"set_offsets", scatter_set_offsets},
                                       {"set_array", scatter_set_array},
                                       {NULL, NULL}};
    static const luaL_Reg note[] = {FP__ARTIST_METHODS, {"set_text", note_set_text}, {NULL, NULL}};
    static const luaL_Reg artist[] = {FP__ARTIST_METHODS, {NULL, NULL}};

    fp__handle_class(L, FP__IMAGE, image);
    fp__handle_class(L, FP__COLORBAR, colorbar);
    fp__handle_class(L, FP__LINE, line);
    fp__handle_class(L, FP__SCATTER, scatter);
    fp__handle_class(L, FP__NOTE, note);
    fp__handle_class(L, FP__CONTOUR, fp__contour_methods);
    fp__handle_class(L, FP__MESH, fp__mesh_methods);
    fp__handle_class(L, FP__ARTIST, artist);
    lua_pop(L, 8);
}
