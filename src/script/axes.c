/* SPDX-License-Identifier: MIT */
/* axes.c: methods of axes that are not plots: limits, scales, looks. */
#include "script/axes.h"

#include <string.h>

#include "flatplot/plot.h"
#include "script/figures.h"
#include "script/handle.h"
#include "script/library.h"
#include "script/options.h"
#include "script/positions.h"

/* --- limits: as two numbers, a table of two, by their names, or asked for --------------------- */

struct ends {
    int low, high; /* places on the stack; 0: not named */
};

#define END(name_, other, member)                                                                  \
    {                                                                                              \
        .name = (name_), .alias = (other), .kind = FP__FIELD_VALUE,                                \
        .offset = offsetof(struct ends, member)                                                    \
    }

static const struct fp__field x_rows[] = {END("left", "xmin", low), END("right", "xmax", high)};
static const struct fp__field y_rows[] = {END("bottom", "ymin", low), END("top", "ymax", high)};
static const struct fp__fields x_ends = FP__FIELDS("xlim", x_rows);
static const struct fp__fields y_ends = FP__FIELDS("ylim", y_rows);

struct limits {
    const char *name;
    const struct fp__fields *ends;
    enum fp_status (*set)(struct fp_axes *ax, double low, double high);
    enum fp_status (*get)(struct fp_axes *ax, double *low, double *high);
};

static const struct limits x_limits = {"xlim", &x_ends, fp_axes_set_xlim, fp_axes_get_xlim};
static const struct limits y_limits = {"ylim", &y_ends, fp_axes_set_ylim, fp_axes_get_ylim};

/* What is nil stays as it is. */
static double
end_of(lua_State *L, int index, struct fp_axes *ax, const struct limits *limits, double now)
{
    return lua_isnoneornil(L, index)
               ? now
               : fp__position(L, index, ax, limits == &y_limits, limits->name, "a limit");
}

/* The table at 2, of two ends or of names, makes way for the two ends. */
static void
spread_ends(lua_State *L, const struct limits *limits)
{
    struct ends ends = {0};
    bool named;

    lua_settop(L, 2);
    named = lua_rawgeti(L, 2, 1) == LUA_TNIL;
    named &= lua_rawgeti(L, 2, 2) == LUA_TNIL;
    if (named) {
        lua_settop(L, 2);
        fp__options_read(L, 2, limits->ends, &ends);
        lua_pushnil(L);
        lua_pushvalue(L, ends.low ? ends.low : -1);
        lua_pushvalue(L, ends.high ? ends.high : -2);
    }
    lua_copy(L, -2, 2);
    lua_copy(L, -1, 3);
    lua_settop(L, 3);
}

static int
limits_of(lua_State *L, const struct limits *limits)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double low;
    double high;

    fp__try(L, limits->get(ax, &low, &high));
    if (lua_istable(L, 2))
        spread_ends(L, limits);
    if (lua_gettop(L) > 1) {
        low = end_of(L, 2, ax, limits, low);
        high = end_of(L, 3, ax, limits, high);
        fp__try(L, limits->set(ax, low, high));
    }
    lua_pushnumber(L, low);
    lua_pushnumber(L, high);
    return 2;
}

static int
axes_xlim(lua_State *L)
{
    return limits_of(L, &x_limits);
}

static int
axes_ylim(lua_State *L)
{
    return limits_of(L, &y_limits);
}

/* --- scales ----------------------------------------------------------------------------------- */

static const struct fp__field scale_rows[] = {
    {.name = "linthresh", .kind = FP__FIELD_NUMBER, .offset = offsetof(struct fp_scale, linthresh)},
    {.name = "linscale", .kind = FP__FIELD_NUMBER, .offset = offsetof(struct fp_scale, linscale)},
};

static const struct fp__fields scale_fields = FP__FIELDS("scale", scale_rows);

static struct fp_scale
to_scale(lua_State *L)
{
    static const char *const names[] = {"linear", "log", "symlog", NULL};
    struct fp_scale scale = {0};
    const char *name = fp__string(L, 2, "scale", "the name");

    scale.kind = (enum fp_scale_kind)fp__pick(L, name, "scale", names);
    fp__options_read(L, 3, &scale_fields, &scale);
    return scale;
}

static int
axes_xscale(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_scale scale = to_scale(L);

    fp__try(L, fp_axes_set_xscale(ax, &scale));
    return 0;
}

static int
axes_yscale(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct fp_scale scale = to_scale(L);

    fp__try(L, fp_axes_set_yscale(ax, &scale));
    return 0;
}

/* --- looks ------------------------------------------------------------------------------------ */

/* set_axisbelow(true), set_axisbelow("line"), set_axisbelow(false) */
static int
axes_set_axisbelow(lua_State *L)
{
    static const char *const names[] = {"line", NULL};
    struct fp_axes *ax = fp__to_axes(L, 1);
    enum fp_axisbelow below = lua_toboolean(L, 2) ? FP_AXIS_BELOW : FP_AXIS_ABOVE;

    if (lua_type(L, 2) == LUA_TSTRING)
        below = (enum fp_axisbelow)fp__pick(L, lua_tostring(L, 2), "set_axisbelow", names);
    fp__try(L, fp_axes_set_axisbelow(ax, below));
    return 0;
}

static const struct fp__field aspect_row = {.name = "aspect", .kind = FP__FIELD_ASPECT};
static const struct fp__fields aspect_field = {"set_aspect", &aspect_row, 1, NULL};

static int
axes_set_aspect(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    double aspect = FP_ASPECT_AUTO;

    lua_settop(L, 2);
    lua_createtable(L, 0, 1);
    lua_insert(L, 2);
    lua_setfield(L, 2, aspect_row.name);
    fp__options_read(L, 2, &aspect_field, &aspect);
    fp__try(L, fp_axes_set_aspect(ax, aspect));
    return 0;
}

/* axis{left, right, bottom, top}: what is nil stays. */
static int
set_ends(lua_State *L, struct fp_axes *ax)
{
    double x[2], y[2];

    fp__try(L, fp_axes_get_xlim(ax, &x[0], &x[1]));
    fp__try(L, fp_axes_get_ylim(ax, &y[0], &y[1]));
    for (int i = 0; i < 4; i++) {
        const struct limits *limits = i < 2 ? &x_limits : &y_limits;
        double *end = i < 2 ? &x[i] : &y[i - 2];

        lua_geti(L, 2, i + 1);
        *end = end_of(L, -1, ax, limits, *end);
        lua_pop(L, 1);
    }
    fp__try(L, fp_axes_set_xlim(ax, x[0], x[1]));
    fp__try(L, fp_axes_set_ylim(ax, y[0], y[1]));
    return 0;
}

/* axis("off"), axis("on"), axis("equal"), axis("auto"), axis{left, right, bottom, top}. */
static int
axes_axis(lua_State *L)
{
    static const char *const names[] = {"off", "on", "auto", "equal", NULL};
    struct fp_axes *ax = fp__to_axes(L, 1);
    int wish;

    if (lua_istable(L, 2))
        return set_ends(L, ax);
    wish = fp__pick(L, fp__string(L, 2, "axis", "the argument"), "axis", names);
    if (wish < 2)
        fp__try(L, fp_axes_set_axis(ax, wish == 1));
    else
        fp__try(L, fp_axes_set_aspect(ax, wish == 3 ? 1 : FP_ASPECT_AUTO));
    return 0;
}

static int
axes_set_facecolor(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);

    fp__try(L, fp_axes_set_facecolor(ax, fp__color(L, 2)));
    return 0;
}

static int
axes_label_outer(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);

    fp__try(L, fp_axes_label_outer_x(ax));
    fp__try(L, fp_axes_label_outer_y(ax));
    return 0;
}

/* set{title = "t", xlim = {0, 1}}: set_title("t"), set_xlim{0, 1}; scales before limits. */
static int
axes_set(lua_State *L)
{
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    for (int scales = 1; scales >= 0; scales--) {
        lua_pushnil(L);
        while (lua_next(L, 2)) {
            const char *name = fp__string(L, -2, "set", "a name");

            if ((strstr(name, "scale") != NULL) == scales) {
                lua_getfield(L, 1, lua_pushfstring(L, "set_%s", name));
                lua_pushvalue(L, 1);
                lua_pushvalue(L, -4);
                lua_call(L, 2, 0);
                lua_pop(L, 1);
            }
            lua_pop(L, 1);
        }
    }
    return 0;
}

/* --- ends ------------------------------------------------------------------------------------- */

static int
axes_clear(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);

    fp__try(L, fp_axes_clear(ax));
    fp__dress_axes(L, 1);
    return 0;
}

static int
axes_remove(lua_State *L)
{
    fp__try(L, fp_axes_remove(fp__to_axes(L, 1)));
    return 0;
}

const struct fp__method fp__axes_methods[] = {
    {"set", NULL, axes_set},
    {"label_outer", NULL, axes_label_outer},
    {"set_xlim", "xlim", axes_xlim},
    {"set_ylim", "ylim", axes_ylim},
    {"get_xlim", NULL, axes_xlim},
    {"get_ylim", NULL, axes_ylim},
    {"set_xscale", "xscale", axes_xscale},
    {"set_yscale", "yscale", axes_yscale},
    {"axis", "axis", axes_axis},
    {"set_axisbelow", NULL, axes_set_axisbelow},
    {"set_aspect", NULL, axes_set_aspect},
    {"set_facecolor", NULL, axes_set_facecolor},
    {"clear", NULL, axes_clear},
    {"cla", NULL, axes_clear},
    {"remove", NULL, axes_remove},
    {NULL, NULL, NULL},
};

const struct fp__method_table fp__axes_tables[] = {
    {fp__axes_methods, false},      {fp__axes_text_methods, false},
    {fp__axis_methods, false},      {fp__tick_methods, false},
    {fp__tick_look_methods, false}, {fp__tick_params_methods, false},
    {fp__grid_methods, false},      {fp__plot_methods, true},
    {fp__note_methods, true},       {fp__area_methods, true},
    {fp__field_methods, true},      {fp__bar_methods, true},
    {fp__segment_methods, true},    {NULL, false},
};

void
fp__set_methods(lua_State *L, const struct fp__method_table *table)
{
    for (const struct fp__method *m = table->methods; m->call; m++)
        if (m->name) {
            (table->draw ? fp__push_drawing : fp__push_method)(L, m->call);
            lua_setfield(L, -2, m->name);
        }
}

void
fp__open_axes(lua_State *L)
{
    static const luaL_Reg none[] = {{NULL, NULL}};

    fp__handle_class(L, FP__AXES, none);
    for (size_t i = 0; fp__axes_tables[i].methods; i++)
        fp__set_methods(L, &fp__axes_tables[i]);
    fp__set_transforms(L);
    lua_pop(L, 1);
}
