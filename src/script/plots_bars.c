/* SPDX-License-Identifier: MIT */
/* plots_bars.c: methods of axes that draw bars and histograms. */
#include "flatplot/bars.h"

#include "script/array.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"
#include "script/positions.h"

/* Options begin with those of the library, so that rows are the same for all. */
struct bars {
    struct fp_bar_options options;
    int color; /* where the value is on the stack */
    int align;
};

#define BARS(member) offsetof(struct bars, member)

static const char *const aligns[] = {"center", "edge", NULL};

/* --- looks ------------------------------------------------------------------------------------ */

static const struct fp__field look_rows[] = {
    {.name = "color", .alias = "c", .kind = FP__FIELD_VALUE, .offset = BARS(color)},
    {.name = "edgecolor",
     .alias = "ec",
     .kind = FP__FIELD_COLOR,
     .offset = BARS(options.edgecolor),
     .given = FP__GIVEN(struct bars, options.has_edgecolor)},
    {.name = "linewidth",
     .alias = "lw",
     .kind = FP__FIELD_NUMBER,
     .offset = BARS(options.linewidth)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = BARS(options.alpha)},
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = BARS(options.label)},
    {.name = "log", .kind = FP__FIELD_BOOL, .offset = BARS(options.log)},
};

static const struct fp__fields look_fields = FP__FIELDS("bar", look_rows);

/* One colour for all, or one after the other. */
static void
take_colors(lua_State *L, struct bars *bars)
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
    {.name = "yerr", .kind = FP__FIELD_ARRAY, .offset = BARS(options.yerr)},
    {.name = "xerr", .kind = FP__FIELD_ARRAY, .offset = BARS(options.xerr)},
    {.name = "ecolor", .kind = FP__FIELD_COLOR, .offset = BARS(options.ecolor)},
    {.name = "capsize", .kind = FP__FIELD_NUMBER, .offset = BARS(options.capsize)},
};

static const struct fp__fields error_fields = FP__FIELDS_BEYOND("bar", error_rows, &look_fields);

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
          struct bars *bars)
{
    const char *function = fields->function;
    struct fp_array *places;
    int n;
    int at = fp__options_after(L, 3, &n);

    *bars = (struct bars){.options = fp_bar_defaults()};
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
    take_colors(L, bars);
    bars->options.at_edge = bars->align == 1;
    return places;
}

static int
axes_bar(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct bars bars;
    struct fp_array *x = read_bars(L, ax, false, &bar_fields, &bars);
    struct fp_array *heights = fp__to_array(L, 3, "bar", "the heights");

    return fp__push_artist(L, FP__ARTIST, fp_axes_bar(ax, x, heights, &bars.options));
}

static int
axes_barh(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct bars bars;
    struct fp_array *y = read_bars(L, ax, true, &barh_fields, &bars);
    struct fp_array *widths = fp__to_array(L, 3, "barh", "the widths");

    return fp__push_artist(L, FP__ARTIST, fp_axes_barh(ax, y, widths, &bars.options));
}

/* --- histograms ------------------------------------------------------------------------------- */

struct hist {
    struct bars bars;
    struct fp_hist_options options;
    int bins, cumulative; /* where the values are on the stack */
    int orientation;
};

#define HIST(member) offsetof(struct hist, member)

static const char *const histtypes[] = {"bar", "step", "stepfilled", NULL};
static const char *const orientations[] = {"vertical", "horizontal", NULL};

static const struct fp__field hist_rows[] = {
    {.name = "bins", .kind = FP__FIELD_VALUE, .offset = HIST(bins)},
    {.name = "range", .kind = FP__FIELD_NUMBERS, .offset = HIST(options.bins.range), .count = 2},
    {.name = "density", .kind = FP__FIELD_BOOL, .offset = HIST(options.bins.density)},
    {.name = "cumulative", .kind = FP__FIELD_VALUE, .offset = HIST(cumulative)},
    {.name = "weights", .kind = FP__FIELD_ARRAY, .offset = HIST(options.bins.weights)},
    {.name = "histtype",
     .kind = FP__FIELD_CHOICE,
     .offset = HIST(options.histtype),
     .names = histtypes},
    {.name = "orientation",
     .kind = FP__FIELD_CHOICE,
     .offset = HIST(orientation),
     .names = orientations},
};

static const struct fp__fields hist_fields = FP__FIELDS_BEYOND("hist", hist_rows, &look_fields);

/* A number, the name of a rule, or edges. */
static void
take_bins(lua_State *L, int index, struct fp_histogram_options *o)
{
    if (index == 0)
        return;
    if (lua_type(L, index) == LUA_TNUMBER || lua_type(L, index) == LUA_TSTRING)
        fp__try(L, fp_bins_parse(NULL, luaL_tolstring(L, index, NULL), o));
    else
        o->edges = fp__to_array(L, index, "hist", "bins");
}

/* true, or below 0 from the other end, as matplotlib has it. */
static int
read_cumulative(lua_State *L, int index)
{
    if (index == 0)
        return 0;
    if (lua_isboolean(L, index))
        return lua_toboolean(L, index);
    return fp__number(L, index, "hist", "cumulative") < 0 ? -1 : 1;
}

static void
read_hist(lua_State *L, struct hist *h)
{
    int n;
    int at = fp__options_after(L, 2, &n);

    *h = (struct hist){.bars.options = fp_bar_defaults(), .options = fp_hist_defaults()};
    if (n < 2 || n > 3)
        fp__error(L,
                  "hist: takes values, and maybe bins, not %d values" FP__OR
                  "options are a table of names: {color = 'red'}",
                  n - 1);
    h->bins = n == 3 ? 3 : 0;
    fp__options_read(L, at, &hist_fields, h);
    take_colors(L, &h->bars);
    take_bins(L, h->bins, &h->options.bins);
    h->options.bins.cumulative = read_cumulative(L, h->cumulative);
    h->options.horizontal = h->orientation == 1;
    h->options.bars = h->bars.options;
}

/* hist(values), hist(values, bins), each with options: returns what was counted, the edges, and the
 * bars. */
static int
axes_hist(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_array **counts, **edges;
    struct fp_array *values;
    struct hist h;
    struct fp_bars *bars;

    read_hist(L, &h);
    values = fp__to_array(L, 2, "hist", "the values");
    counts = fp__push_array_slot(L);
    edges = fp__push_array_slot(L);
    bars = fp_axes_hist(ax, values, &h.options, counts, edges);
    return 2 + fp__push_artist(L, FP__ARTIST, bars);
}

const struct fp__method fp__bar_methods[] = {
    {"bar", "bar", axes_bar},
    {"barh", "barh", axes_barh},
    {"hist", "hist", axes_hist},
    {NULL, NULL, NULL},
};
