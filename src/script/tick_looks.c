/* SPDX-License-Identifier: MIT */
/* tick_looks.c: methods of axes that say how tick labels look and how numbers are written. */
#include <string.h>

#include "script/axes.h"
#include "script/axis.h"
#include "script/handle.h"
#include "script/options.h"

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
    {.name = "labelcolor",
     .kind = FP__FIELD_COLOR,
     .offset = PARAM(look.color),
     .given = GIVEN(look.has_color)},
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
set_params(lua_State *L, struct fp_axes *ax, const struct params *p,
           const struct fp__axis_calls *calls)
{
    struct fp_tick_labels look;

    fp__try(L, calls->get_look(ax, &look));
    if (p->has_rotation)
        look.rotation = p->look.rotation;
    if (p->has_size)
        look.size = p->look.size;
    if (p->look.has_color) {
        look.has_color = true;
        look.color = p->look.color;
    }
    if (calls->y ? p->has_left : p->has_bottom)
        look.on = calls->y ? p->left : p->bottom;
    fp__try(L, calls->set_look(ax, &look));
}

static int
read_which(lua_State *L, const char *word)
{
    for (int i = 0; whiches[i]; i++)
        if (strcmp(word, whiches[i]) == 0)
            return i;
    fp__error(L, "tick_params: no axis is called '%s'" FP__OR "x, y or both", word);
    return BOTH;
}

/* tick_params{axis = "x", labelrotation = 45}, or tick_params("x", {labelrotation = 45}) */
static int
axes_tick_params(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct params params = {0};
    bool named = lua_type(L, 2) == LUA_TSTRING;

    fp__options_read(L, 2 + named, &param_fields, &params);
    if (named)
        params.which = read_which(L, lua_tostring(L, 2));
    if (params.which != ONLY_Y)
        set_params(L, ax, &params, &fp__x_axis);
    if (params.which != ONLY_X)
        set_params(L, ax, &params, &fp__y_axis);
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
format_of(lua_State *L, const struct fp__axis_calls *calls)
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
    return format_of(L, &fp__x_axis);
}

static int
axes_yformat(lua_State *L)
{
    return format_of(L, &fp__y_axis);
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

const struct fp__method fp__tick_look_methods[] = {
    {"tick_params", "tick_params", axes_tick_params},
    {"ticklabel_format", "ticklabel_format", axes_ticklabel_format},
    {"set_xformat", NULL, axes_xformat},
    {"set_yformat", NULL, axes_yformat},
    {NULL, NULL, NULL},
};
