/* SPDX-License-Identifier: MIT */
/* plots_bars.c: methods of axes that draw bars; hist is in plots_hist.c. */
#include "script/plots_bars.h"

#include "script/array.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/positions.h"

#define BARS(member) offsetof(struct fp__bars_look, member)

static const char *const aligns[] = {"center", "edge", NULL};

/* --- looks ------------------------------------------------------------------------------------ */

static const struct fp__field look_rows[] = {
    {.name = "color", .alias = "c", .kind = FP__FIELD_VALUE, .offset = BARS(color)},
    {.name = "edgecolor",
     .alias = "ec",
     .kind = FP__FIELD_COLOR,
     .offset = BARS(options.edgecolor),
     .given = FP__GIVEN(struct fp__bars_look, options.has_edgecolor)},
    {.name = "linewidth",
     .alias = "lw",
     .kind = FP__FIELD_NUMBER,
     .offset = BARS(options.linewidth)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = BARS(options.alpha)},
    {.name = "log", .kind = FP__FIELD_BOOL, .offset = BARS(options.log)},
};

const struct fp__fields fp__bars_look_fields = FP__FIELDS("bar", look_rows);

void
fp__bars_take_colors(lua_State *L, struct fp__bars_look *bars)
{
    struct fp_bar_options *o = &bars->options;

    if (bars->color == 0)
        return;
    o->colors = fp__colors(L, bars->color, &o->color_count);
    if (o->color_count != 1)
        return;
    o->has_color = true;
    o->color = o->colors[0];
}

/* --- bars ------------------------------------------------------------------------------------- */

static const struct fp__field error_rows[] = {
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = BARS(options.label)},
    {.name = "yerr", .kind = FP__FIELD_ARRAY, .offset = BARS(options.yerr)},
    {.name = "xerr", .kind = FP__FIELD_ARRAY, .offset = BARS(options.xerr)},
    {.name = "ecolor", .kind = FP__FIELD_COLOR, .offset = BARS(options.ecolor)},
    {.name = "capsize", .kind = FP__FIELD_NUMBER, .offset = BARS(options.capsize)},
};

static const struct fp__fields error_fields =
    FP__FIELDS_BEYOND("bar", error_rows, &fp__bars_look_fields);

static const struct fp__field bar_rows[] = {
    {.name = "width",
     .kind = FP__FIELD_NUMBER_OR_ARRAY,
     .offset = BARS(options.width),
     .other = BARS(options.widths)},
    {.name = "bottom",
     .kind = FP__FIELD_NUMBER_OR_ARRAY,
     .offset = BARS(options.bottom),
     .other = BARS(options.bottoms)},
    {.name = "align", .kind = FP__FIELD_CHOICE, .offset = BARS(align), .names = aligns},
};

static const struct fp__field barh_rows[] = {
    {.name = "height",
     .kind = FP__FIELD_NUMBER_OR_ARRAY,
     .offset = BARS(options.width),
     .other = BARS(options.widths)},
    {.name = "left",
     .kind = FP__FIELD_NUMBER_OR_ARRAY,
     .offset = BARS(options.bottom),
     .other = BARS(options.bottoms)},
    {.name = "align", .kind = FP__FIELD_CHOICE, .offset = BARS(align), .names = aligns},
};

static const struct fp__fields bar_fields = FP__FIELDS_BEYOND("bar", bar_rows, &error_fields);
static const struct fp__fields barh_fields = FP__FIELDS_BEYOND("barh", barh_rows, &error_fields);

/* bar(x, heights), bar(x, heights, width), each with options. Returns x, or y. */
static struct fp_array *
read_bars(lua_State *L, struct fp_axes *ax, bool lying, const struct fp__fields *fields,
          struct fp__bars_look *bars)
{
    const char *function = fields->function;
    struct fp_array *places;
    int n;
    int at = fp__options_after(L, 3, &n);

    *bars = (struct fp__bars_look){.options = fp_bar_defaults()};
    if (n < 3 || n > 4)
        fp__error(L,
                  "%s: takes places and lengths, and maybe a width, not %d values" FP__OR
                  "options are a table of names: {color = 'red'}",
                  function, n - 1);
    places = fp__to_positions(L, 2, ax, lying, function, lying ? "y" : "x");
    if (n == 4 && lua_type(L, 4) == LUA_TNUMBER)
        bars->options.width = lua_tonumber(L, 4);
    else if (n == 4)
        bars->options.widths = fp__to_array(L, 4, function, lying ? "height" : "width");
    fp__options_read(L, at, fields, bars);
    fp__bars_take_colors(L, bars);
    bars->options.at_edge = bars->align == 1;
    return places;
}

static int
axes_bar(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp__bars_look bars;
    struct fp_array *x = read_bars(L, ax, false, &bar_fields, &bars);
    struct fp_array *heights = fp__to_array(L, 3, "bar", "the heights");

    return fp__push_artist(L, FP__ARTIST, fp_axes_bar(ax, x, heights, &bars.options));
}

static int
axes_barh(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp__bars_look bars;
    struct fp_array *y = read_bars(L, ax, true, &barh_fields, &bars);
    struct fp_array *widths = fp__to_array(L, 3, "barh", "the widths");

    return fp__push_artist(L, FP__ARTIST, fp_axes_barh(ax, y, widths, &bars.options));
}

const struct fp__method fp__bar_methods[] = {
    {"bar", "bar", axes_bar},
    {"barh", "barh", axes_barh},
    {"hist", "hist", fp__axes_hist},
    {NULL, NULL, NULL},
};
