/* SPDX-License-Identifier: MIT */
/* grid.c: the method of axes that draws lines at their ticks. */
#include "script/axes.h"
#include "script/axis.h"
#include "script/handle.h"
#include "script/options.h"

struct grid {
    struct fp_grid look;
    bool has_visible;
    int which, axis;
};

#define GRID(member) offsetof(struct grid, member)

static const struct fp__field rows[] = {
    {.name = "visible",
     .kind = FP__FIELD_BOOL,
     .offset = GRID(look.on),
     .given = FP__GIVEN(struct grid, has_visible)},
    {.name = "which", .kind = FP__FIELD_CHOICE, .offset = GRID(which), .names = fp__which_ticks},
    {.name = "axis", .kind = FP__FIELD_CHOICE, .offset = GRID(axis), .names = fp__which_axes},
    {.name = "color",
     .alias = "c",
     .kind = FP__FIELD_COLOR,
     .offset = GRID(look.color),
     .given = FP__GIVEN(struct grid, look.has_color)},
    {.name = "linestyle",
     .alias = "ls",
     .kind = FP__FIELD_LINESTYLE,
     .offset = GRID(look.linestyle)},
    {.name = "linewidth", .alias = "lw", .kind = FP__FIELD_NUMBER, .offset = GRID(look.linewidth)},
    {.name = "alpha", .kind = FP__FIELD_NUMBER, .offset = GRID(look.alpha)},
};

static const struct fp__fields fields = FP__FIELDS("grid", rows);

/* Of one axis. */
static void
set(lua_State *L, struct fp_axes *ax, const struct grid *grid,
    enum fp_status (*set_grid)(struct fp_axes *, bool, const struct fp_grid *))
{
    if (grid->which != FP__MINOR)
        fp__try(L, set_grid(ax, false, &grid->look));
    if (grid->which != FP__MAJOR)
        fp__try(L, set_grid(ax, true, &grid->look));
}

/* grid(), grid(false), grid(true, "both", "y"), each with options, which may name them. */
static int
axes_grid(lua_State *L)
{
    struct fp_axes *ax = fp__to_axes(L, 1);
    struct grid grid = {.look = fp_grid_defaults()};
    int n, table = fp__options_last(L, &n);

    if (n > 1 && !lua_isnil(L, 2))
        grid.look.on = lua_toboolean(L, 2);
    if (n > 2)
        grid.which = fp__pick(L, fp__string(L, 3, "grid", "which"), "grid", fp__which_ticks);
    if (n > 3)
        grid.axis = fp__pick(L, fp__string(L, 4, "grid", "the axis"), "grid", fp__which_axes);
    fp__options_read(L, table, &fields, &grid);
    if (grid.axis != FP__ONLY_Y)
        set(L, ax, &grid, fp_axes_set_xgrid);
    if (grid.axis != FP__ONLY_X)
        set(L, ax, &grid, fp_axes_set_ygrid);
    return 0;
}

const struct fp__method fp__grid_methods[] = {
    {"grid", "grid", axes_grid},
    {NULL, NULL, NULL},
};
