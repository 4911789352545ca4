/* SPDX-License-Identifier: MIT */
/* fit.c: limits that follow what is drawn, as matplotlib 3.6's autoscale_view finds them, with its
 * margins of 5 %. */
#include <float.h>
#include <math.h>

#include "figure/axes.h"
#include "figure/interval.h"

#define MARGIN 0.05

static void
fit(struct fp__axis *axis, double lo, double hi)
{
    double margin;

    if (lo <= hi) {
        fp__interval_widen(&lo, &hi, .05, 1e-15); /* Locator.nonsingular */
    } else {
        lo = -.05;
        hi = .05;
    }
    margin = MARGIN * (hi - lo);
    lo -= margin;
    hi += margin;
    fp__interval_widen(&lo, &hi, 1e-12, 1e-13); /* MaxNLocator.view_limits */
    if (!isfinite(hi - lo)) {                   /* where matplotlib gives up */
        lo = fmax(lo, -DBL_MAX / 2);
        hi = fmin(hi, DBL_MAX / 2);
    }
    axis->lim[0] = lo;
    axis->lim[1] = hi;
}

/* Widens both ranges by what is drawn in the axes. False when there is nothing to fit to. */
static bool
widen(const struct fp__axes_body *body, double x[2], double y[2])
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

/* Fits one axis to a range, and to what is drawn in those that share it. */
static void
fit_group(struct fp_axes *ax, bool y, double range[2], bool any)
{
    struct fp__axis *axis = y ? &ax->body->y : &ax->body->x;

    if (!axis->fits)
        return;
    for (struct fp_axes *a = fp__share_next(ax, y); a != ax; a = fp__share_next(a, y)) {
        double other[2] = {INFINITY, -INFINITY};

        any |= widen(a->body, y ? other : range, y ? range : other);
    }
    if (!any)
        return;
    fit(axis, range[0], range[1]);
    fp__share_spread(ax, y);
}

void
fp__axes_fit(struct fp_axes *ax)
{
    double x[2] = {INFINITY, -INFINITY}, y[2] = {INFINITY, -INFINITY};
    bool any;

    if (!ax->body->x.fits && !ax->body->y.fits)
        return;
    any = widen(ax->body, x, y);
    fit_group(ax, false, x, any);
    fit_group(ax, true, y, any);
}
