/* SPDX-License-Identifier: MIT */
/* ticks_asinh.c: where ticks stand on asinh axes: matplotlib 3.6's AsinhLocator (ticker.py), base
 * 10: even steps along the axis, rounded down to powers of ten; minor ticks at 2 and 5 times
 * those. */
#include "ticks/ticks_scaled.h"

#define STEPS 11
#define NEARLY_SYMMETRIC 0.2

/* The i-th of the steps from lo to hi, rounded as numpy's linspace. */
static double
step(double lo, double hi, int i)
{
    return i == STEPS - 1 ? hi : i * ((hi - lo) / (STEPS - 1)) + lo;
}

static double
power_below(double v)
{
    return v == 0 ? 0 : copysign(pow(10, floor(fp__decades(fabs(v)))), v);
}

/* Keeps the ticks in order, each once. */
static void
insert(struct fp__ticks *ticks, double value)
{
    size_t n = ticks->n, at = n;

    while (at > 0 && ticks->value[at - 1] > value)
        at--;
    if (at > 0 && ticks->value[at - 1] == value)
        return;
    fp__ticks_add(ticks, value);
    if (ticks->n == n) /* it was refused */
        return;
    for (size_t i = n; i > at; i--)
        ticks->value[i] = ticks->value[i - 1];
    ticks->value[at] = value;
}

static void
add_power(struct fp__ticks *ticks, double power, bool minor)
{
    if (!minor) {
        insert(ticks, power);
        return;
    }
    insert(ticks, 2 * power);
    insert(ticks, 5 * power);
}

/* first, last: the limits along the axis. A step near 0 becomes 0 when that is inside. */
static void
add_steps(struct fp__ticks *ticks, double width, double first, double last, bool minor)
{
    bool straddles = first * last < 0;

    for (int i = 0; i < STEPS; i++) {
        double at = step(first, last, i);

        if (!straddles || fabs(at / (last - first)) > .5 / STEPS)
            add_power(ticks, power_below(width * sinh(at / width)), minor);
    }
    if (straddles)
        add_power(ticks, 0, minor);
}

void
fp__ticks_place_asinh(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor)
{
    double lo = ruler->lo, hi = ruler->hi, width = ruler->curve.width;

    ticks->n = 0;
    if (lo * hi < 0 && fabs(1 + hi / lo) < NEARLY_SYMMETRIC) {
        hi = fmax(-lo, hi);
        lo = -hi;
    }
    add_steps(ticks, width, width * asinh(lo / width), width * asinh(hi / width), minor);
    if (ticks->n >= 2)
        return;
    ticks->n = 0;
    for (int i = 0; i < STEPS; i++)
        fp__ticks_add(ticks, step(lo, hi, i));
}
