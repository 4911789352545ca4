/* SPDX-License-Identifier: MIT */
/* fit.c: limits that follow what is drawn. */
#include <math.h>

#include "core/context.h"
#include "core/status.h"
#include "figure/scale.h"

static const struct fp__extent nothing = {INFINITY, -INFINITY, INFINITY};

/* Widens both extents by what is drawn in the axes. False when there is nothing to fit to. */
static bool
widen(const struct fp__axes_body *body, struct fp__extent *x, struct fp__extent *y)
{
    bool any = false;

    for (size_t i = 0; i < body->artist_count; i++) {
        const struct fp__artist *artist = body->artists[i];
        const struct fp__artist_class *cls = (const struct fp__artist_class *)artist->base.cls;

        if (!cls->limits)
            continue;
        cls->limits(artist, x, y);
        any = true;
    }
    return any;
}

/* And by what is drawn in those that share x, or y. */
static bool
widen_by_others(struct fp_axes *ax, bool y, struct fp__extent *extent)
{
    bool any = false;

    for (struct fp_axes *a = fp__share_next(ax, y); a != ax; a = fp__share_next(a, y)) {
        struct fp__extent other = nothing;

        any |= widen(a->body, y ? &other : extent, y ? extent : &other);
    }
    return any;
}

bool
fp__axes_extent(struct fp_axes *ax, bool y, struct fp__extent *extent)
{
    struct fp__extent other = nothing;
    bool any;

    *extent = nothing;
    any = widen(ax->body, y ? &other : extent, y ? extent : &other);
    return widen_by_others(ax, y, extent) || any;
}

/* With nothing to fit to, limits stay as they are if they can be shown. */
static void
fit(struct fp_axes *ax, bool y, struct fp__extent *extent, bool any)
{
    struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;
    bool log = axis->curve.kind == FP__CURVE_LOG;

    if (!axis->fits)
        return;
    any |= widen_by_others(ax, y, extent);
    if (!any && !(log && fmin(axis->lim[0], axis->lim[1]) <= 0))
        return;
    fp__scale_fit(&axis->curve, extent, axis->lim);
    fp__share_spread(ax, y);
    if (log && extent->lo <= extent->hi && !isfinite(extent->positive))
        fp__warn(ax->base.ctx, FP_WARN_NOT_POSITIVE,
                 "nothing that is drawn along a log axis is above 0");
}

void
fp__axes_fit(struct fp_axes *ax)
{
    struct fp__extent x = nothing, y = nothing;
    bool any;

    if (!ax->body->x.fits && !ax->body->y.fits)
        return;
    any = widen(ax->body, &x, &y);
    fit(ax, false, &x, any);
    fit(ax, true, &y, any);
}
