/* SPDX-License-Identifier: MIT */
/* fit.c: limits that follow what is drawn: matplotlib 3.6's autoscale_view. */
#include <math.h>

#include "core/context.h"
#include "core/status.h"
#include "figure/scale.h"

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
        struct fp__extent other = FP__EXTENT_NONE;

        any |= widen(a->body, y ? &other : extent, y ? extent : &other);
    }
    return any;
}

bool
fp__axes_extent(struct fp_axes *ax, bool y, struct fp__extent *extent)
{
    struct fp__extent other = FP__EXTENT_NONE;
    bool any;

    *extent = FP__EXTENT_NONE;
    any = widen(ax->body, y ? &other : extent, y ? extent : &other);
    return widen_by_others(ax, y, extent) || any;
}

/* --- sticky edges ----------------------------------------------------------------------------- */

/* Moves edges[0] up to an edge that is not above reach[0], and edges[1] down to one that is not
 * below reach[1]. There is none where it is infinitely far. */
static void
note_edge(double edge, const double reach[2], double edges[2])
{
    if (!isfinite(edge))
        return;
    if (edge < reach[0])
        edges[0] = fmax(edges[0], edge);
    if (edge >= reach[1])
        edges[1] = fmin(edges[1], edge);
}

/* The edges next to the range beyond which no margin goes; infinitely far where there is none. */
static void
find_edges(bool log, const struct fp__extent *extent, const double range[2], double edges[2])
{
    double length = range[1] - range[0];
    double near = 1e-5 * fmax(fmax(fabs(range[0]), fabs(range[1])), fabs(length));
    double reach[2] = {range[0] + near, range[1] - near};

    edges[0] = -INFINITY;
    edges[1] = INFINITY;
    if (!log || extent->sticky_lo > 0)
        note_edge(extent->sticky_lo, reach, edges);
    if (!log || extent->sticky_hi > 0)
        note_edge(extent->sticky_hi, reach, edges);
    note_edge(extent->sticky_positive, reach, edges);
}

/* --- fitting ---------------------------------------------------------------------------------- */

/* A turned axis stays turned. */
static void
fit_to(struct fp_axes *ax, bool y, const struct fp__extent *extent)
{
    struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;
    const struct fp__tick_plan *plan = fp__axis_plan(ax, y);
    enum fp__tick_places places = plan ? plan->places : FP__PLACES_OF_SCALE;
    bool turned = axis->lim[0] > axis->lim[1];
    double lim[2], edges[2];

    fp__scale_range(&axis->curve, places, extent, lim);
    find_edges(axis->curve.kind == FP__CURVE_LOG, extent, lim, edges);
    fp__scale_add_margins(&axis->curve, places, axis->margin, edges, lim);
    axis->lim[turned] = lim[0];
    axis->lim[!turned] = lim[1];
    fp__share_spread(ax, y);
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
    fit_to(ax, y, extent);
    if (log && extent->lo <= extent->hi && !isfinite(extent->positive))
        fp__warn(ax->base.ctx, FP_WARN_NOT_POSITIVE,
                 "nothing that is drawn along a log axis is above 0");
}

void
fp__axes_fit(struct fp_axes *ax)
{
    struct fp__extent x = FP__EXTENT_NONE, y = FP__EXTENT_NONE;
    bool any;

    if (!ax->body->x.fits && !ax->body->y.fits)
        return;
    any = widen(ax->body, &x, &y);
    fit(ax, false, &x, any);
    fit(ax, true, &y, any);
}

void
fp__axes_follow(struct fp_axes *ax, bool y)
{
    struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;

    axis->follows++;
    if (axis->by_hand)
        return;
    axis->fits = true;
    fp__share_spread(ax, y);
}
