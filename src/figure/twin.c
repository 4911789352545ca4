/* SPDX-License-Identifier: MIT */
/* twin.c: axes in the box of others: matplotlib 3.6's twinx and twiny (axes/_base.py), whose links
 * are weak here in both directions. */
#include "core/status.h"
#include "figure/axes.h"

struct fp_axes *
fp__axes_base(struct fp_axes *ax)
{
    struct fp_axes *base = fp__weak_peek(ax->body->base);

    return base ? base : ax;
}

/* A twin of a twin is one of its base. */
static enum fp_status
join(struct fp_axes *twin, struct fp_axes *ax, bool y)
{
    twin->body->base = fp_weak_create(fp__axes_base(ax));
    if (!twin->body->base)
        return FP_ERR_MEMORY;
    twin->body->facecolor.a = 0;
    twin->body->x.side = y ? FP__SIDE_TOP : FP__SIDE_NONE;
    twin->body->y.side = y ? FP__SIDE_NONE : FP__SIDE_RIGHT;
    return y ? fp_axes_share_y(twin, ax) : fp_axes_share_x(twin, ax);
}

static struct fp_axes *
create(struct fp_axes *ax, bool y)
{
    struct fp_figure *fig = fp__axes_open(ax) ? fp__axes_figure(ax->body) : NULL;
    struct fp_axes *twin = fig ? fp__axes_create(fig, &ax->body->place) : NULL;

    if (!twin)
        return NULL;
    if (join(twin, ax, y) != FP_OK) {
        fp_unref(twin);
        return NULL;
    }
    return fp__figure_take_axes(fig, twin, SIZE_MAX) == FP_OK ? twin : NULL;
}

struct fp_axes *
fp_axes_twinx(struct fp_axes *ax)
{
    return create(ax, false);
}

struct fp_axes *
fp_axes_twiny(struct fp_axes *ax)
{
    return create(ax, true);
}
