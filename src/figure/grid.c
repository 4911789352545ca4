/* SPDX-License-Identifier: MIT */
/* grid.c: how the lines across the axes at its ticks look. */
#include <math.h>

#include "core/status.h"
#include "figure/axes.h"

struct fp_grid
fp_grid_defaults(void)
{
    return (struct fp_grid){.on = true, .alpha = 1, .linewidth = .8};
}

static enum fp_status
set(struct fp_axes *ax, bool y, bool minor, const struct fp_grid *grid)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    if (!(grid->alpha >= 0 && grid->alpha <= 1) || !(grid->linewidth >= 0) ||
        isinf(grid->linewidth) || grid->linestyle > FP_NO_LINE)
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "grid: lines that cannot be drawn" FP__HINT
                        "the width is in points, from 0 on, alpha from 0 to 1");
    (y ? &ax->body->y : &ax->body->x)->grid[minor] = *grid;
    return FP_OK;
}

enum fp_status
fp_axes_set_xgrid(struct fp_axes *ax, bool minor, const struct fp_grid *grid)
{
    return set(ax, false, minor, grid);
}

enum fp_status
fp_axes_set_ygrid(struct fp_axes *ax, bool minor, const struct fp_grid *grid)
{
    return set(ax, true, minor, grid);
}

enum fp_status
fp_axes_set_grid(struct fp_axes *ax, bool on)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    ax->body->x.grid[0].on = ax->body->y.grid[0].on = on;
    return FP_OK;
}
