/* SPDX-License-Identifier: MIT */
/* ticks.c: where ticks stand: matplotlib's AutoLocator (3.6 ticker.py: MaxNLocator with steps
 * 1, 2, 2.5, 5, 10, scale_range and _Edge_integer), so that the values are the same doubles. */
#include "ticks/interval.h"
#include "ticks/ticks_scaled.h"

#define LINEAR_ROOM_AT_MOST 9
#define TICKS_AT_LEAST 2

int
fp__ticks_room(double length_points, double font_points, int lines_per_label)
{
    double room = floor(length_points / (font_points * lines_per_label));

    return room < 1 ? 1 : room > FP__ROOM_AT_MOST ? FP__ROOM_AT_MOST : (int)room;
}

static double
power_of_ten_below(double x)
{
    return pow(10, floor(log10(x)));
}

/* A multiple of `step` that a value comes as close to as its digits allow, the large offset that
 * was subtracted before included, counts as reached. */
static bool
is_close(double fraction, double edge, double step, double offset)
{
    double tolerance = 1e-10;

    if (offset > 0)
        tolerance = fmin(0.4999, fmax(1e-10, pow(10, log10(offset / step) - 12)));
    return fabs(fraction - edge) < tolerance;
}

static double
last_step_below(double x, double step, double offset)
{
    double m;
    double d = fp__floor_divide(x, step, &m);

    return is_close(m / step, 1, step, offset) ? d + 1 : d;
}

static double
first_step_above(double x, double step, double offset)
{
    double m;
    double d = fp__floor_divide(x, step, &m);

    return is_close(m / step, 0, step, offset) ? d : d + 1;
}

/* Ticks at multiples of step around lo … hi (offset already taken off); how many lie inside. */
static int
lay(struct fp__ticks *ticks, double lo, double hi, double step, double offset)
{
    double m;
    double base = fp__floor_divide(lo, step, &m) * step;
    double first = last_step_below(lo - base, step, fabs(offset));
    double last = first_step_above(hi - base, step, fabs(offset));
    int inside = 0;

    ticks->n = 0;
    for (double k = first; k <= last && ticks->n < FP__TICKS_AT_MOST; k++) {
        double v = k * step + base;

        inside += v >= lo && v <= hi;
        fp__ticks_add(ticks, v + offset); /* the outermost may lie beyond the largest double */
    }
    return inside;
}

/* The steps, and one more at either end, each ten times another. */
static const double auto_steps[] = {.1, .2, .25, .5, 1, 2, 2.5, 5, 10, 20};
static const double coarse_steps[] = {.1, .2, .5, 1, 2, 5, 10, 20};
static const double level_steps[] = {.1 * 1, .1 * 1.5, .1 * 2, .1 * 2.5, .1 * 3, .1 * 4, .1 * 5,
                                     .1 * 6, .1 * 8,   1,      1.5,      2,      2.5,    3,
                                     4,      5,        6,      8,        10,     15};

/* Places `least` ticks or more. */
static void
place(struct fp__ticks *ticks, double lo, double hi, int room, int least, const double *steps,
      int n)
{
    double span, middle, offset, scale;
    int i = 0;

    ticks->n = 0;
    fp__interval_widen(&lo, &hi, 1e-13, 1e-14);
    span = hi - lo;
    middle = lo / 2 + hi / 2;
    scale = power_of_ten_below(span / room);
    if (!isfinite(span) || !(scale > 0))
        return;
    offset = fabs(middle) / span < 100 ? 0 : copysign(power_of_ten_below(fabs(middle)), middle);
    lo -= offset;
    hi -= offset;
    while (i < n - 1 && steps[i] * scale < (hi - lo) / room)
        i++;
    while (lay(ticks, lo, hi, steps[i] * scale, offset) < least && i > 0)
        i--;
}

#define PLACE(ticks, lo, hi, room, least, steps)                                                   \
    place(ticks, lo, hi, room, least, steps, sizeof(steps) / sizeof(steps)[0])

static int
at_most(int room, int most)
{
    return room < most ? room : most;
}

void
fp__ticks_place(struct fp__ticks *ticks, double lo, double hi, int room)
{
    PLACE(ticks, lo, hi, at_most(room, LINEAR_ROOM_AT_MOST), TICKS_AT_LEAST, auto_steps);
}

void
fp__ticks_place_coarse(struct fp__ticks *ticks, double lo, double hi, int room)
{
    PLACE(ticks, lo, hi, at_most(room, LINEAR_ROOM_AT_MOST), TICKS_AT_LEAST, coarse_steps);
}

void
fp__ticks_place_levels(struct fp__ticks *ticks, double lo, double hi, int room)
{
    PLACE(ticks, lo, hi, at_most(room, FP__TICKS_AT_MOST / 2), 1, level_steps);
}
