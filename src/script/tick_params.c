/* SPDX-License-Identifier: MIT */
/* tick_params.c: the method of axes that says how marks at ticks and their labels look. */
#include <string.h>

#include "figure/axes.h"
#include "script/axes.h"
#include "script/axis.h"
#include "script/handle.h"
#include "script/options.h"

/* What is given, of both axes. */
struct params {
    int axis, which;
    struct fp_tick_labels labels;
    struct fp_tick_marks marks;
    struct fp_color color; /* of marks and labels */
    bool has_rotation, has_size, has_direction, has_length, has_width, has_pad, has_color;
    bool on[4], has_on[4]; /* bottom, top, left, right */
    bool labels_on[4], has_labels_on[4];
};

const char *const fp__which_ticks[] = {"major", "minor", "both", NULL};
const char *const fp__tick_directions[] = {"out", "in", "inout", NULL};

#define PARAM(member) offsetof(struct params, member)
#define GIVEN(member) FP__GIVEN(struct params, member)
#define SIDE(word, i)                                                                              \
    {.name = word,                                                                                 \
     .kind = FP__FIELD_BOOL,                                                                       \
     .offset = PARAM(on) + (i) * sizeof(bool),                                                     \
     .given = GIVEN(has_on) + (i) * sizeof(bool)},                                                 \
    {                                                                                              \
        .name = "label" word, .kind = FP__FIELD_BOOL,                                              \
        .offset = PARAM(labels_on) + (i) * sizeof(bool),                                           \
        .given = GIVEN(has_labels_on) + (i) * sizeof(bool)                                         \
    }

static const struct fp__field rows[] = {
    {.name = "axis", .kind = FP__FIELD_CHOICE, .offset = PARAM(axis), .names = fp__which_axes},
    {.name = "which", .kind = FP__FIELD_CHOICE, .offset = PARAM(which), .names = fp__which_ticks},
    {.name = "direction",
     .kind = FP__FIELD_CHOICE,
     .offset = PARAM(marks.direction),
     .given = GIVEN(has_direction),
     .names = fp__tick_directions},
    {.name = "length",
     .alias = "size",
     .kind = FP__FIELD_NUMBER,
     .offset = PARAM(marks.length),
     .given = GIVEN(has_length)},
    {.name = "width",
     .kind = FP__FIELD_NUMBER,
     .offset = PARAM(marks.width),
     .given = GIVEN(has_width)},
    {.name = "pad", .kind = FP__FIELD_NUMBER, .offset = PARAM(marks.pad), .given = GIVEN(has_pad)},
    {.name = "color",
     .kind = FP__FIELD_COLOR,
     .offset = PARAM(marks.color),
     .given = GIVEN(marks.has_color)},
    {.name = "colors", .kind = FP__FIELD_COLOR, .offset = PARAM(color), .given = GIVEN(has_color)},
    {.name = "labelrotation",
     .alias = "rotation",
     .kind = FP__FIELD_NUMBER,
     .offset = PARAM(labels.rotation),
     .given = GIVEN(has_rotation)},
    {.name = "labelsize",
     .kind = FP__FIELD_FONTSIZE,
     .offset = PARAM(labels.size),
     .given = GIVEN(has_size)},
    {.name = "labelcolor",
     .kind = FP__FIELD_COLOR,
     .offset = PARAM(labels.color),
     .given = GIVEN(labels.has_color)},
    SIDE("bottom", 0),
    SIDE("top", 1),
    SIDE("left", 2),
    SIDE("right", 3),
};

static const struct fp__fields fields = FP__FIELDS("tick_params", rows);

/* The side at which the axis has its labels, of bottom, top, left and right. */
static int
find_own(const struct fp_axes *ax, bool y)
{
    return y ? 2 + (ax->body->y.side == FP__SIDE_RIGHT) : ax->body->x.side == FP__SIDE_TOP;
}

static void
set_labels(lua_State *L, struct fp_axes *ax, const struct params *p,
           const struct fp__axis_calls *calls)
{
    struct fp_tick_labels look;
    int own = find_own(ax, calls->y);

    fp__try(L, calls->get_look(ax, &look));
    if (p->has_rotation)
        look.rotation = p->labels.rotation;
    if (p->has_size)
        look.size = p->labels.size;
    if (p->has_color || p->labels.has_color) {
        look.has_color = true;
        look.color = p->labels.has_color ? p->labels.color : p->color;
    }
    if (p->has_labels_on[own])
        look.on = p->labels_on[own];
    fp__try(L, calls->set_look(ax, &look));
}

static void
set_marks(lua_State *L, struct fp_axes *ax, bool minor, const struct params *p,
          const struct fp__axis_calls *calls)
{
    struct fp_tick_marks marks;
    int own = find_own(ax, calls->y), other = own ^ 1;

    fp__try(L, calls->get_marks(ax, minor, &marks));
    marks.direction = p->has_direction ? p->marks.direction : marks.direction;
    marks.length = p->has_length ? p->marks.length : marks.length;
    marks.width = p->has_width ? p->marks.width : marks.width;
    marks.pad = p->has_pad ? p->marks.pad : marks.pad;
    marks.on = p->has_on[own] ? p->on[own] : marks.on;
    marks.opposite = p->has_on[other] ? p->on[other] : marks.opposite;
    if (p->has_color || p->marks.has_color) {
        marks.has_color = true;
        marks.color = p->marks.has_color ? p->marks.color : p->color;
    }
    fp__try(L, calls->set_marks(ax, minor, &marks));
}

static void
set_params(lua_State *L, struct fp_axes *ax, const struct params *p,
           const struct fp__axis_calls *calls)
{
    if (p->which != 1)
        set_labels(L, ax, p, calls);
    for (int minor = 0; minor < 2; minor++)
        if (p->which == minor || p->which == 2)
            set_marks(L, ax, minor, p, calls);
}

static int
read_axis(lua_State *L, const char *word)
{
    for (int i = 0; fp__which_axes[i]; i++)
        if (strcmp(word, fp__which_axes[i]) == 0)
            return i;
    fp__error(L, "tick_params: no axis is called '%s'" FP__OR "x, y or both", word);
    return FP__BOTH;
}

/* tick_params{axis = "x", labelrotation = 45}, or tick_params("x", {labelrotation = 45}) */
static int
axes_tick_params(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct params params = {0};
    bool named = lua_type(L, 2) == LUA_TSTRING;

    fp__options_read(L, 2 + named, &fields, &params);
    if (named)
        params.axis = read_axis(L, lua_tostring(L, 2));
    if (params.axis != FP__ONLY_Y)
        set_params(L, ax, &params, &fp__x_axis);
    if (params.axis != FP__ONLY_X)
        set_params(L, ax, &params, &fp__y_axis);
    return 0;
}

const struct fp__method fp__tick_params_methods[] = {
    {"tick_params", "tick_params", axes_tick_params},
    {NULL, NULL, NULL},
};
