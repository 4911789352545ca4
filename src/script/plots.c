/* SPDX-License-Identifier: MIT */
/* plots.c: methods of axes that plot. For a new kind: a table of its options, a function, a row. */
#include "flatplot/plot.h"

#include <string.h>

#include "script/array.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"

/* --- imshow
 * ------------------------------------------------------------------------------------------ */

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

static const struct fp__fields imshow_fields = FP__FIELDS("imshow", imshow_rows);

static int
axes_imshow(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_array *array = fp__to_array(L, 2, "imshow", "the image");
    struct fp_imshow_options options = fp_imshow_defaults();

    fp__options_read(L, 3, &imshow_fields, &options);
    return fp__push_artist(L, FP__IMAGE, fp_axes_imshow(ax, array, &options));
}

/* --- plot
 * -------------------------------------------------------------------------------------------- */

#define PLOT(member) offsetof(struct fp_plot_options, member)

static const char *const linestyles[] = {"-", "--", "-.", ":", "none", NULL};
static const char *const drawstyles[] = {"default", "steps-pre", "steps-mid", "steps-post", NULL};

static const struct fp__field plot_rows[] = {
    {.name = "color",
     .alias = "c",
     .kind = FP__FIELD_COLOR,
     .offset = PLOT(color),
     .given = GIVEN(plot, has_color)},
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = PLOT(linewidth)},
    {.name = "linestyle",
     .alias = "ls",
     .kind = FP__FIELD_CHOICE,
     .offset = PLOT(linestyle),
     .names = linestyles},
    {.name = "drawstyle",
     .alias = "ds",
     .kind = FP__FIELD_CHOICE,
     .offset = PLOT(drawstyle),
     .names = drawstyles},
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

static const struct fp__fields plot_fields = FP__FIELDS("plot", plot_rows);

/* The last of n arguments may be a format, "r--o". Returns how many are left. */
static int
take_format(lua_State *L, int n, struct fp_plot_options *options)
{
    if (n < 3 || lua_type(L, n) != LUA_TSTRING)
        return n;
    fp__try(L, fp_plot_format_parse(NULL, lua_tostring(L, n), options));
    return n - 1;
}

/* plot(y), plot(x, y), each with a format and with options, which win. */
static int
axes_plot(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_plot_options options = fp_plot_defaults();
    struct fp_array *x = NULL;
    struct fp_array *y;
    int n;
    int at = fp__options_last(L, &n);

    n = take_format(L, n, &options);
    if (n < 2 || n > 3)
        fp__error(L,
                  "plot: takes y, or x and y, not %d values" FP__OR
                  "options are a table of names: {color = 'red'}",
                  n - 1);
    y = fp__to_array(L, n, "plot", "y");
    if (n == 3)
        x = fp__to_array(L, 2, "plot", "x");
    fp__options_read(L, at, &plot_fields, &options);
    return fp__push_artist(L, FP__LINE, fp_axes_plot(ax, x, y, &options));
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

/* --- scatter
 * ----------------------------------------------------------------------------------------- */

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
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = SCATTER(linewidth)},
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = SCATTER(label)},
};

static const struct fp__fields scatter_fields = FP__FIELDS("scatter", scatter_rows);

static int
axes_scatter(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_array *x = fp__to_array(L, 2, "scatter", "x");
    struct fp_array *y = fp__to_array(L, 3, "scatter", "y");
    struct fp_scatter_options options = fp_scatter_defaults();

    fp__options_read(L, 4, &scatter_fields, &options);
    return fp__push_artist(L, FP__ARTIST, fp_axes_scatter(ax, x, y, &options));
}

/* --- spans and texts
 * ---------------------------------------------------------------------------------- */

static const struct fp__field color_rows[] = {
    {.name = "color", .alias = "c", .kind = FP__FIELD_COLOR},
};

static const struct fp__fields text_fields = FP__FIELDS("text", color_rows);
static const struct fp__fields span_fields = FP__FIELDS("axvspan", color_rows);

static int
axes_axvspan(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double x0 = fp__number(L, 2, "axvspan", "the left end");
    double x1 = fp__number(L, 3, "axvspan", "the right end");
    struct fp_color color;

    fp__try(L, fp_color_find(NULL, "C0", &color));
    fp__options_read(L, 4, &span_fields, &color);
    return fp__push_artist(L, FP__ARTIST, fp_axes_axvspan(ax, x0, x1, color));
}

static int
axes_text(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double x = fp__number(L, 2, "text", "x");
    double y = fp__number(L, 3, "text", "y");
    const char *text = fp__string(L, 4, "text", "the text");
    struct fp_color color = FP_BLACK;

    fp__options_read(L, 5, &text_fields, &color);
    return fp__push_artist(L, FP__ARTIST, fp_axes_text(ax, x, y, text, color));
}

const struct fp__method fp__plot_methods[] = {
    {"imshow", "imshow", axes_imshow},
    {"plot", "plot", axes_plot},
    {"semilogx", "semilogx", axes_semilogx},
    {"semilogy", "semilogy", axes_semilogy},
    {"loglog", "loglog", axes_loglog},
    {"scatter", "scatter", axes_scatter},
    {"axvspan", "axvspan", axes_axvspan},
    {"text", "text", axes_text},
    {NULL, NULL, NULL},
};
