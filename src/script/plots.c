/* SPDX-License-Identifier: MIT */
/* plots.c: methods of axes that plot. For a new kind: a table of its options, a function, a row. */
#include "flatplot/plot.h"

#include <string.h>

#include "script/array.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"

/* --- imshow ------------------------------------------------------------------------------------------ */

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

/* --- plot -------------------------------------------------------------------------------------------- */

#define PLOT(member) offsetof(struct fp_plot_options, member)

static const char *const linestyles[] = {"-", "--", "-.", ":", NULL};

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
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = PLOT(label)},
};

static const struct fp__fields plot_fields = FP__FIELDS("plot", plot_rows);

/* plot(y), plot(x, y), each with options. */
static int
axes_plot(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_plot_options options = fp_plot_defaults();
    struct fp_array *x = NULL;
    struct fp_array *y;
    int n;
    int at = fp__options_last(L, &n);

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

/* --- spans and texts ---------------------------------------------------------------------------------- */

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
    {"axvspan", "axvspan", axes_axvspan},
    {"text", "text", axes_text},
    {NULL, NULL, NULL},
};
