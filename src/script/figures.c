/* SPDX-License-Identifier: MIT */
/* figures.c: figures in scripts: making, closing, and their methods. */
#include <string.h>

#include "figure/figure.h"
#include "figure/window.h"
#include "flatplot/output.h"
#include "flatplot/pyplot.h"
#include "pyplot/registry.h"
#include "script/axes.h"
#include "script/axis.h"
#include "script/figures.h"
#include "script/handle.h"
#include "script/library.h"
#include "script/rc.h"

/* --- looks that figures are made with --------------------------------------------------------- */

struct wanted {
    struct fp__looks looks;
    const char *name;
    int number;
};

const char *const fp__style_names[] = {
    "default", "dark", "colorblind", "dark_background", "tableau-colorblind10", NULL};

static const struct fp__field figure_rows[] = {
    FP__LOOKS_ROWS(struct wanted, looks),
    {.name = "num", .kind = FP__FIELD_INTEGER, .offset = offsetof(struct wanted, number)},
    {.name = "name", .kind = FP__FIELD_TEXT, .offset = offsetof(struct wanted, name)},
};

const struct fp__fields fp__figure_fields = FP__FIELDS("figure", figure_rows);

/* The names that come after those of the styles are matplotlib's for the second and the third. */
static enum fp_style
style_at(int place)
{
    return (enum fp_style)(place < FP_STYLES ? place : place - FP_STYLES + FP_STYLE_DARK);
}

void
fp__set_looks(lua_State *L, struct fp_figure *fig, const struct fp__looks *looks)
{
    if (looks->has_style)
        fp__try(L, fp_figure_set_style(fig, style_at(looks->style)));
    if (looks->has_dpi)
        fp__try(L, fp_figure_set_dpi(fig, looks->dpi));
    if (looks->has_size)
        fp__try(L, fp_figure_set_size_inches(fig, looks->size[0], looks->size[1]));
    if (looks->has_face)
        fp__try(L, fp_figure_set_facecolor(fig, looks->face));
}

struct fp_figure *
fp__current_figure(lua_State *L)
{
    struct wanted wanted = {0};
    struct fp_figure *fig;
    bool open;

    if (plt_fignums(NULL, 0) == 0)
        fp__options_read(L, 0, &fp__figure_fields, &wanted);
    open = plt_fignums(NULL, 0) > 0;
    fig = plt_gcf();
    if (!fig)
        fp__raise(L);
    if (!open)
        fp__set_looks(L, fig, &wanted.looks);
    return fig;
}

/* --- looks that axes are made with ------------------------------------------------------------ */

struct dress {
    struct fp_color face;
    bool has_face, grid;
    double sizes[3];   /* of labels, and of tick labels along x and y; 0: as they are */
    int directions[2]; /* of ticks along x and y */
};

static const struct fp__field axes_rows[] = {
    {.name = "facecolor",
     .kind = FP__FIELD_COLOR,
     .offset = offsetof(struct dress, face),
     .given = FP__GIVEN(struct dress, has_face)},
    {.name = "grid", .kind = FP__FIELD_BOOL, .offset = offsetof(struct dress, grid)},
    {.name = "labelsize", .kind = FP__FIELD_FONTSIZE, .offset = offsetof(struct dress, sizes[0])},
    {.name = "xticklabelsize",
     .kind = FP__FIELD_FONTSIZE,
     .offset = offsetof(struct dress, sizes[1])},
    {.name = "yticklabelsize",
     .kind = FP__FIELD_FONTSIZE,
     .offset = offsetof(struct dress, sizes[2])},
    {.name = "xtickdirection",
     .kind = FP__FIELD_CHOICE,
     .offset = offsetof(struct dress, directions[0]),
     .names = fp__tick_directions},
    {.name = "ytickdirection",
     .kind = FP__FIELD_CHOICE,
     .offset = offsetof(struct dress, directions[1]),
     .names = fp__tick_directions},
};

const struct fp__fields fp__axes_fields = FP__FIELDS("axes", axes_rows);

static void
dress_axis(lua_State *L, struct fp_axes *ax, const struct fp__axis_calls *calls, double size,
           int direction)
{
    struct fp_tick_labels labels;
    struct fp_tick_marks marks;

    fp__try(L, calls->get_look(ax, &labels));
    labels.size = size > 0 ? size : labels.size;
    fp__try(L, calls->set_look(ax, &labels));
    for (int minor = 0; minor < 2; minor++) {
        fp__try(L, calls->get_marks(ax, minor, &marks));
        marks.direction = (enum fp_tick_direction)direction;
        fp__try(L, calls->set_marks(ax, minor, &marks));
    }
}

static void
dress_both(lua_State *L, struct fp_axes *ax, const struct dress *dress)
{
    if (dress->sizes[0] > 0) {
        fp__try(L, fp_axes_set_text_size(ax, FP_XLABEL, dress->sizes[0]));
        fp__try(L, fp_axes_set_text_size(ax, FP_YLABEL, dress->sizes[0]));
    }
    dress_axis(L, ax, &fp__x_axis, dress->sizes[1], dress->directions[0]);
    dress_axis(L, ax, &fp__y_axis, dress->sizes[2], dress->directions[1]);
}

void
fp__dress_axis(lua_State *L, int index)
{
    struct dress dress = {0};

    fp__options_read(L, 0, &fp__axes_fields, &dress);
    dress_both(L, fp__to_axes(L, index), &dress);
}

void
fp__dress_axes(lua_State *L, int index)
{
    struct dress dress = {0};
    struct fp_axes *ax;

    fp__options_read(L, 0, &fp__axes_fields, &dress);
    ax = fp__to_axes(L, index);
    dress_both(L, ax, &dress);
    if (dress.has_face)
        fp__try(L, fp_axes_set_facecolor(ax, dress.face));
    if (dress.grid)
        fp__try(L, fp_axes_set_grid(ax, true));
}

size_t
fp__count_axes(struct fp_figure *fig)
{
    return fig->body ? fig->body->axes_count : 0;
}

int
fp__push_dressed_axes(lua_State *L, struct fp_figure *fig, size_t before, struct fp_axes *ax)
{
    bool made = fp__count_axes(fig) > before;

    fp__push_axes(L, ax);
    if (made)
        fp__dress_axes(L, lua_gettop(L));
    return 1;
}

/* --- making ----------------------------------------------------------------------------------- */

/* figure(), figure(3), figure("name"), figure{figsize = …}, and both. What is there keeps its
 * looks. */
static int
plt_figure_of(lua_State *L)
{
    struct wanted wanted = {0};
    size_t open = plt_fignums(NULL, 0);
    struct fp_figure *fig;
    int n;

    fp__options_read(L, fp__options_last(L, &n), &fp__figure_fields, &wanted);
    if (n > 0 && lua_type(L, 1) == LUA_TSTRING)
        wanted.name = lua_tostring(L, 1);
    else if (n > 0 && !lua_isnil(L, 1))
        wanted.number = fp__integer(L, 1, "figure", "the number");
    fig = wanted.name ? plt_figure_named(wanted.name) : plt_figure(wanted.number);
    if (!fig)
        fp__raise(L);
    if (plt_fignums(NULL, 0) > open)
        fp__set_looks(L, fig, &wanted.looks);
    return fp__push_figure(L, fig);
}

/* What a figure holds beside images, in bytes: what its collector is told when one is made. */
enum { FIGURE_BYTES = 64 * 1024 };

/* Figure{…}: without a number, owned by its handle. */
static int
plt_Figure(lua_State *L)
{
    struct wanted wanted = {0};

    fp__options_read(L, 1, &fp__figure_fields, &wanted);
    fp__charge(L, FIGURE_BYTES);
    fp__push_owned_figure(L);
    fp__set_looks(L, fp__to_figure(L, -1), &wanted.looks);
    return 1;
}

/* --- closing ---------------------------------------------------------------------------------- */

static void
close_figure(lua_State *L, struct fp_figure *fig)
{
    fp__note_closing(L, fig);
    fp_close(fig);
}

static int
figure_close(lua_State *L)
{
    struct fp_figure *fig = fp__peek_figure(L, 1);

    if (fig)
        close_figure(L, fig);
    return 0;
}

static int
close_all(lua_State *L)
{
    plt_close_all();
    fp__note_closed(L);
    return 0;
}

/* close(), close(3), close("name"), close("all"), close(fig). */
static int
plt_close_of(lua_State *L)
{
    const struct fp__entry *entry = NULL;
    int number = lua_type(L, 1) == LUA_TNUMBER ? fp__integer(L, 1, "close", "the number") : 0;

    if (lua_isnoneornil(L, 1) || lua_type(L, 1) == LUA_TNUMBER)
        entry = number ? fp__entry_find(number, NULL, NULL) : fp__entry_current();
    else if (lua_type(L, 1) == LUA_TSTRING && strcmp(lua_tostring(L, 1), "all") == 0)
        return close_all(L);
    else if (lua_type(L, 1) == LUA_TSTRING)
        entry = fp__entry_find(0, lua_tostring(L, 1), NULL);
    else if (fp__is_handle(L, 1, FP__FIGURE))
        return figure_close(L);
    else
        fp__error(L, "close: a figure, its number or its name, or 'all', not %s",
                  fp__kind_of(L, 1));
    if (entry)
        close_figure(L, entry->figure);
    return 0;
}

/* --- methods ---------------------------------------------------------------------------------- */

static int
figure_clear(lua_State *L)
{
    fp__try(L, fp_figure_clear(fp__to_figure(L, 1)));
    return 0;
}

void
fp__to_grid(lua_State *L, int index, int grid[3])
{
    int first =
        lua_isnoneornil(L, index) ? 111 : fp__integer(L, index, "subplot", "the first argument");

    if (!lua_isnoneornil(L, index + 1)) {
        grid[0] = first;
        grid[1] = fp__integer(L, index + 1, "subplot", "the number of columns");
        grid[2] = fp__integer(L, index + 2, "subplot", "the place");
        return;
    }
    if (first < 111 || first > 999)
        fp__error(L, "subplot: rows, columns and place, or three digits, as in 231");
    grid[0] = first / 100;
    grid[1] = first / 10 % 10;
    grid[2] = first % 10;
}

static int
figure_add_subplot(lua_State *L)
{
    struct fp_figure *fig = fp__to_figure(L, 1);
    size_t before = fp__count_axes(fig);
    int grid[3];

    fp__to_grid(L, 2, grid);
    return fp__push_dressed_axes(L, fig, before,
                                 fp_figure_add_subplot(fig, grid[0], grid[1], grid[2]));
}

static int
figure_add_axes(lua_State *L)
{
    static const struct fp__field row = {.name = "box", .kind = FP__FIELD_NUMBERS, .count = 4};
    static const struct fp__fields field = {"add_axes", &row, 1, NULL};
    struct fp_figure *fig = fp__to_figure(L, 1);
    size_t before = fp__count_axes(fig);
    double box[4] = {0};

    lua_settop(L, 2);
    lua_createtable(L, 0, 1);
    lua_insert(L, 2);
    lua_setfield(L, 2, row.name);
    fp__options_read(L, 2, &field, box);
    return fp__push_dressed_axes(L, fig, before, fp_figure_add_axes(fig, box));
}

struct saving {
    double dpi;
    bool has_dpi;
    const char *format; /* NULL: as the file's ending says */
};

static const struct fp__field saving_rows[] = {
    {.name = "format", .kind = FP__FIELD_TEXT, .offset = offsetof(struct saving, format)},
    {.name = "dpi",
     .kind = FP__FIELD_NUMBER,
     .offset = offsetof(struct saving, dpi),
     .given = FP__GIVEN(struct saving, has_dpi)},
};

const struct fp__fields fp__savefig_fields = FP__FIELDS("savefig", saving_rows);

/* With another dpi for this once, as in matplotlib. */
static int
figure_savefig(lua_State *L)
{
    struct fp_figure *fig = fp__to_figure(L, 1);
    const char *path = fp__string(L, 2, "savefig", "the file's name");
    struct saving saving = {0};
    enum fp_status status;
    double dpi;

    fp__options_read(L, 3, &fp__savefig_fields, &saving);
    fp__try(L, fp_figure_get_dpi(fig, &dpi));
    if (saving.has_dpi)
        fp__try(L, fp_figure_set_dpi(fig, saving.dpi));
    status =
        saving.format ? fp_figure_save_as(fig, saving.format, path) : fp_figure_save(fig, path);
    if (saving.has_dpi)
        fp_figure_set_dpi(fig, dpi);
    fp__try(L, status);
    return 0;
}

/* In its window, if it has one; else the picture is thrown away: what cannot be drawn is said
 * here. */
static int
figure_draw(lua_State *L)
{
    struct fp_figure *fig = fp__to_figure(L, 1);
    uint8_t *rgba = NULL;
    enum fp_status status;

    if (fp__figure_window(fig)) {
        fp__try(L, fp__show_figure(fig));
        return 0;
    }
    status = fp_figure_pixels(fig, &rgba);
    fp_free(rgba);
    fp__try(L, status);
    return 0;
}

static int
figure_show(lua_State *L)
{
    fp__try(L, fp__show_figure(fp__to_figure(L, 1)));
    return 0;
}

static const struct fp__field suptitle_row = {
    .name = "fontsize", .alias = "size", .kind = FP__FIELD_FONTSIZE};
const struct fp__fields fp__suptitle_fields = {"suptitle", &suptitle_row, 1, NULL};

static int
figure_suptitle(lua_State *L)
{
    struct fp_figure *fig = fp__to_figure(L, 1);
    double size = 0;

    fp__options_read(L, 3, &fp__suptitle_fields, &size);
    fp__try(L, fp_figure_set_suptitle(fig, fp__words(L, 2, "suptitle", "the title")));
    if (size != 0)
        fp__try(L, fp_figure_set_suptitle_size(fig, size));
    return 0;
}

static int
figure_tight_layout(lua_State *L)
{
    fp__try(L, fp_figure_tight_layout(fp__to_figure(L, 1)));
    return 0;
}

#define MARGIN(member)                                                                             \
    {                                                                                              \
        .name = #member, .kind = FP__FIELD_NUMBER, .offset = offsetof(struct fp_margins, member)   \
    }

static const struct fp__field margin_rows[] = {MARGIN(left), MARGIN(right),  MARGIN(bottom),
                                               MARGIN(top),  MARGIN(wspace), MARGIN(hspace)};

static const struct fp__fields margin_fields = FP__FIELDS("subplots_adjust", margin_rows);

/* What is not named stays as it is. */
static int
figure_subplots_adjust(lua_State *L)
{
    struct fp_figure *fig = fp__to_figure(L, 1);
    struct fp_margins margins = fig->body->margins;

    fp__options_read(L, 2, &margin_fields, &margins);
    fp__try(L, fp_figure_set_margins(fig, &margins));
    return 0;
}

static int
figure_set_size(lua_State *L)
{
    struct fp_figure *fig = fp__to_figure(L, 1);
    double width = fp__number(L, 2, "set_size_inches", "the width");

    fp__try(L, fp_figure_set_size_inches(fig, width,
                                         fp__number(L, 3, "set_size_inches", "the height")));
    return 0;
}

static int
figure_set_dpi(lua_State *L)
{
    struct fp_figure *fig = fp__to_figure(L, 1);

    fp__try(L, fp_figure_set_dpi(fig, fp__number(L, 2, "set_dpi", "the argument")));
    return 0;
}

static int
figure_number(lua_State *L)
{
    int number = plt_number(fp__to_figure(L, 1));

    if (number == 0)
        return 0;
    lua_pushinteger(L, number);
    return 1;
}

const struct fp__method fp__figure_methods[] = {
    {"add_subplot", NULL, figure_add_subplot},
    {"subplot", NULL, figure_add_subplot},
    {"add_axes", "axes", figure_add_axes},
    {"clear", NULL, figure_clear},
    {"clf", NULL, figure_clear},
    {"close", NULL, figure_close},
    {"draw", "draw", figure_draw},
    {"show", NULL, figure_show},
    {"savefig", "savefig", figure_savefig},
    {"suptitle", "suptitle", figure_suptitle},
    {"tight_layout", "tight_layout", figure_tight_layout},
    {"autofmt_xdate", NULL, fp__figure_autofmt_xdate},
    {"subplots_adjust", "subplots_adjust", figure_subplots_adjust},
    {"set_size_inches", NULL, figure_set_size},
    {"set_dpi", NULL, figure_set_dpi},
    {"number", NULL, figure_number},
    {NULL, NULL, NULL},
};

void
fp__open_figures(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"figure", plt_figure_of}, {"Figure", plt_Figure}, {"close", plt_close_of}, {NULL, NULL}};
    static const luaL_Reg none[] = {{NULL, NULL}};

    luaL_setfuncs(L, functions, 0);
    fp__handle_class(L, FP__FIGURE, none);
    fp__set_methods(L, &(struct fp__method_table){fp__figure_methods, false});
    lua_pop(L, 1);
    luaL_getmetatable(L, FP__FIGURE);
    lua_pushcfunction(L, figure_close);
    lua_setfield(L, -2, "__close");
    lua_pop(L, 1);
}
