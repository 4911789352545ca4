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

    if (!axis->fits)
        return;
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

void
fp__axes_fit(struct fp__axes_body *body)
{
    double x[2] = {INFINITY, -INFINITY}, y[2] = {INFINITY, -INFINITY};
    bool any = false;

    if (!body->x.fits && !body->y.fits)
        return;
    for (size_t i = 0; i < body->artist_count; i++) {
        const struct fp__artist *artist = body->artists[i];
        const struct fp__artist_class *cls = (const struct fp__artist_class *)artist->base.cls;

        if (!cls->limits)
            continue;
        cls->limits(artist, x, y);
        any = true;
    }
    if (!any)
        return;
    fit(&body->x, x[0], x[1]);
    fit(&body->y, y[0], y[1]);
}
