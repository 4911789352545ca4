/* SPDX-License-Identifier: MIT */
/* ticks_symlog.c: where ticks stand on symlog axes: matplotlib 3.6's SymmetricalLogLocator
 * (ticker.py), base 10, for 15 ticks. */
#include "ticks/ticks_scaled.h"

#define TICKS_WANTED 15

/* Decades from `first` on and below `end`: of one of the two parts of the axis beyond
 * ±threshold. */
struct part {
    double first, end;
};

/* near, far: the sizes of its ends. */
static struct part
find_part(double near, double far)
{
    return (struct part){floor(fp__decades(near)), ceil(fp__decades(far + 1))};
}

static void
add_part(struct fp__ticks *ticks, struct part part, double stride, double sign)
{
    double n = ceil((part.end - part.first) / stride);

    for (double i = 0; i < n; i++) {
        double k = sign < 0 ? n - 1 - i : i;

        fp__ticks_add(ticks, sign * pow(10, part.first + k * stride));
    }
}

void
fp__ticks_place_symlog(struct fp__ticks *ticks, const struct fp__ruler *ruler)
{
    double threshold = ruler->curve.threshold, lo = ruler->lo, hi = ruler->hi;
    bool below = lo<-threshold, above = hi> threshold;
    bool between = (below && hi > -threshold) || (above && lo < threshold);
    struct part a = below ? find_part(fmax(threshold, -hi), -lo) : (struct part){0};
    struct part c = above ? find_part(fmax(threshold, lo), hi) : (struct part){0};
    double stride = floor((a.end - a.first + c.end - c.first + between) / (TICKS_WANTED - 1));

    ticks->n = 0;
    if (-threshold < lo && hi < threshold) {
        fp__ticks_add(ticks, lo);
        fp__ticks_add(ticks, hi);
        return;
    }
    stride = fmax(stride, 1);
    add_part(ticks, a, stride, -1);
    if (between)
        fp__ticks_add(ticks, 0);
    add_part(ticks, c, stride, 1);
}
