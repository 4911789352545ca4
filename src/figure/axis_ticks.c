/* SPDX-License-Identifier: MIT */
/* axis_ticks.c: which ticks an axis has at the length that it has: what was told of them, or what
 * its scale says. */
#include <math.h>

#include "core/status.h"
#include "figure/axes.h"
#include "figure/layout.h"

struct fp__tick_plan *
fp__axis_plan(struct fp_axes *ax, bool y)
{
    struct fp_axes *leader = fp__share_leader(ax, y);

    return y ? leader->body->y.plan : leader->body->x.plan;
}

enum fp_status
fp__axes_lengths(struct fp_axes *ax, double lengths[2])
{
    struct fp__box x, y;
    enum fp_status status = fp__layout_box(fp__share_leader(ax, false), &x);

    if (status == FP_OK)
        status = fp__layout_box(fp__share_leader(ax, true), &y);
    if (status != FP_OK)
        return status;
    lengths[0] = x.x1 - x.x0;
    lengths[1] = y.y1 - y.y0;
    return FP_OK;
}

enum fp_status
fp__axis_find_ticks(struct fp_axes *ax, bool y, double length, struct fp__ticks *major,
                    struct fp__ticks *minor)
{
    const struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;
    struct fp__ruler ruler = {.curve = axis->curve,
                              .lo = fmin(axis->lim[0], axis->lim[1]),
                              .hi = fmax(axis->lim[0], axis->lim[1]),
                              .room = fp__ticks_room(length, axis->tick_labels.size, y ? 2 : 3)};

    if (!fp__tick_plan_find(fp__axis_plan(ax, y), &ruler, major, minor))
        return fp__fail_memory(ax->base.ctx, "tick labels");
    fp__ticks_keep_inside(major, &ruler);
    fp__ticks_keep_inside(minor, &ruler);
    return FP_OK;
}
