/* SPDX-License-Identifier: MIT */
/* axis.c: methods of axes for ticks and their labels, dates, margins and twins. */
#include "flatplot/axis.h"

#include <math.h>
#include <string.h>

#include "figure/colorbar.h"
#include "flatplot/date.h"
#include "script/array.h"
#include "script/axes.h"
#include "script/axis.h"
#include "script/handle.h"
#include "script/library.h"
#include "script/options.h"
#include "script/positions.h"

/* What is done in the same way to x and to y. */
struct axis_calls {
    bool y;
    const char *ticks, *labels, *format;
    enum fp_status (*set_ticks)(struct fp_axes *ax, const double *values, size_t n,
                                const char *const *labels);
    enum fp_status (*set_labels)(struct fp_axes *ax, const char *const *labels, size_t n);
    enum fp_status (*each)(struct fp_axes *ax, fp_tick_fn each, void *data);
    enum fp_status (*get_look)(struct fp_axes *ax, struct fp_tick_labels *labels);
    enum fp_status (*set_look)(struct fp_axes *ax, const struct fp_tick_labels *labels);
    enum fp_status (*set_format)(struct fp_axes *ax, const char *format);
    enum fp_status (*set_numbers)(struct fp_axes *ax, const struct fp_tick_numbers *numbers);
};

static const struct axis_calls x_calls = {.ticks = "xticks",
                                          .labels = "set_xticklabels",
                                          .format = "set_xformat",
                                          .set_ticks = fp_axes_set_xticks,
                                          .set_labels = fp_axes_set_xticklabels,
                                          .each = fp_axes_each_xtick,
                                          .get_look = fp_axes_get_xtick_labels,
                                          .set_look = fp_axes_set_xtick_labels,
                                          .set_format = fp_axes_set_xformat,
                                          .set_numbers = fp_axes_set_xnumbers};

static const struct axis_calls y_calls = {.y = true,
                                          .ticks = "yticks",
                                          .labels = "set_yticklabels",
                                          .format = "set_yformat",
                                          .set_ticks = fp_axes_set_yticks,
                                          .set_labels = fp_axes_set_yticklabels,
                                          .each = fp_axes_each_ytick,
                                          .get_look = fp_axes_get_ytick_labels,
                                          .set_look = fp_axes_set_ytick_labels,
                                          .set_format = fp_axes_set_yformat,
                                          .set_numbers = fp_axes_set_ynumbers};

/* --- how labels look -------------------------------------------------------------------------- */

#define LOOK(member) offsetof(struct fp_tick_labels, member)

static const char *const aligns[] = {"left", "center", "right", NULL};

static const struct fp__field look_rows[] = {
    {.name = "rotation", .kind = FP__FIELD_NUMBER, .offset = LOOK(rotation)},
    {.name = "fontsize", .alias = "size", .kind = FP__FIELD_NUMBER, .offset = LOOK(size)},
    {.name = "ha",
     .alias = "horizontalalignment",
     .kind = FP__FIELD_CHOICE,
     .offset = LOOK(align),
     .given = FP__GIVEN(struct fp_tick_labels, has_align),
     .names = aligns},
};

static void
set_look(lua_State *L, struct fp_axes *ax, int table, const struct axis_calls *calls)
{
    const struct fp__fields fields = FP__FIELDS(calls->ticks, look_rows);
    struct fp_tick_labels look;

    if (table == 0)
        return;
    fp__try(L, calls->get_look(ax, &look));
    fp__options_read(L, table, &fields, &look);
    fp__try(L, calls->set_look(ax, &look));
}

/* --- ticks ------------------------------------------------------------------------------------ */

/* Pushes a block of pointers to the n labels of the table at the index, and the table that keeps
 * them: numbers are labels, too. */
static const char *const *
push_labels(lua_State *L, int index, size_t n, const char *function)
{
    const char **labels = lua_newuserdatauv(L, (n + 1) * sizeof *labels, 0);

    if (!lua_istable(L, index) || (size_t)luaL_len(L, index) != n)
        fp__error(L, "%s: labels are a table of %d texts, one for each tick", function, (int)n);
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        lua_geti(L, index, (lua_Integer)i + 1);
        if (!lua_isstring(L, -1))
            fp__error(L, "%s: label %d is a text, not %s", function, (int)i + 1,
                      fp__kind_of(L, -1));
        labels[i] = lua_tostring(L, -1);
        lua_seti(L, -2, (lua_Integer)i + 1);
    }
    return labels;
}

static bool
is_empty(lua_State *L, int index)
{
    if (!lua_istable(L, index))
        return false;
    lua_pushnil(L);
    if (!lua_next(L, index))
        return true;
    lua_pop(L, 2);
    return false;
}

/* Pushes a column's numbers, one after the other. */
static const double *
push_column(lua_State *L, struct fp_array *array, size_t *n, const char *function)
{
    double *numbers;

    if (fp_array_layout(array)->ndim > 1)
        fp__error(L, "%s: ticks are a column of numbers", function);
    *n = fp_array_count(array);
    numbers = lua_newuserdatauv(L, *n * sizeof *numbers, 0);
    for (size_t i = 0; i < *n; i++)
        fp__try(L, fp_array_value(array, &i, &numbers[i]));
    return numbers;
}

/* The same of what stands at the index. */
static const double *
push_numbers(lua_State *L, int index, struct fp_axes *ax, const struct axis_calls *calls, size_t *n)
{
    *n = 0;
    if (is_empty(L, index))
        return lua_newuserdatauv(L, 0, 0);
    return push_column(L,
                       fp__to_positions(L, index, ax, calls->y, calls->ticks, "the first argument"),
                       n, calls->ticks);
}

struct listing {
    lua_State *L;
    int values, labels;
    lua_Integer n;
};

static void
list_tick(void *data, double value, const char *label)
{
    struct listing *listing = data;

    lua_pushnumber(listing->L, value);
    lua_seti(listing->L, listing->values, ++listing->n);
    lua_pushstring(listing->L, label);
    lua_seti(listing->L, listing->labels, listing->n);
}

/* Two tables: the values, and what stands at them. */
static int
push_ticks(lua_State *L, struct fp_axes *ax, const struct axis_calls *calls)
{
    struct listing listing = {.L = L, .values = lua_gettop(L) + 1, .labels = lua_gettop(L) + 2};

    lua_newtable(L);
    lua_newtable(L);
    fp__try(L, calls->each(ax, list_tick, &listing));
    return 2;
}

/* The place of the options behind the arguments from the second to the n-th, or 0. An empty table
 * in the place of ticks is none. */
static int
options_behind(lua_State *L, int *n)
{
    *n = lua_gettop(L);
    if (*n < 2 || !fp__is_options(L, *n) || (*n == 2 && is_empty(L, 2)))
        return 0;
    return (*n)--;
}

/* xticks(values, labels), either may be missing, and options. Returns the ticks that there are. */
static int
ticks_of(lua_State *L, const struct axis_calls *calls)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    int n, table = options_behind(L, &n);
    const char *const *labels = NULL;
    const double *values;
    size_t count;

    if (n >= 2) {
        values = push_numbers(L, 2, ax, calls, &count);
        if (n >= 3)
            labels = push_labels(L, 3, count, calls->ticks);
        fp__try(L, calls->set_ticks(ax, values, count, labels));
    }
    set_look(L, ax, table, calls);
    return push_ticks(L, ax, calls);
}

void
fp__bar_ticks(lua_State *L, struct fp_colorbar *bar, struct fp_array *ticks)
{
    size_t n;
    const double *values = push_column(L, ticks, &n, "colorbar");

    fp__try(L, fp_colorbar_set_ticks(bar, values, n, NULL));
    lua_pop(L, 1);
}

/* set_ticks(values, labels) of a colorbar, as xticks. */
int
fp__colorbar_ticks(lua_State *L)
{
    struct fp_colorbar *bar = fp__to_artist(L, 1, FP__COLORBAR);

    fp__push_axes(L, fp__artist_axes(&bar->artist));
    lua_replace(L, 1);
    return ticks_of(L, bar->options.horizontal ? &x_calls : &y_calls);
}

int
fp__colorbar_format(lua_State *L)
{
    struct fp_colorbar *bar = fp__to_artist(L, 1, FP__COLORBAR);
    const char *format =
        lua_isnoneornil(L, 2) ? NULL : fp__string(L, 2, "set_format", "the format");

    fp__try(L, fp_colorbar_set_format(bar, format));
    return 0;
}

static int
labels_of(lua_State *L, const struct axis_calls *calls)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    int n, table = options_behind(L, &n);
    size_t count = lua_istable(L, 2) ? (size_t)luaL_len(L, 2) : 0;

    fp__try(L, calls->set_labels(ax, push_labels(L, 2, count, calls->labels), count));
    set_look(L, ax, table, calls);
    return 0;
}

static int
axes_xticks(lua_State *L)
{
    return ticks_of(L, &x_calls);
}

static int
axes_yticks(lua_State *L)
{
    return ticks_of(L, &y_calls);
}

static int
axes_xticklabels(lua_State *L)
{
    return labels_of(L, &x_calls);
}

static int
axes_yticklabels(lua_State *L)
{
    return labels_of(L, &y_calls);
}

static int
axes_minorticks_on(lua_State *L)
{
    fp__try(L, fp_axes_set_minor_ticks(fp__to_axes(L, 1), true));
    return 0;
}

static int
axes_minorticks_off(lua_State *L)
{
    fp__try(L, fp_axes_set_minor_ticks(fp__to_axes(L, 1), false));
    return 0;
}

/* --- which axis: "x", "y", "both" ------------------------------------------------------------- */

enum which { BOTH, ONLY_X, ONLY_Y };

static const char *const whiches[] = {"both", "x", "y", NULL};

struct params {
    int which;
    struct fp_tick_labels look; /* what was given of it: */
    bool has_rotation, has_size, has_bottom, has_left;
    bool bottom, left;
};

#define PARAM(member) offsetof(struct params, member)
#define GIVEN(member) FP__GIVEN(struct params, member)

static const struct fp__field param_rows[] = {
    {.name = "axis", .kind = FP__FIELD_CHOICE, .offset = PARAM(which), .names = whiches},
    {.name = "labelrotation",
     .alias = "rotation",
     .kind = FP__FIELD_NUMBER,
     .offset = PARAM(look.rotation),
     .given = GIVEN(has_rotation)},
    {.name = "labelsize",
     .kind = FP__FIELD_NUMBER,
     .offset = PARAM(look.size),
     .given = GIVEN(has_size)},
    {.name = "labelbottom",
     .alias = "labeltop",
     .kind = FP__FIELD_BOOL,
     .offset = PARAM(bottom),
     .given = GIVEN(has_bottom)},
    {.name = "labelleft",
     .alias = "labelright",
     .kind = FP__FIELD_BOOL,
     .offset = PARAM(left),
     .given = GIVEN(has_left)},
};

static const struct fp__fields param_fields = FP__FIELDS("tick_params", param_rows);

static void
set_params(lua_State *L, struct fp_axes *ax, const struct params *p, const struct axis_calls *calls)
{
    struct fp_tick_labels look;

    fp__try(L, calls->get_look(ax, &look));
    if (p->has_rotation)
        look.rotation = p->look.rotation;
    if (p->has_size)
        look.size = p->look.size;
    if (calls->y ? p->has_left : p->has_bottom)
        look.on = calls->y ? p->left : p->bottom;
    fp__try(L, calls->set_look(ax, &look));
}

/* tick_params{axis = "x", labelrotation = 45} */
static int
axes_tick_params(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct params params = {0};

    fp__options_read(L, 2, &param_fields, &params);
    if (params.which != ONLY_Y)
        set_params(L, ax, &params, &x_calls);
    if (params.which != ONLY_X)
        set_params(L, ax, &params, &y_calls);
    return 0;
}

/* --- formats ---------------------------------------------------------------------------------- */

struct style {
    int which, style;
    bool has_style, offset, has_offset, has_powers;
    double powers[2];
};

#define STYLE(member) offsetof(struct style, member)
#undef GIVEN
#define GIVEN(member) FP__GIVEN(struct style, member)

static const char *const styles[] = {"plain", "sci", "scientific", NULL};

static const struct fp__field style_rows[] = {
    {.name = "axis", .kind = FP__FIELD_CHOICE, .offset = STYLE(which), .names = whiches},
    {.name = "style",
     .kind = FP__FIELD_CHOICE,
     .offset = STYLE(style),
     .given = GIVEN(has_style),
     .names = styles},
    {.name = "useOffset",
     .kind = FP__FIELD_BOOL,
     .offset = STYLE(offset),
     .given = GIVEN(has_offset)},
    {.name = "scilimits",
     .kind = FP__FIELD_NUMBERS,
     .offset = STYLE(powers),
     .given = GIVEN(has_powers),
     .count = 2},
};

static const struct fp__fields style_fields = FP__FIELDS("ticklabel_format", style_rows);

/* ticklabel_format{style = "plain", useOffset = false}: what is not named is as it is by itself. */
static int
axes_ticklabel_format(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_tick_numbers numbers = fp_tick_numbers_defaults();
    struct style style = {0};

    fp__options_read(L, 2, &style_fields, &style);
    if (style.has_style)
        numbers.scientific = style.style > 0;
    if (style.has_offset)
        numbers.offset = style.offset;
    if (style.has_powers) {
        numbers.least = (int)style.powers[0];
        numbers.most = (int)style.powers[1];
    }
    if (style.which != ONLY_Y)
        fp__try(L, fp_axes_set_xnumbers(ax, &numbers));
    if (style.which != ONLY_X)
        fp__try(L, fp_axes_set_ynumbers(ax, &numbers));
    return 0;
}

static int
format_of(lua_State *L, const struct axis_calls *calls)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    const char *format =
        lua_isnoneornil(L, 2) ? NULL : fp__string(L, 2, calls->format, "the format");

    fp__try(L, calls->set_format(ax, format));
    return 0;
}

static int
axes_xformat(lua_State *L)
{
    return format_of(L, &x_calls);
}

static int
axes_yformat(lua_State *L)
{
    return format_of(L, &y_calls);
}

/* --- dates ------------------------------------------------------------------------------------ */

static int
axes_xdates(lua_State *L)
{
    fp__try(L, fp_axes_set_xdates(fp__to_axes(L, 1)));
    return 0;
}

static int
axes_ydates(lua_State *L)
{
    fp__try(L, fp_axes_set_ydates(fp__to_axes(L, 1)));
    return 0;
}

/* date2num("2026-11-20"), of a table of such an array. */
static int
plt_date2num(lua_State *L)
{
    double days, *values;
    size_t n;

    if (!lua_istable(L, 1)) {
        fp__try(L, fp_date_parse(NULL, fp__string(L, 1, "date2num", "a date"), &days));
        lua_pushnumber(L, days);
        return 1;
    }
    n = (size_t)luaL_len(L, 1);
    values = fp__push_values(L, 1, &n);
    for (size_t i = 0; i < n; i++) {
        lua_geti(L, 1, (lua_Integer)i + 1);
        fp__try(L, fp_date_parse(NULL, fp__string(L, -1, "date2num", "a date"), &values[i]));
        lua_pop(L, 1);
    }
    return 1;
}

#define LONGEST_DATE 256

/* num2date(20412.5), as ISO 8601 writes it or in a format. */
static int
plt_num2date(lua_State *L)
{
    double days = fp__number(L, 1, "num2date", "the number of days");
    const char *format =
        lua_isnoneornil(L, 2) ? "%Y-%m-%dT%H:%M:%S" : fp__string(L, 2, "num2date", "the format");
    struct fp_text text = {0};
    enum fp_status status = fp_date_format(NULL, days, format, &text);
    size_t n = text.length < LONGEST_DATE ? text.length : LONGEST_DATE;
    char date[LONGEST_DATE];

    memcpy(date, fp_text_string(&text), n);
    fp_text_finish(&text); /* before anything may raise */
    fp__try(L, status);
    lua_pushlstring(L, date, n);
    return 1;
}

/* --- limits and twins ------------------------------------------------------------------------- */

struct margins {
    double x, y;
};

static const struct fp__field margin_rows[] = {
    {.name = "x", .kind = FP__FIELD_NUMBER, .offset = offsetof(struct margins, x)},
    {.name = "y", .kind = FP__FIELD_NUMBER, .offset = offsetof(struct margins, y)},
};

static const struct fp__fields margin_fields = FP__FIELDS("margins", margin_rows);

/* margins(both), margins(x, y), margins{x = …, y = …} */
static int
axes_margins(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct margins margins = {NAN, NAN};

    if (lua_istable(L, 2)) {
        fp__options_read(L, 2, &margin_fields, &margins);
    } else {
        margins.x = fp__number(L, 2, "margins", "the margin");
        margins.y = lua_isnoneornil(L, 3) ? margins.x : fp__number(L, 3, "margins", "the second");
    }
    fp__try(L, fp_axes_set_margins(ax, margins.x, margins.y));
    return 0;
}

static int
axes_invert_xaxis(lua_State *L)
{
    fp__try(L, fp_axes_invert_xaxis(fp__to_axes(L, 1)));
    return 0;
}

static int
axes_invert_yaxis(lua_State *L)
{
    fp__try(L, fp_axes_invert_yaxis(fp__to_axes(L, 1)));
    return 0;
}

/* plt.twinx(ax) is not about the current axes, which are before it. */
static struct fp_axes *
to_base(lua_State *L)
{
    return fp__to_axes(L, fp__is_handle(L, 2, FP__AXES) ? 2 : 1);
}

static int
axes_twinx(lua_State *L)
{
    return fp__push_axes(L, fp_axes_twinx(to_base(L)));
}

static int
axes_twiny(lua_State *L)
{
    return fp__push_axes(L, fp_axes_twiny(to_base(L)));
}

/* Of the figure. */
int
fp__figure_autofmt_xdate(lua_State *L)
{
    fp__try(L, fp_figure_autofmt_xdate(fp__to_figure(L, 1)));
    return 0;
}

const struct fp__method fp__axis_methods[] = {
    {"set_xticks", "xticks", axes_xticks},
    {"set_yticks", "yticks", axes_yticks},
    {"get_xticks", NULL, axes_xticks},
    {"get_yticks", NULL, axes_yticks},
    {"set_xticklabels", NULL, axes_xticklabels},
    {"set_yticklabels", NULL, axes_yticklabels},
    {"minorticks_on", "minorticks_on", axes_minorticks_on},
    {"minorticks_off", "minorticks_off", axes_minorticks_off},
    {"tick_params", "tick_params", axes_tick_params},
    {"ticklabel_format", "ticklabel_format", axes_ticklabel_format},
    {"set_xformat", NULL, axes_xformat},
    {"set_yformat", NULL, axes_yformat},
    {"xaxis_date", NULL, axes_xdates},
    {"yaxis_date", NULL, axes_ydates},
    {"margins", "margins", axes_margins},
    {"invert_xaxis", NULL, axes_invert_xaxis},
    {"invert_yaxis", NULL, axes_invert_yaxis},
    {"twinx", "twinx", axes_twinx},
    {"twiny", "twiny", axes_twiny},
    {NULL, NULL, NULL},
};

void
fp__open_dates(lua_State *L)
{
    static const luaL_Reg functions[] = {
        {"date2num", plt_date2num}, {"num2date", plt_num2date}, {NULL, NULL}};

    luaL_setfuncs(L, functions, 0);
}
