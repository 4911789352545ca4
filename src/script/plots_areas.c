/* SPDX-License-Identifier: MIT */
/* plots_areas.c: methods of axes that draw steps, error bars, stems, rules, spans and areas. */
#include "flatplot/areas.h"

#include <string.h>

#include "script/array.h"
#include "script/axes.h"
#include "script/handle.h"
#include "script/positions.h"
#include "script/rc.h"

/* y, or x and y: which of both is where. Raises for another number of values. */
static struct fp_array *
take_points(lua_State *L, int n, const char *function, struct fp_array **x)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_array *y;

    if (n < 2 || n > 3)
        fp__error(L,
                  "%s: takes y, or x and y, not %d values" FP__OR
                  "options are a table of names: {color = 'red'}",
                  function, n - 1);
    y = fp__to_positions(L, n, ax, true, function, "y");
    *x = n == 3 ? fp__to_positions(L, 2, ax, false, function, "x") : NULL;
    return y;
}

/* --- steps ------------------------------------------------------------------------------------ */

struct step {
    struct fp_plot_options plot;
    int where;
};

static const char *const wheres[] = {"pre", "mid", "post", NULL};

static const struct fp__field step_rows[] = {
    {.name = "where",
     .kind = FP__FIELD_CHOICE,
     .offset = offsetof(struct step, where),
     .names = wheres},
};

static const struct fp__fields step_fields = FP__FIELDS_BEYOND("step", step_rows, &fp__plot_fields);

/* The last of n arguments may be a format, "r--o". Returns how many are left. */
static int
take_format(lua_State *L, int n, struct fp_plot_options *options)
{
    if (n < 3 || lua_type(L, n) != LUA_TSTRING)
        return n;
    fp__try(L, fp_plot_format_parse(NULL, lua_tostring(L, n), options));
    return n - 1;
}

/* step(y), step(x, y), each with a format and with options, which win. */
static int
axes_step(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct step step = {.plot = fp_plot_defaults()};
    struct fp_array *x, *y;
    int n;
    int at = fp__options_after(L, 2, &n);

    fp__options_read(L, 0, &step_fields, &step);
    n = take_format(L, n, &step.plot);
    y = take_points(L, n, "step", &x);
    fp__options_add(L, at, &step_fields, &step);
    step.plot.drawstyle = (enum fp_drawstyle)(FP_STEPS_PRE + step.where);
    return fp__push_artist(L, FP__LINE, fp_axes_plot(ax, x, y, &step.plot));
}

/* --- error bars ------------------------------------------------------------------------------- */

#define ERRORBAR(member) offsetof(struct fp_errorbar_options, member)

struct errorbar {
    struct fp_errorbar_options options; /* they begin with those of plot */
    const char *fmt;
};

static const struct fp__field errorbar_rows[] = {
    {.name = "yerr", .kind = FP__FIELD_ARRAY, .offset = ERRORBAR(yerr)},
    {.name = "xerr", .kind = FP__FIELD_ARRAY, .offset = ERRORBAR(xerr)},
    {.name = "ecolor",
     .kind = FP__FIELD_COLOR,
     .offset = ERRORBAR(ecolor),
     .given = FP__GIVEN(struct fp_errorbar_options, has_ecolor)},
    {.name = "elinewidth", .kind = FP__FIELD_NUMBER, .offset = ERRORBAR(elinewidth)},
    {.name = "capsize", .kind = FP__FIELD_NUMBER, .offset = ERRORBAR(capsize)},
    {.name = "capthick", .kind = FP__FIELD_NUMBER, .offset = ERRORBAR(capthick)},
    {.name = "fmt", .kind = FP__FIELD_TEXT, .offset = offsetof(struct errorbar, fmt)},
};

static const struct fp__fields errorbar_fields =
    FP__FIELDS_BEYOND("errorbar", errorbar_rows, &fp__plot_fields);

/* "none": bars alone, whose colour is then the style's first. */
static void
take_fmt(lua_State *L, const char *fmt, struct fp_plot_options *options)
{
    if (strcmp(fmt, "none") != 0) {
        fp__try(L, fp_plot_format_parse(NULL, fmt, options));
        return;
    }
    fp__try(L, fp_plot_format_parse(NULL, "C0", options));
    options->linestyle = FP_NO_LINE;
}

/* The format in the options at `index`, before those that win over it. */
static const char *
find_fmt(lua_State *L, int index)
{
    if (index == 0)
        return NULL;
    lua_pushliteral(L, "fmt");
    lua_rawget(L, index);
    return lua_isnil(L, -1) ? NULL : fp__string(L, -1, "errorbar", "fmt");
}

/* errorbar(x, y, yerr, xerr), the errors here or among the options. */
static int
axes_errorbar(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct errorbar errorbar = {.options = fp_errorbar_defaults()};
    int n;
    int at = fp__options_after(L, 3, &n);
    struct fp_array *x = fp__to_positions(L, 2, ax, false, "errorbar", "x");
    struct fp_array *y = fp__to_positions(L, 3, ax, true, "errorbar", "y");
    const char *fmt = find_fmt(L, at);

    if (n >= 4 && !lua_isnil(L, 4))
        errorbar.options.yerr = fp__to_array(L, 4, "errorbar", "yerr");
    if (n >= 5 && !lua_isnil(L, 5))
        errorbar.options.xerr = fp__to_array(L, 5, "errorbar", "xerr");
    fp__options_read(L, 0, &errorbar_fields, &errorbar);
    if (fmt)
        take_fmt(L, fmt, &errorbar.options.plot);
    fp__options_add(L, at, &errorbar_fields, &errorbar);
    return fp__push_artist(L, FP__ARTIST, fp_axes_errorbar(ax, x, y, &errorbar.options));
}

/* --- stems ------------------------------------------------------------------------------------ */

struct stem {
    struct fp_stem_options options;
    const char *formats[3]; /* of stems, markers and base */
};

static const struct fp__field stem_rows[] = {
    {.name = "linefmt", .kind = FP__FIELD_TEXT, .offset = offsetof(struct stem, formats[0])},
    {.name = "markerfmt", .kind = FP__FIELD_TEXT, .offset = offsetof(struct stem, formats[1])},
    {.name = "basefmt", .kind = FP__FIELD_TEXT, .offset = offsetof(struct stem, formats[2])},
    {.name = "bottom", .kind = FP__FIELD_NUMBER, .offset = offsetof(struct stem, options.bottom)},
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = offsetof(struct stem, options.label)},
};

static const struct fp__fields stem_fields = FP__FIELDS("stem", stem_rows);

/* A markerfmt that names no marker has the one that stems have, unless it is empty. */
static void
take_stem_formats(lua_State *L, struct stem *stem)
{
    struct fp_stem_options *o = &stem->options;
    const char **formats = stem->formats;

    if (formats[0])
        fp__try(L, fp_plot_format_parse(NULL, formats[0], &o->line));
    if (formats[1])
        fp__try(L, fp_plot_format_parse(NULL, formats[1], &o->marker));
    if (formats[1] && !o->marker.marker) {
        o->marker.marker = strspn(formats[1], " ") == strlen(formats[1]) ? 0 : 'o';
        o->marker.linestyle = FP_NO_LINE;
    }
    if (formats[2])
        fp__try(L, fp_plot_format_parse(NULL, formats[2], &o->base));
}

/* stem(y), stem(x, y), each with the stems' format and with options. */
static int
axes_stem(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct stem stem = {.options = fp_stem_defaults()};
    struct fp_array *x, *y;
    int n;
    int at = fp__options_after(L, 2, &n);

    if (n > 2 && lua_type(L, n) == LUA_TSTRING)
        stem.formats[0] = lua_tostring(L, n--);
    y = take_points(L, n, "stem", &x);
    fp__options_read(L, at, &stem_fields, &stem);
    take_stem_formats(L, &stem);
    return fp__push_artist(L, FP__ARTIST, fp_axes_stem(ax, x, y, &stem.options));
}

/* --- rules ------------------------------------------------------------------------------------ */

#define RULE(member) offsetof(struct fp_rule_options, member)

static const struct fp__field axhline_rows[] = {
    {.name = "xmin", .kind = FP__FIELD_NUMBER, .offset = RULE(from)},
    {.name = "xmax", .kind = FP__FIELD_NUMBER, .offset = RULE(to)},
};

static const struct fp__field axvline_rows[] = {
    {.name = "ymin", .kind = FP__FIELD_NUMBER, .offset = RULE(from)},
    {.name = "ymax", .kind = FP__FIELD_NUMBER, .offset = RULE(to)},
};

static const struct fp__fields axhline_fields =
    FP__FIELDS_BEYOND("axhline", axhline_rows, &fp__plot_fields);
static const struct fp__fields axvline_fields =
    FP__FIELDS_BEYOND("axvline", axvline_rows, &fp__plot_fields);

/* The n-th argument of `count`, a number, if there is one. */
static void
take_number(lua_State *L, int n, int count, const char *function, double *number)
{
    if (n <= count && !lua_isnil(L, n))
        *number = fp__number(L, n, function, "each end");
}

/* axhline(y, xmin, xmax), the last two here or among the options; so is axvline. */
static struct fp_rule_options
read_rule(lua_State *L, const struct fp__fields *fields, double *at)
{
    struct fp_rule_options options = fp_rule_defaults();
    int n;
    int table = fp__options_last(L, &n);

    *at = 0;
    if (n >= 2 && !lua_isnil(L, 2))
        *at = fp__position(L, 2, fp__to_axes(L, 1), fields == &axhline_fields, fields->function,
                           "the place");
    take_number(L, 3, n, fields->function, &options.from);
    take_number(L, 4, n, fields->function, &options.to);
    fp__options_read(L, table, fields, &options);
    return options;
}

static int
axes_axhline(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double y;
    struct fp_rule_options options = read_rule(L, &axhline_fields, &y);

    return fp__push_artist(L, FP__ARTIST, fp_axes_axhline(ax, y, &options));
}

static int
axes_axvline(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double x;
    struct fp_rule_options options = read_rule(L, &axvline_fields, &x);

    return fp__push_artist(L, FP__ARTIST, fp_axes_axvline(ax, x, &options));
}

/* --- areas ------------------------------------------------------------------------------------ */

/* As in matplotlib `color` is that of face and edge, unless they are told apart. */
struct area {
    struct fp_area_options options;
    bool has_color;
    struct fp_color color;
};

#define AREA(member) offsetof(struct area, options.member)

static const struct fp__field area_rows[] = {
    {.name = "color",
     .alias = "c",
     .kind = FP__FIELD_COLOR,
     .offset = offsetof(struct area, color),
     .given = FP__GIVEN(struct area, has_color)},
    {.name = "facecolor",
     .alias = "fc",
     .kind = FP__FIELD_COLOR,
     .offset = AREA(color),
     .given = FP__GIVEN(struct area, options.has_color)},
    {.name = "edgecolor",
     .alias = "ec",
     .kind = FP__FIELD_COLOR,
     .offset = AREA(edgecolor),
     .given = FP__GIVEN(struct area, options.has_edgecolor)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = AREA(alpha)},
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = AREA(linewidth)},
    {.name = "linestyle", .alias = "ls", .kind = FP__FIELD_LINESTYLE, .offset = AREA(linestyle)},
    {.name = "label", .kind = FP__FIELD_TEXT, .offset = AREA(label)},
};

static const struct fp__fields area_fields = FP__FIELDS("area", area_rows);

static struct fp_area_options
resolve(const struct area *area)
{
    struct fp_area_options options = area->options;

    options.color = options.has_color ? options.color : area->color;
    options.edgecolor = options.has_edgecolor ? options.edgecolor : area->color;
    options.has_color |= area->has_color;
    options.has_edgecolor |= area->has_color;
    return options;
}

/* --- spans ------------------------------------------------------------------------------------ */

struct span {
    struct area area;
    double across[2];
};

#define ACROSS(i) (offsetof(struct span, across) + (i) * sizeof(double))

static const struct fp__field axhspan_rows[] = {
    {.name = "xmin", .kind = FP__FIELD_NUMBER, .offset = ACROSS(0)},
    {.name = "xmax", .kind = FP__FIELD_NUMBER, .offset = ACROSS(1)},
};

static const struct fp__field axvspan_rows[] = {
    {.name = "ymin", .kind = FP__FIELD_NUMBER, .offset = ACROSS(0)},
    {.name = "ymax", .kind = FP__FIELD_NUMBER, .offset = ACROSS(1)},
};

static const struct fp__fields axhspan_fields =
    FP__FIELDS_BEYOND("axhspan", axhspan_rows, &area_fields);
static const struct fp__fields axvspan_fields =
    FP__FIELDS_BEYOND("axvspan", axvspan_rows, &area_fields);

/* axvspan(x0, x1, ymin, ymax), the last two here or among the options; so is axhspan. */
static struct fp_span_options
read_span(lua_State *L, const struct fp__fields *fields, double ends[2])
{
    struct span span = {.area.options = fp_area_defaults(), .across = {0, 1}};
    int n;
    int table = fp__options_last(L, &n);

    for (int end = 0; end < 2; end++) {
        ends[end] = fp__position(L, 2 + end, fp__to_axes(L, 1), fields == &axhspan_fields,
                                 fields->function, "each end");
        take_number(L, 4 + end, n, fields->function, &span.across[end]);
    }
    fp__options_read(L, table, fields, &span);
    return (struct fp_span_options){resolve(&span.area), span.across[0], span.across[1]};
}

static int
axes_axhspan(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double y[2];
    struct fp_span_options options = read_span(L, &axhspan_fields, y);

    return fp__push_artist(L, FP__ARTIST, fp_axes_axhspan(ax, y[0], y[1], &options));
}

static int
axes_axvspan(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double x[2];
    struct fp_span_options options = read_span(L, &axvspan_fields, x);

    return fp__push_artist(L, FP__ARTIST, fp_axes_axvspan(ax, x[0], x[1], &options));
}

/* --- filled areas ----------------------------------------------------------------------------- */

struct between {
    struct area area;
    struct fp_array *where;
    enum fp_drawstyle step;
    bool interpolate;
};

static const char *const steps[] = {"default", "pre", "mid", "post", NULL};

static const struct fp__field between_rows[] = {
    {.name = "where", .kind = FP__FIELD_ARRAY, .offset = offsetof(struct between, where)},
    {.name = "step",
     .kind = FP__FIELD_CHOICE,
     .offset = offsetof(struct between, step),
     .names = steps},
    {.name = "interpolate",
     .kind = FP__FIELD_BOOL,
     .offset = offsetof(struct between, interpolate)},
};

static const struct fp__fields between_fields =
    FP__FIELDS_BEYOND("fill_between", between_rows, &area_fields);

/* The n-th of the arguments, if there is one. */
static struct fp_array *
take_array(lua_State *L, int n, int count, const char *function, const char *what)
{
    return n <= count && !lua_isnil(L, n) ? fp__to_array(L, n, function, what) : NULL;
}

/* fill_between(x, y1, y2, where), the last two may be missing. */
static int
axes_fill_between(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct between between = {.area.options = fp_area_defaults()};
    struct fp_fill_between_options options;
    int n;
    int table = fp__options_after(L, 3, &n);
    struct fp_array *x = fp__to_positions(L, 2, ax, false, "fill_between", "x");
    struct fp_array *y1 = fp__to_positions(L, 3, ax, true, "fill_between", "y1");
    struct fp_array *y2 = take_array(L, 4, n, "fill_between", "y2");

    between.where = take_array(L, 5, n, "fill_between", "where");
    fp__options_read(L, table, &between_fields, &between);
    options = (struct fp_fill_between_options){resolve(&between.area), between.where, between.step,
                                               between.interpolate};
    return fp__push_artist(L, FP__ARTIST, fp_axes_fill_between(ax, x, y1, y2, &options));
}

static const struct fp__fields fill_fields = FP__FIELDS("fill", area_rows);

/* fill(x, y, 'b'): the colour of the face. */
static int
axes_fill(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct area area = {.options = fp_area_defaults()};
    struct fp_area_options options;
    int n;
    int table = fp__options_after(L, 3, &n);
    struct fp_array *x = fp__to_positions(L, 2, ax, false, "fill", "x");
    struct fp_array *y = fp__to_positions(L, 3, ax, true, "fill", "y");

    area.options.has_color = n >= 4;
    if (n >= 4)
        area.options.color = fp__color(L, 4);
    fp__options_read(L, table, &fill_fields, &area);
    options = resolve(&area);
    return fp__push_artist(L, FP__ARTIST, fp_axes_fill(ax, x, y, &options));
}

const struct fp__method fp__area_methods[] = {
    {"step", "step", axes_step},          {"errorbar", "errorbar", axes_errorbar},
    {"stem", "stem", axes_stem},          {"axhline", "axhline", axes_axhline},
    {"axvline", "axvline", axes_axvline}, {"axhspan", "axhspan", axes_axhspan},
    {"axvspan", "axvspan", axes_axvspan}, {"fill_between", "fill_between", axes_fill_between},
    {"fill", "fill", axes_fill},          {NULL, NULL, NULL},
};
