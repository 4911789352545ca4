/* SPDX-License-Identifier: MIT */
/* ticks_log.c: where ticks stand on log axes: matplotlib 3.6's LogLocator (ticker.py), base 10. */
#include "ticks/ticks_scaled.h"

/* The decades from floor(lo) − stride on, below ceil(hi) + 2·stride: some lie outside the
 * limits. */
struct decades {
    double first, end;
    double stride;
};

static struct decades
find_decades(const struct fp__ruler *ruler)
{
    double lo = fp__decades(ruler->lo), hi = fp__decades(ruler->hi);
    double room = fmin(fmax(ruler->room, 2), 9);
    double count = floor(hi) - ceil(lo); /* of whole ones; −1 when there is not even an edge */
    double stride = floor((count + 1) / room) + 1;

    if (stride >= count) /* or there might be one tick only */
        stride = fmax(count - 1, 1);
    return (struct decades){floor(lo) - stride, ceil(hi) + 2 * stride, stride};
}

static void
add_decade(struct fp__ticks *ticks, double decade, bool minor)
{
    double start = pow(10, decade);

    if (start == 0)
        return;
    if (!minor)
        fp__ticks_add(ticks, start);
    for (int digit = 2; minor && digit < 10; digit++)
        fp__ticks_add(ticks, digit * start);
}

static size_t
count_inside(const struct fp__ticks *ticks, const struct fp__ruler *ruler)
{
    size_t n = 0;

    for (size_t i = 0; i < ticks->n; i++)
        n += ruler->lo <= ticks->value[i] && ticks->value[i] <= ruler->hi;
    return n;
}

void
fp__ticks_place_log(struct fp__ticks *ticks, const struct fp__ruler *ruler, bool minor)
{
    struct decades d;

    ticks->n = 0;
    if (!(ruler->lo > 0))
        return;
    d = find_decades(ruler);
    if (minor && d.stride > 1)
        return;
    for (double decade = d.first; decade < d.end; decade += d.stride)
        add_decade(ticks, decade, minor);
    if (minor &&
        count_inside(ticks, ruler) <= 1) /* looked at so closely that it is almost linear */
        fp__ticks_place(ticks, ruler->lo, ruler->hi, FP__ROOM_AT_MOST);
}
