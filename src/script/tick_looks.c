/* SPDX-License-Identifier: MIT */
/* tick_looks.c: methods of axes and colorbars that say how numbers at ticks are written. */
#include "script/axes.h"
#include "script/axis.h"
#include "script/handle.h"
#include "script/options.h"

/* --- formats ---------------------------------------------------------------------------------- */

struct style {
    int which, style;
    bool has_style, offset, has_offset, has_powers;
    double powers[2];
};

#define STYLE(member) offsetof(struct style, member)
#define GIVEN(member) FP__GIVEN(struct style, member)

static const char *const styles[] = {"plain", "sci", "scientific", NULL};

static const struct fp__field style_rows[] = {
    {.name = "axis", .kind = FP__FIELD_CHOICE, .offset = STYLE(which), .names = fp__which_axes},
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
    if (style.which != FP__ONLY_Y)
        fp__try(L, fp_axes_set_xnumbers(ax, &numbers));
    if (style.which != FP__ONLY_X)
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
    {"ticklabel_format", "ticklabel_format", axes_ticklabel_format},
    {"set_xformat", NULL, axes_xformat},
    {"set_yformat", NULL, axes_yformat},
    {NULL, NULL, NULL},
};
