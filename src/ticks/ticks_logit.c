/* SPDX-License-Identifier: MIT */
/* ticks_logit.c: where ticks stand on logit axes: matplotlib 3.6's LogitLocator (ticker.py).
 *
 * Its ticks are numbered: … −2 is 10⁻², −1 is 0.1, 0 is ½, 1 is 0.9, 2 is 1 − 10⁻² … */
#include "ticks/ticks_scaled.h"

static double
numbered(int b)
{
    return b < 0 ? pow(10, b) : b > 0 ? 1 - pow(10, -b) : .5;
}

/* The last one at or below lo. */
static int
number_below(double lo)
{
    if (lo < .5)
        return (int)floor(log10(lo));
    return lo < .9 ? 0 : -(int)ceil(log10(1 - lo));
}

/* The first one at or above hi. */
static int
number_above(double hi)
{
    if (hi <= .5)
        return (int)ceil(log10(hi));
    return hi <= .9 ? 1 : -(int)floor(log10(1 - hi));
}

/* Every n-th is a major tick, the others are minor ones. */
static void
add_thinned(struct fp__ticks *ticks, int first, int last, int n, bool minor)
{
    for (int b = first; b <= last; b++)
        if ((b % n != 0) == minor)
            fp__ticks_add(ticks, numbered(b));
}

/* The minor ticks between number b and the next one. */
static void
add_between(struct fp__ticks *ticks, int b)
{
    int first = b == 0 ? 6 : 2, last = b == -1 ? 4 : b == 0 ? 8 : 9;

    for (int digit = first; digit <= last; digit++) {
        if (b < -1)
            fp__ticks_add(ticks, digit * pow(10, b));
        else if (b < 1)
            fp__ticks_add(ticks, digit / 10.0);
        else
            fp__ticks_add(ticks, 1 - (11 - digit) * pow(10, -b - 1));
    }
}

void
fp__ticks_place_logit(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor)
{
    int first, last, inside, room = ruler->room < 2 ? 2 : ruler->room;

    ticks->n = 0;
    if (!(ruler->lo > 0 && ruler->hi < 1))
        return;
    first = number_below(ruler->lo);
    last = number_above(ruler->hi);
    inside = last - first - 1;
    if (inside < 2 && !minor)
        fp__ticks_place_coarse(ticks, ruler->lo, ruler->hi, ruler->room);
    else if (inside > room)
        add_thinned(ticks, first, last, (inside + room - 1) / room, minor);
    else if (!minor)
        add_thinned(ticks, first, last, 1, false);
    for (int b = first; minor && inside >= 2 && inside <= room && b < last; b++)
        add_between(ticks, b);
}
