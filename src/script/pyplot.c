/* SPDX-License-Identifier: MIT */
/* pyplot.c: the table `plt`: what acts on the current figure and axes, and grids of axes. */
#include "flatplot/pyplot.h"

#include <math.h>

#include "fields/mesh.h"
#include "image/image.h"
#include "pyplot/registry.h"
#include "script/axes.h"
#include "script/axis.h"
#include "script/figures.h"
#include "script/handle.h"
#include "script/library.h"
#include "script/rc.h"

/* --- the current ones ------------------------------------------------------------------------- */

static int
gcf(lua_State *L)
{
    return fp__push_figure(L, fp__current_figure(L));
}

static int
gca(lua_State *L)
{
    struct fp_figure *fig = fp__current_figure(L);
    size_t before = fp__count_axes(fig);

    return fp__push_dressed_axes(L, fig, before, plt_gca());
}

/* --- methods with the current axes or figure before their arguments: upvalue 1 is the method,
 * upvalue 2 whether it draws ---------------- */

static int
on_axes(lua_State *L)
{
    lua_CFunction method = lua_tocfunction(L, lua_upvalueindex(1));
    bool draws = lua_toboolean(L, lua_upvalueindex(2));

    gca(L);
    lua_insert(L, 1);
    return (draws ? fp__call_drawing : fp__call_held)(L, method);
}

static int
on_figure(lua_State *L)
{
    lua_CFunction method = lua_tocfunction(L, lua_upvalueindex(1));

    gcf(L);
    lua_insert(L, 1);
    return fp__call_held(L, method);
}

static void
add_functions(lua_State *L, const struct fp__method_table *table, lua_CFunction on)
{
    for (const struct fp__method *m = table->methods; m->call; m++)
        if (m->pyplot) {
            lua_pushcfunction(L, m->call);
            lua_pushboolean(L, table->draw);
            lua_pushcclosure(L, on, 2);
            lua_setfield(L, -2, m->pyplot);
        }
}

/* --- what is current -------------------------------------------------------------------------- */

static int
sca(lua_State *L)
{
    fp__try(L, plt_sca(fp__to_axes(L, 1)));
    return 0;
}

static int
cla(lua_State *L)
{
    fp__try(L, plt_cla());
    if (plt_fignums(NULL, 0) > 0 && fp__count_axes(plt_gcf()) > 0)
        fp__dress_axes(L, (fp__push_axes(L, plt_gca()), lua_gettop(L)));
    return 0;
}

static int
clf(lua_State *L)
{
    fp__try(L, plt_clf());
    return 0;
}

/* get_fignums(): the open ones' numbers. */
static int
get_fignums(lua_State *L)
{
    size_t n = plt_fignums(NULL, 0);
    int *numbers = lua_newuserdatauv(L, n * sizeof *numbers, 0);

    plt_fignums(numbers, n);
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        lua_pushinteger(L, numbers[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* --- grids ------------------------------------------------------------------------------------ */

/* subplot(2, 3, 1), subplot(231), subplot(). */
static int
subplot(lua_State *L)
{
    int grid[3];
    struct fp_figure *fig;
    size_t before;

    fp__to_grid(L, 1, grid);
    fig = fp__current_figure(L);
    before = fp__count_axes(fig);
    return fp__push_dressed_axes(L, fig, before, plt_subplot(grid[0], grid[1], grid[2]));
}

struct grid {
    struct fp__looks looks;
    int size[2];   /* rows, columns */
    int shares[2]; /* where the values of sharex and sharey are on the stack; then enum sharing */
};

/* Which axes have limits in common. */
enum sharing { SHARE_NONE, SHARE_ALL, SHARE_ROW, SHARE_COL };

static const struct fp__field grid_rows[] = {
    FP__LOOKS_ROWS(struct grid, looks),
    {.name = "nrows", .kind = FP__FIELD_INTEGER, .offset = offsetof(struct grid, size[0])},
    {.name = "ncols", .kind = FP__FIELD_INTEGER, .offset = offsetof(struct grid, size[1])},
    {.name = "sharex", .kind = FP__FIELD_VALUE, .offset = offsetof(struct grid, shares[0])},
    {.name = "sharey", .kind = FP__FIELD_VALUE, .offset = offsetof(struct grid, shares[1])},
};

const struct fp__fields fp__subplots_fields = FP__FIELDS("subplots", grid_rows);

/* true, or matplotlib's word. */
static int
read_sharing(lua_State *L, int index)
{
    static const char *const names[] = {"none", "all", "row", "col", NULL};

    if (index == 0 || lua_type(L, index) != LUA_TSTRING)
        return index != 0 && lua_toboolean(L, index) ? SHARE_ALL : SHARE_NONE;
    return fp__pick(L, lua_tostring(L, index), "subplots", names);
}

/* The first of those that axes `at` of a figure of so many columns shares with. */
static struct fp_axes *
find_first(struct fp_figure *fig, int sharing, int at, int cols)
{
    int first = sharing == SHARE_ROW ? at / cols * cols : sharing == SHARE_COL ? at % cols : 0;

    return fp_figure_get_axes(fig, (size_t)first);
}

/* As matplotlib: the first one's limits are everybody's, and only outer axes keep labels. */
static void
share(lua_State *L, const struct grid *grid, struct fp_figure *fig, int at, int cols)
{
    struct fp_axes *ax = fp_figure_get_axes(fig, (size_t)at);
    struct fp_axes *x = find_first(fig, grid->shares[0], at, cols);
    struct fp_axes *y = find_first(fig, grid->shares[1], at, cols);

    if (grid->shares[0] != SHARE_NONE && ax != x)
        fp__try(L, fp_axes_share_x(ax, x));
    if (grid->shares[1] != SHARE_NONE && ax != y)
        fp__try(L, fp_axes_share_y(ax, y));
    if (grid->shares[0] == SHARE_ALL || grid->shares[0] == SHARE_COL)
        fp__try(L, fp_axes_label_outer_x(ax));
    if (grid->shares[1] == SHARE_ALL || grid->shares[1] == SHARE_ROW)
        fp__try(L, fp_axes_label_outer_y(ax));
}

/* Pushes the axes of one row: a table, or the only one. The figure, at the index, is looked up
 * each time: a finalizer may close it in between. */
static void
push_row(lua_State *L, const struct grid *grid, int at, const int size[2], int row)
{
    lua_createtable(L, size[1], 0);
    for (int col = 0; col < size[1]; col++) {
        struct fp_figure *fig = fp__to_figure(L, at);
        size_t before = fp__count_axes(fig);
        struct fp_axes *ax = fp_figure_add_subplot(fig, size[0], size[1], row * size[1] + col + 1);

        fp__push_dressed_axes(L, fig, before, ax);
        share(L, grid, fp__to_figure(L, at), row * size[1] + col, size[1]);
        lua_rawseti(L, -2, col + 1);
    }
    if (size[1] == 1) {
        lua_rawgeti(L, -1, 1);
        lua_remove(L, -2);
    }
}

static void
push_rows(lua_State *L, const struct grid *grid, int at, const int size[2])
{
    if (size[0] == 1) {
        push_row(L, grid, at, size, 0);
        return;
    }
    lua_createtable(L, size[0], 0);
    for (int row = 0; row < size[0]; row++) {
        push_row(L, grid, at, size, row);
        lua_rawseti(L, -2, row + 1);
    }
}

/* subplots(rows, cols, {…}): the figure, and axs[row][col]; axs[i] for one row or column, and one
 * axes alone, as matplotlib's squeeze. */
static int
subplots(lua_State *L)
{
    struct grid grid = {.size = {1, 1}};
    struct fp_figure *fig;
    int *size = grid.size;
    int n;

    fp__options_read(L, fp__options_last(L, &n), &fp__subplots_fields, &grid);
    for (int i = 0; i < 2 && i < n; i++)
        size[i] =
            fp__integer(L, i + 1, "subplots", i ? "the number of columns" : "the number of rows");
    for (int i = 0; i < 2; i++)
        grid.shares[i] = read_sharing(L, grid.shares[i]);
    if (size[0] < 1 || size[1] < 1 || size[0] > 1000 || size[1] > 1000)
        fp__error(L, "subplots: rows and columns go from 1 to 1000");
    fig = plt_figure(0);
    fp__push_figure(L, fig);
    fp__set_looks(L, fp__to_figure(L, -1), &grid.looks);
    push_rows(L, &grid, lua_gettop(L), size);
    return 2;
}

/* --- colorbar and clim ------------------------------------------------------------------------ */

static const char *const extends[] = {"neither", "min", "max", "both", NULL};
static const char *const orientations[] = {"vertical", "horizontal", NULL};

struct bar {
    struct fp_colorbar_options options;
    int orientation, ax;
    const char *format;
    struct fp_array *ticks;
};

static const struct fp__field bar_rows[] = {
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = offsetof(struct bar, options.label)},
    {.name = "orientation",
     .kind = FP__FIELD_CHOICE,
     .offset = offsetof(struct bar, orientation),
     .names = orientations},
    {.name = "extend",
     .kind = FP__FIELD_CHOICE,
     .offset = offsetof(struct bar, options.extend),
     .names = extends},
    {.name = "fraction",
     .kind = FP__FIELD_NUMBER,
     .offset = offsetof(struct bar, options.fraction)},
    {.name = "pad", .kind = FP__FIELD_NUMBER, .offset = offsetof(struct bar, options.pad)},
    {.name = "shrink", .kind = FP__FIELD_NUMBER, .offset = offsetof(struct bar, options.shrink)},
    {.name = "aspect", .kind = FP__FIELD_NUMBER, .offset = offsetof(struct bar, options.aspect)},
    {.name = "format", .kind = FP__FIELD_TEXT, .offset = offsetof(struct bar, format)},
    {.name = "ticks", .kind = FP__FIELD_ARRAY, .offset = offsetof(struct bar, ticks)},
    {.name = "ax", .kind = FP__FIELD_VALUE, .offset = offsetof(struct bar, ax)},
};

static const struct fp__fields bar_fields = FP__FIELDS("colorbar", bar_rows);

/* Before the artist is looked up, which reading may remove. */
static struct bar
read_bar(lua_State *L, int options)
{
    struct bar bar = {.options = fp_colorbar_defaults()};

    fp__options_read(L, options, &bar_fields, &bar);
    bar.options.horizontal = bar.orientation == 1;
    return bar;
}

static int
push_colorbar(lua_State *L, void *artist, struct bar bar)
{
    struct fp_colorbar *colorbar;

    if (bar.ax && fp__to_axes(L, bar.ax) != fp__artist_axes(artist))
        fp__error(L, "colorbar: ax is not the axes that the image is in" FP__OR
                     "a colorbar takes its room from there: leave ax away");
    colorbar = fp_axes_colorbar(fp__artist_axes(artist), artist, &bar.options);
    fp__push_artist(L, FP__COLORBAR, colorbar);
    fp__push_axes(L, fp__artist_axes((struct fp__artist *)colorbar));
    fp__dress_axis(L, lua_gettop(L));
    lua_pop(L, 1);
    if (bar.ticks)
        fp__bar_ticks(L, colorbar, bar.ticks);
    if (bar.format)
        fp__try(L, fp_colorbar_set_format(colorbar, bar.format));
    return 1;
}

/* colorbar(), colorbar{label = …}, colorbar(image, …). */
static int
colorbar(lua_State *L)
{
    bool given = lua_isuserdata(L, 1);
    struct bar bar = read_bar(L, given ? 2 : 1);
    void *artist = given ? fp__to_any_artist(L, 1) : fp__current_colored();

    if (!artist)
        fp__error(L, "colorbar: the current figure has no image" FP__OR "call plt.imshow first");
    return push_colorbar(L, artist, bar);
}

/* fig:colorbar(image, …). */
static int
figure_colorbar(lua_State *L)
{
    struct bar bar = read_bar(L, 3);

    fp__to_figure(L, 1);
    return push_colorbar(L, fp__to_any_artist(L, 2), bar);
}

/* clim(vmin, vmax) of the current image or mesh; nil leaves an end as it is. */
static int
clim(lua_State *L)
{
    struct fp__artist *artist = fp__current_colored();
    double low = lua_isnoneornil(L, 1) ? NAN : fp__number(L, 1, "clim", "vmin");
    double high = lua_isnoneornil(L, 2) ? NAN : fp__number(L, 2, "clim", "vmax");

    if (artist && artist->base.cls == &fp__mesh_class.base)
        fp__try(L, fp_mesh_set_clim((struct fp_mesh *)artist, low, high));
    else if (artist && artist->base.cls == &fp__image_class.base)
        fp__try(L, fp_image_set_clim((struct fp_image *)artist, low, high));
    else
        fp__error(L, "clim: the current figure has no image" FP__OR "call plt.imshow first");
    return 0;
}

void
fp__open_pyplot(lua_State *L)
{
    static const luaL_Reg functions[] = {{"gcf", gcf},
                                         {"gca", gca},
                                         {"sca", sca},
                                         {"cla", cla},
                                         {"clf", clf},
                                         {"get_fignums", get_fignums},
                                         {"subplot", subplot},
                                         {"subplots", subplots},
                                         {"colorbar", colorbar},
                                         {"clim", clim},
                                         {NULL, NULL}};

    luaL_setfuncs(L, functions, 0);
    for (size_t i = 0; fp__axes_tables[i].methods; i++)
        add_functions(L, &fp__axes_tables[i], on_axes);
    add_functions(L, &(struct fp__method_table){fp__figure_methods, false}, on_figure);
    luaL_getmetatable(L, FP__FIGURE);
    lua_getfield(L, -1, "__index");
    fp__push_method(L, figure_colorbar);
    lua_setfield(L, -2, "colorbar");
    lua_pop(L, 2);
}

void
fp__library_open(lua_State *L)
{
    static void (*const parts[])(lua_State *) = {
        fp__open_arrays,  fp__open_array_text, fp__open_make,    fp__open_types,   fp__open_math,
        fp__open_reduce,  fp__open_views,      fp__open_frames,  fp__open_system,  fp__open_held,
        fp__open_handles, fp__open_artists,    fp__open_axes,    fp__open_figures, fp__open_dates,
        fp__open_pyplot,  fp__open_imsave,     fp__open_windows, fp__open_rc,      fp__open_absent,
    };

    lua_newtable(L);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        parts[i](L);
    lua_setglobal(L, "plt");
}
