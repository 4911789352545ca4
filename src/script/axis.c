/* SPDX-License-Identifier: MIT */
/* axis.c: methods of axes for dates, margins, direction and twins; dates as numbers. */
#include "script/axis.h"

#include <math.h>
#include <string.h>

#include "flatplot/date.h"
#include "script/array.h"
#include "script/axes.h"
#include "script/figures.h"
#include "script/handle.h"
#include "script/library.h"
#include "script/options.h"

const struct fp__axis_calls fp__x_axis = {.ticks = "xticks",
                                          .labels = "set_xticklabels",
                                          .format = "set_xformat",
                                          .set_ticks = fp_axes_set_xticks,
                                          .set_labels = fp_axes_set_xticklabels,
                                          .each = fp_axes_each_xtick,
                                          .get_look = fp_axes_get_xtick_labels,
                                          .set_look = fp_axes_set_xtick_labels,
                                          .get_marks = fp_axes_get_xtick_marks,
                                          .set_marks = fp_axes_set_xtick_marks,
                                          .set_format = fp_axes_set_xformat,
                                          .set_numbers = fp_axes_set_xnumbers};

const struct fp__axis_calls fp__y_axis = {.y = true,
                                          .ticks = "yticks",
                                          .labels = "set_yticklabels",
                                          .format = "set_yformat",
                                          .set_ticks = fp_axes_set_yticks,
                                          .set_labels = fp_axes_set_yticklabels,
                                          .each = fp_axes_each_ytick,
                                          .get_look = fp_axes_get_ytick_labels,
                                          .set_look = fp_axes_set_ytick_labels,
                                          .get_marks = fp_axes_get_ytick_marks,
                                          .set_marks = fp_axes_set_ytick_marks,
                                          .set_format = fp_axes_set_yformat,
                                          .set_numbers = fp_axes_set_ynumbers};

const char *const fp__which_axes[] = {"both", "x", "y", NULL};

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
    n = (size_t)lua_rawlen(L, 1);
    values = fp__push_values(L, 1, &n);
    for (size_t i = 0; i < n; i++) {
        lua_rawgeti(L, 1, (lua_Integer)i + 1);
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
push_twin(lua_State *L, struct fp_axes *twin)
{
    fp__push_axes(L, twin);
    fp__dress_axis(L, lua_gettop(L));
    return 1;
}

static int
axes_twinx(lua_State *L)
{
    return push_twin(L, fp_axes_twinx(to_base(L)));
}

static int
axes_twiny(lua_State *L)
{
    return push_twin(L, fp_axes_twiny(to_base(L)));
}

/* Of the figure. */
int
fp__figure_autofmt_xdate(lua_State *L)
{
    fp__try(L, fp_figure_autofmt_xdate(fp__to_figure(L, 1)));
    return 0;
}

const struct fp__method fp__axis_methods[] = {
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
