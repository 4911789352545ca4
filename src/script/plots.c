/* SPDX-License-Identifier: MIT */
/* plots.c: methods of axes that plot. For a new kind: a table of its options, a function, a row. */
#include "flatplot/plot.h"

#include <string.h>

#include "script/array.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"
#include "script/positions.h"
#include "script/rc.h"

/* --- imshow ----------------------------------------------------------------------------------- */

#define GIVEN(kind, member) FP__GIVEN(struct fp_##kind##_options, member)
#define IMSHOW(member) offsetof(struct fp_imshow_options, member)

static const char *const stages[] = {"data", "rgba", NULL};
static const char *const origins[] = {"upper", "lower", NULL};

static const struct fp__field imshow_rows[] = {
    {.name = "cmap", .kind = FP__FIELD_COLORMAP, .offset = IMSHOW(cmap)},
    {.name = "norm", .kind = FP__FIELD_NORM, .offset = IMSHOW(norm)},
    {.name = "vmin", .kind = FP__FIELD_NUMBER, .offset = IMSHOW(norm.vmin)},
    {.name = "vmax", .kind = FP__FIELD_NUMBER, .offset = IMSHOW(norm.vmax)},
    {.name = "bad", .kind = FP__FIELD_COLOR, .offset = IMSHOW(bad)},
    {.name = "under",
     .kind = FP__FIELD_COLOR,
     .offset = IMSHOW(under),
     .given = GIVEN(imshow, has_under)},
    {.name = "over",
     .kind = FP__FIELD_COLOR,
     .offset = IMSHOW(over),
     .given = GIVEN(imshow, has_over)},
    {.name = "interpolation", .kind = FP__FIELD_INTERPOLATION, .offset = IMSHOW(interpolation)},
    {.name = "interpolation_stage",
     .kind = FP__FIELD_CHOICE,
     .offset = IMSHOW(stage),
     .names = stages},
    {.name = "filternorm", .kind = FP__FIELD_BOOL, .offset = IMSHOW(filternorm)},
    {.name = "filterrad", .kind = FP__FIELD_NUMBER, .offset = IMSHOW(filterrad)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = IMSHOW(alpha)},
    {.name = "alphas", .kind = FP__FIELD_ARRAY, .offset = IMSHOW(alphas)},
    {.name = "origin", .kind = FP__FIELD_CHOICE, .offset = IMSHOW(origin), .names = origins},
    {.name = "aspect", .kind = FP__FIELD_ASPECT, .offset = IMSHOW(aspect)},
    {.name = "extent",
     .kind = FP__FIELD_NUMBERS,
     .offset = IMSHOW(extent),
     .given = GIVEN(imshow, has_extent),
     .count = 4},
};

const struct fp__fields fp__imshow_fields = FP__FIELDS("imshow", imshow_rows);

static int
axes_imshow(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_array *array = fp__to_array(L, 2, "imshow", "the image");
    struct fp_imshow_options options = fp_imshow_defaults();

    fp__options_read(L, 3, &fp__imshow_fields, &options);
    return fp__push_artist(L, FP__IMAGE, fp_axes_imshow(ax, array, &options));
}

/* --- plot ------------------------------------------------------------------------------------- */

#define PLOT(member) offsetof(struct fp_plot_options, member)

static const char *const drawstyles[] = {"default", "steps-pre", "steps-mid", "steps-post", NULL};

static const struct fp__field plot_rows[] = {
    {.name = "color",
     .alias = "c",
     .kind = FP__FIELD_COLOR,
     .offset = PLOT(color),
     .given = GIVEN(plot, has_color)},
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = PLOT(linewidth)},
    {.name = "linestyle", .alias = "ls", .kind = FP__FIELD_LINESTYLE, .offset = PLOT(linestyle)},
    {.name = "drawstyle",
     .alias = "ds",
     .kind = FP__FIELD_CHOICE,
     .offset = PLOT(drawstyle),
     .names = drawstyles},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = PLOT(alpha)},
    {.name = "marker", .kind = FP__FIELD_LETTER, .offset = PLOT(marker)},
    {.name = "markersize", .alias = "ms", .kind = FP__FIELD_NUMBER, .offset = PLOT(markersize)},
    {.name = "markeredgewidth",
     .alias = "mew",
     .kind = FP__FIELD_NUMBER,
     .offset = PLOT(markeredgewidth)},
    {.name = "markerfacecolor",
     .alias = "mfc",
     .kind = FP__FIELD_COLOR,
     .offset = PLOT(markerfacecolor),
     .given = GIVEN(plot, has_markerfacecolor)},
    {.name = "markeredgecolor",
     .alias = "mec",
     .kind = FP__FIELD_COLOR,
     .offset = PLOT(markeredgecolor),
     .given = GIVEN(plot, has_markeredgecolor)},
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = PLOT(label)},
};

const struct fp__fields fp__plot_fields = FP__FIELDS("plot", plot_rows);

/* Lines of one call: x, y and a format, and as many again. */
struct pair {
    struct fp_array *x; /* or NULL */
    struct fp_array *y;
    const char *format; /* or NULL */
};

/* Takes the next of the arguments up to the n-th; returns the one behind. */
static int
take_pair(lua_State *L, struct fp_axes *ax, int at, int n, struct pair *pair)
{
    bool two = at < n && lua_type(L, at + 1) != LUA_TSTRING;

    if (lua_type(L, at) == LUA_TSTRING)
        fp__error(L, "plot: y belongs before the format '%s'", lua_tostring(L, at));
    pair->x = two ? fp__to_positions(L, at++, ax, false, "plot", "x") : NULL;
    pair->y = fp__to_positions(L, at++, ax, true, "plot", "y");
    pair->format = at <= n && lua_type(L, at) == LUA_TSTRING ? lua_tostring(L, at++) : NULL;
    return at;
}

/* Column i of an array of two axes; what has one axis is its own only column. It is the stack's. */
static struct fp_array *
push_column(lua_State *L, struct fp_array *array, size_t i)
{
    struct fp_layout layout;

    if (!array || fp_array_layout(array)->ndim != 2)
        return array;
    layout = *fp_array_layout(array);
    layout.ndim = 1;
    fp__push_view(L, array, layout.strides[1] * (ptrdiff_t)i, &layout);
    return *(struct fp_array **)lua_touserdata(L, -1);
}

static size_t
columns_of(const struct fp_array *array)
{
    return array && fp_array_layout(array)->ndim == 2 ? fp_array_layout(array)->shape[1] : 1;
}

/* Pushes the lines of a pair: one for each column, as in matplotlib; one column of x is for all of
 * them. */
static int
push_lines(lua_State *L, struct fp_axes *ax, const struct pair *pair,
           const struct fp_plot_options *options)
{
    size_t nx = columns_of(pair->x);
    size_t ny = columns_of(pair->y);
    size_t n = nx > ny ? nx : ny;

    if ((nx != n && nx != 1) || (ny != n && ny != 1))
        fp__error(L, "plot: x has %d columns and y %d", (int)nx, (int)ny);
    luaL_checkstack(L, n < 1000000 ? (int)n + 8 : 1000000, "plot: too many columns");
    for (size_t i = 0; i < n; i++) {
        int top = lua_gettop(L);
        struct fp_array *x = push_column(L, pair->x, nx == 1 ? 0 : i);
        struct fp_array *y = push_column(L, pair->y, ny == 1 ? 0 : i);

        fp__push_artist(L, FP__LINE, fp_axes_plot(ax, x, y, options));
        lua_copy(L, -1, top + 1);
        lua_settop(L, top + 1);
    }
    return (int)n;
}

/* plot(y), plot(x, y), each with a format, any number of them, and options for all, which win.
 * Returns the lines. */
static int
axes_plot(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    int lines = 0;
    int n;
    int table = fp__options_after(L, 2, &n);

    if (n < 2)
        fp__error(L, "plot: takes y, or x and y" FP__OR
                     "options are a table of names: {color = 'red'}");
    for (int at = 2; at <= n;) {
        struct fp_plot_options options = fp_plot_defaults();
        struct pair pair;

        at = take_pair(L, ax, at, n, &pair);
        fp__options_read(L, 0, &fp__plot_fields, &options);
        if (pair.format)
            fp__try(L, fp_plot_format_parse(NULL, pair.format, &options));
        fp__options_add(L, table, &fp__plot_fields, &options);
        lines += push_lines(L, ax, &pair, &options);
    }
    return lines;
}

/* plot with one axis, or both, by the logarithm. */
static int
plot_scaled(lua_State *L, bool x, bool y)
{
    static const struct fp_scale log = {.kind = FP_SCALE_LOG};
    struct fp_axes *ax = fp__to_axes(L, 1);

    if (x)
        fp__try(L, fp_axes_set_xscale(ax, &log));
    if (y)
        fp__try(L, fp_axes_set_yscale(ax, &log));
    return axes_plot(L);
}

static int
axes_semilogx(lua_State *L)
{
    return plot_scaled(L, true, false);
}

static int
axes_semilogy(lua_State *L)
{
    return plot_scaled(L, false, true);
}

static int
axes_loglog(lua_State *L)
{
    return plot_scaled(L, true, true);
}

/* --- scatter ---------------------------------------------------------------------------------- */

#define SCATTER(member) offsetof(struct fp_scatter_options, member)

static const struct fp__field scatter_rows[] = {
    {.name = "marker", .kind = FP__FIELD_LETTER, .offset = SCATTER(marker)},
    {.name = "s",
     .kind = FP__FIELD_NUMBER_OR_ARRAY,
     .offset = SCATTER(size),
     .other = SCATTER(sizes)},
    {.name = "c",
     .alias = "color",
     .kind = FP__FIELD_COLOR_OR_ARRAY,
     .offset = SCATTER(color),
     .given = GIVEN(scatter, has_color),
     .other = SCATTER(values)},
    {.name = "cmap", .kind = FP__FIELD_COLORMAP, .offset = SCATTER(cmap)},
    {.name = "norm", .kind = FP__FIELD_NORM, .offset = SCATTER(norm)},
    {.name = "vmin", .kind = FP__FIELD_NUMBER, .offset = SCATTER(norm.vmin)},
    {.name = "vmax", .kind = FP__FIELD_NUMBER, .offset = SCATTER(norm.vmax)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = SCATTER(alpha)},
    {.name = "edgecolor",
     .alias = "ec",
     .kind = FP__FIELD_COLOR,
     .offset = SCATTER(edgecolor),
     .given = GIVEN(scatter, has_edgecolor)},
    {.name = "edgecolors",
     .kind = FP__FIELD_COLOR,
     .offset = SCATTER(edgecolor),
     .given = GIVEN(scatter, has_edgecolor)},
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = SCATTER(linewidth)},
    {.name = "linewidths", .kind = FP__FIELD_NUMBER, .offset = SCATTER(linewidth)},
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = SCATTER(label)},
};

const struct fp__fields fp__scatter_fields = FP__FIELDS("scatter", scatter_rows);

/* Sizes and colours as values 4 to n, as if they were named. */
static void
add_unnamed(lua_State *L, int n, struct fp_scatter_options *options)
{
    static const char *const names[] = {"s", "c"};

    if (n > 5)
        fp__error(L, "scatter: takes x, y, and maybe s and c" FP__OR
                     "options are a table of names: {marker = 'x'}");
    lua_createtable(L, 0, 2);
    for (int i = 4; i <= n; i++) {
        lua_pushvalue(L, i);
        lua_setfield(L, -2, names[i - 4]);
    }
    fp__options_add(L, lua_gettop(L), &fp__scatter_fields, options);
}

/* scatter(x, y), scatter(x, y, s, c), each with options, which win. */
static int
axes_scatter(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    int n;
    int at = fp__options_after(L, 3, &n);
    struct fp_array *x = fp__to_positions(L, 2, ax, false, "scatter", "x");
    struct fp_array *y = fp__to_positions(L, 3, ax, true, "scatter", "y");
    struct fp_scatter_options options = fp_scatter_defaults();

    fp__options_read(L, 0, &fp__scatter_fields, &options);
    add_unnamed(L, n, &options);
    fp__options_add(L, at, &fp__scatter_fields, &options);
    return fp__push_artist(L, FP__SCATTER, fp_axes_scatter(ax, x, y, &options));
}

const struct fp__method fp__plot_methods[] = {
    {"imshow", "imshow", axes_imshow},
    {"plot", "plot", axes_plot},
    {"semilogx", "semilogx", axes_semilogx},
    {"semilogy", "semilogy", axes_semilogy},
    {"loglog", "loglog", axes_loglog},
    {"scatter", "scatter", axes_scatter},
    {NULL, NULL, NULL},
};
