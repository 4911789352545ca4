/* SPDX-License-Identifier: MIT */
/* plots_segments.c: methods of axes that draw straight lines between values: hlines and vlines. */
#include "flatplot/segments.h"

#include "script/axes.h"
#include "script/handle.h"
#include "script/options.h"
#include "script/positions.h"

struct segments {
    struct fp_segments_options options;
    int colors; /* where the value is on the stack */
};

#define SEGMENTS(member) offsetof(struct segments, member)

/* matplotlib's plurals, and the names that lines have. */
static const struct fp__field rows[] = {
    {.name = "colors", .alias = "color", .kind = FP__FIELD_VALUE, .offset = SEGMENTS(colors)},
    {.name = "linestyles", .kind = FP__FIELD_LINESTYLE, .offset = SEGMENTS(options.linestyle)},
    {.name = "linestyle",
     .alias = "ls",
     .kind = FP__FIELD_LINESTYLE,
     .offset = SEGMENTS(options.linestyle)},
    {.name = "linewidths", .kind = FP__FIELD_NUMBER, .offset = SEGMENTS(options.linewidth)},
    {.name = "linewidth",
     .alias = "lw",
     .kind = FP__FIELD_NUMBER,
     .offset = SEGMENTS(options.linewidth)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = SEGMENTS(options.alpha)},
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = SEGMENTS(options.label)},
};

static const struct fp__fields hlines_fields = FP__FIELDS("hlines", rows);
static const struct fp__fields vlines_fields = FP__FIELDS("vlines", rows);

/* What may follow the three places: colours and a line style. */
static struct fp_segments_options
read_looks(lua_State *L, int n, int table, const struct fp__fields *fields)
{
    struct segments segments = {.options = fp_segments_defaults(), .colors = n > 4 ? 5 : 0};

    if (n < 4 || n > 6)
        fp__error(L,
                  "%s: takes where the lines are, begin and end, not %d values" FP__OR
                  "options are a table of names: {colors = 'red'}",
                  fields->function, n - 1);
    if (n > 5)
        segments.options.linestyle = fp__linestyle(L, 6, fields->function);
    fp__options_read(L, table, fields, &segments);
    if (segments.colors && !lua_isnil(L, segments.colors))
        segments.options.colors = fp__colors(L, segments.colors, &segments.options.color_count);
    return segments.options;
}

/* hlines(y, xmin, xmax, colors, linestyles), the last two here or among the options. */
static int
axes_hlines(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    int n;
    int table = fp__options_after(L, 4, &n);
    struct fp_segments_options options = read_looks(L, n, table, &hlines_fields);
    struct fp_array *y = fp__to_positions(L, 2, ax, true, "hlines", "y");
    struct fp_array *from = fp__to_positions(L, 3, ax, false, "hlines", "xmin");
    struct fp_array *to = fp__to_positions(L, 4, ax, false, "hlines", "xmax");

    return fp__push_artist(L, FP__ARTIST, fp_axes_hlines(ax, y, from, to, &options));
}

static int
axes_vlines(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    int n;
    int table = fp__options_after(L, 4, &n);
    struct fp_segments_options options = read_looks(L, n, table, &vlines_fields);
    struct fp_array *x = fp__to_positions(L, 2, ax, false, "vlines", "x");
    struct fp_array *from = fp__to_positions(L, 3, ax, true, "vlines", "ymin");
    struct fp_array *to = fp__to_positions(L, 4, ax, true, "vlines", "ymax");

    return fp__push_artist(L, FP__ARTIST, fp_axes_vlines(ax, x, from, to, &options));
}

const struct fp__method fp__segment_methods[] = {
    {"hlines", "hlines", axes_hlines},
    {"vlines", "vlines", axes_vlines},
    {NULL, NULL, NULL},
};
