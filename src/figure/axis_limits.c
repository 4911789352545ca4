/* SPDX-License-Identifier: MIT */
/* axis_limits.c: margins around what is drawn, and turning an axis around. */
#include <math.h>

#include "core/status.h"
#include "figure/axes.h"

static void
set_margin(struct fp_axes *ax, bool y, double margin)
{
    struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;

    if (isnan(margin))
        return;
    axis->margin = margin;
    fp__share_spread(ax, y);
    fp__axes_follow(ax, y);
}

enum fp_status
fp_axes_set_margins(struct fp_axes *ax, double x, double y)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    if (x <= -.5 || isinf(x) || y <= -.5 || isinf(y))
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "axes: margins must be finite numbers above -0.5" FP__HINT
                        "they are fractions of what is drawn: 0.05; 0 for none");
    set_margin(ax, false, x);
    set_margin(ax, true, y);
    return FP_OK;
}

static enum fp_status
invert(struct fp_axes *ax, bool y)
{
    struct fp__axis *axis;
    double first;

    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    fp__axes_update(ax);
    axis = y ? &ax->body->y : &ax->body->x;
    first = axis->lim[0];
    axis->lim[0] = axis->lim[1];
    axis->lim[1] = first;
    fp__share_spread(ax, y);
    return FP_OK;
}

enum fp_status
fp_axes_invert_xaxis(struct fp_axes *ax)
{
    return invert(ax, false);
}

enum fp_status
fp_axes_invert_yaxis(struct fp_axes *ax)
{
    return invert(ax, true);
}
