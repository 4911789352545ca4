/* SPDX-License-Identifier: MIT */
/* plots_fields.c: methods of axes that draw values over a plane, and of contours. */
#include "flatplot/fields.h"

#include <math.h>

#include "script/array.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/lists.h"
#include "script/options.h"
#include "script/positions.h"
#include "script/rc.h"

/* --- contours --------------------------------------------------------------------------------- */

/* Options, and where lists are on the stack. */
struct contour {
    struct fp_contour_options options;
    int levels, colors, linewidths, linestyles;
};

#define CONTOUR(member) offsetof(struct contour, member)

static const char *const origins[] = {"upper", "lower", NULL};
static const char *const extends[] = {"neither", "min", "max", "both", NULL};

static const struct fp__field contour_rows[] = {
    {.name = "levels", .kind = FP__FIELD_VALUE, .offset = CONTOUR(levels)},
    {.name = "cmap", .kind = FP__FIELD_COLORMAP, .offset = CONTOUR(options.cmap)},
    {.name = "norm", .kind = FP__FIELD_NORM, .offset = CONTOUR(options.norm)},
    {.name = "vmin", .kind = FP__FIELD_NUMBER, .offset = CONTOUR(options.norm.vmin)},
    {.name = "vmax", .kind = FP__FIELD_NUMBER, .offset = CONTOUR(options.norm.vmax)},
    {.name = "colors", .kind = FP__FIELD_VALUE, .offset = CONTOUR(colors)},
    {.name = "linewidths",
     .alias = "linewidth",
     .kind = FP__FIELD_VALUE,
     .offset = CONTOUR(linewidths)},
    {.name = "linestyles",
     .alias = "linestyle",
     .kind = FP__FIELD_VALUE,
     .offset = CONTOUR(linestyles)},
    {.name = "extend",
     .kind = FP__FIELD_CHOICE,
     .offset = CONTOUR(options.extend),
     .names = extends},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = CONTOUR(options.alpha)},
    {.name = "origin",
     .kind = FP__FIELD_CHOICE,
     .offset = CONTOUR(options.origin),
     .given = FP__GIVEN(struct contour, options.has_origin),
     .names = origins},
    {.name = "extent",
     .kind = FP__FIELD_NUMBERS,
     .offset = CONTOUR(options.extent),
     .given = FP__GIVEN(struct contour, options.has_extent),
     .count = 4},
};

const struct fp__fields fp__contour_fields = FP__FIELDS("contour", contour_rows);
const struct fp__fields fp__contourf_fields = FP__FIELDS("contourf", contour_rows);

static void
take_lists(lua_State *L, const char *function, struct contour *c)
{
    struct fp_contour_options *o = &c->options;

    fp__list_levels(L, c->levels, function, &o->levels, &o->level_count);
    if (c->colors)
        o->colors = fp__colors(L, c->colors, &o->color_count);
    o->linewidths =
        fp__list_numbers(L, c->linewidths, function, "a line width", &o->linewidth_count);
    o->linestyles = fp__list_linestyles(L, c->linestyles, function, &o->linestyle_count);
}

/* Values, and x and y before them; how many arguments there are without options and levels. */
struct grid {
    struct fp_array *x, *y, *z;
};

static struct grid
take_grid(lua_State *L, int n, const char *function)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct grid grid = {0};

    if (n != 2 && n != 4)
        fp__error(L,
                  "%s: takes z, or x, y and z, not %d values" FP__OR
                  "options are a table of names: {cmap = 'magma'}",
                  function, n - 1);
    grid.z = fp__to_array(L, n, function, "z");
    grid.x = n == 4 ? fp__to_positions(L, 2, ax, false, function, "x") : NULL;
    grid.y = n == 4 ? fp__to_positions(L, 3, ax, true, function, "y") : NULL;
    return grid;
}

/* contour(z), contour(x, y, z), each with levels. */
static int
add_contour(lua_State *L, const struct fp__fields *fields,
            struct fp_contour *(*add)(struct fp_axes *, struct fp_array *, struct fp_array *,
                                      struct fp_array *, const struct fp_contour_options *))
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct contour contour = {.options = fp_contour_defaults()};
    struct grid grid;
    int n;
    int at = fp__options_last(L, &n);

    fp__options_read(L, at, fields, &contour);
    if (n == 3 || n == 5)
        contour.levels = n--;
    grid = take_grid(L, n, fields->function);
    take_lists(L, fields->function, &contour);
    return fp__push_artist(L, FP__CONTOUR, add(ax, grid.x, grid.y, grid.z, &contour.options));
}

static int
axes_contour(lua_State *L)
{
    return add_contour(L, &fp__contour_fields, fp_axes_contour);
}

static int
axes_contourf(lua_State *L)
{
    return add_contour(L, &fp__contourf_fields, fp_axes_contourf);
}

/* --- labels ----------------------------------------------------------------------------------- */

struct clabel {
    struct fp_clabel_options options;
    int levels;
};

#define CLABEL(member) offsetof(struct clabel, member)

static const struct fp__field clabel_rows[] = {
    {.name = "levels", .kind = FP__FIELD_VALUE, .offset = CLABEL(levels)},
    {.name = "fontsize", .kind = FP__FIELD_FONTSIZE, .offset = CLABEL(options.fontsize)},
    {.name = "inline", .kind = FP__FIELD_BOOL, .offset = CLABEL(options.break_lines)},
    {.name = "inline_spacing", .kind = FP__FIELD_NUMBER, .offset = CLABEL(options.inline_spacing)},
    {.name = "fmt", .kind = FP__FIELD_TEXT, .offset = CLABEL(options.format)},
    {.name = "colors",
     .alias = "color",
     .kind = FP__FIELD_COLOR,
     .offset = CLABEL(options.color),
     .given = FP__GIVEN(struct clabel, options.has_color)},
};

const struct fp__fields fp__clabel_fields = FP__FIELDS("clabel", clabel_rows);

/* The contour is the argument at the index; levels may follow. */
static int
label(lua_State *L, int index)
{
    struct fp_contour *contour = fp__to_artist(L, index, FP__CONTOUR);
    struct clabel clabel = {.options = fp_clabel_defaults()};
    int n;
    int at = fp__options_last(L, &n);

    fp__options_read(L, at, &fp__clabel_fields, &clabel);
    if (n > index)
        clabel.levels = index + 1;
    if (clabel.levels)
        clabel.options.levels =
            fp__list_numbers(L, clabel.levels, "clabel", "a level", &clabel.options.level_count);
    fp__try(L, fp_contour_label(contour, &clabel.options));
    return 0;
}

static int
axes_clabel(lua_State *L)
{
    return label(L, 2);
}

static int
contour_clabel(lua_State *L)
{
    return label(L, 1);
}

/* A table of the levels. */
static int
contour_levels(lua_State *L)
{
    const double *levels;
    size_t n = fp_contour_levels(fp__to_artist(L, 1, FP__CONTOUR), &levels);

    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        lua_pushnumber(L, levels[i]);
        lua_seti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* --- meshes ----------------------------------------------------------------------------------- */

#define MESH(member) offsetof(struct fp_pcolormesh_options, member)

static const char *const shadings[] = {"auto", "flat", "nearest", NULL};

static const struct fp__field pcolormesh_rows[] = {
    {.name = "cmap", .kind = FP__FIELD_COLORMAP, .offset = MESH(cmap)},
    {.name = "norm", .kind = FP__FIELD_NORM, .offset = MESH(norm)},
    {.name = "vmin", .kind = FP__FIELD_NUMBER, .offset = MESH(norm.vmin)},
    {.name = "vmax", .kind = FP__FIELD_NUMBER, .offset = MESH(norm.vmax)},
    {.name = "shading", .kind = FP__FIELD_CHOICE, .offset = MESH(shading), .names = shadings},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = MESH(alpha)},
    {.name = "edgecolors",
     .alias = "edgecolor",
     .kind = FP__FIELD_COLOR,
     .offset = MESH(edgecolor),
     .given = FP__GIVEN(struct fp_pcolormesh_options, has_edgecolor)},
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = MESH(linewidth)},
};

const struct fp__fields fp__pcolormesh_fields = FP__FIELDS("pcolormesh", pcolormesh_rows);

/* pcolormesh(z), pcolormesh(x, y, z). */
static int
axes_pcolormesh(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_pcolormesh_options options = fp_pcolormesh_defaults();
    struct grid grid;
    int n;
    int at = fp__options_last(L, &n);

    fp__options_read(L, at, &fp__pcolormesh_fields, &options);
    grid = take_grid(L, n, "pcolormesh");
    return fp__push_artist(L, FP__MESH, fp_axes_pcolormesh(ax, grid.x, grid.y, grid.z, &options));
}

static int
mesh_set_array(lua_State *L)
{
    struct fp_mesh *mesh = fp__to_artist(L, 1, FP__MESH);

    fp__try(L, fp_mesh_set_array(mesh, fp__to_array(L, 2, "set_array", "the values")));
    return 0;
}

/* set_clim(vmin, vmax); nil leaves that end as it is. */
static int
mesh_set_clim(lua_State *L)
{
    struct fp_mesh *mesh = fp__to_artist(L, 1, FP__MESH);
    double low = lua_isnoneornil(L, 2) ? NAN : fp__number(L, 2, "set_clim", "a limit");
    double high = lua_isnoneornil(L, 3) ? NAN : fp__number(L, 3, "set_clim", "a limit");

    fp__try(L, fp_mesh_set_clim(mesh, low, high));
    return 0;
}

static int
mesh_get_clim(lua_State *L)
{
    double low, high;

    fp__try(L, fp_mesh_get_clim(fp__to_artist(L, 1, FP__MESH), &low, &high));
    lua_pushnumber(L, low);
    lua_pushnumber(L, high);
    return 2;
}

const luaL_Reg fp__mesh_methods[] = {{"set_array", mesh_set_array},
                                     {"set_clim", mesh_set_clim},
                                     {"get_clim", mesh_get_clim},
                                     FP__ARTIST_METHODS,
                                     {NULL, NULL}};

const luaL_Reg fp__contour_methods[] = {
    {"clabel", contour_clabel}, {"levels", contour_levels}, FP__ARTIST_METHODS, {NULL, NULL}};

const struct fp__method fp__field_methods[] = {
    {"pcolormesh", "pcolormesh", axes_pcolormesh},
    {"contour", "contour", axes_contour},
    {"contourf", "contourf", axes_contourf},
    {"clabel", "clabel", axes_clabel},
    {NULL, NULL, NULL},
};
