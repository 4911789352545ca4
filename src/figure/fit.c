/* SPDX-License-Identifier: MIT */
/* fit.c: limits that follow what is drawn, with matplotlib 3.6's margins of 5 % (autoscale_view). */
#include <math.h>

#include "figure/axes.h"
#include "figure/interval.h"

#define MARGIN 0.05

static void
fit(struct fp__axis *axis, double lo, double hi)
{
    double margin;

    if (!axis->fits || !(lo <= hi))
        return;
    fp__interval_widen(&lo, &hi, MARGIN, 1e-15);
    margin = MARGIN * (hi - lo);
    if (!isfinite(margin))
        return;
    axis->lim[0] = lo - margin;
    axis->lim[1] = hi + margin;
}

void
fp__axes_fit(struct fp__axes_body *body)
{
    double x[2] = {INFINITY, -INFINITY}, y[2] = {INFINITY, -INFINITY};

    if (!body->x.fits && !body->y.fits)
        return;
    for (size_t i = 0; i < body->artist_count; i++) {
        const struct fp__artist *artist = body->artists[i];
        const struct fp__artist_class *cls = (const struct fp__artist_class *)artist->base.cls;

        if (cls->limits)
            cls->limits(artist, x, y);
    }
    fit(&body->x, x[0], x[1]);
    fit(&body->y, y[0], y[1]);
}
