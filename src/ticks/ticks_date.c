/* SPDX-License-Identifier: MIT */
/* ticks_date.c: where ticks stand on an axis that runs over dates: matplotlib 3.6's AutoDateLocator
 * (dates.py) with 5 ticks at least, so that the values are the same doubles. */
#include "ticks/ticks_date.h"

#include <math.h>

#include "data/date.h"
#include "ticks/ticks_scaled.h"

#define LEAST 5
#define LONGEST_LIST 19
#define MICROSECONDS_A_DAY 86400e6

/* How many of each unit may lie between two ticks, and how many ticks there are at most. */
static const struct {
    int most;
    int steps[LONGEST_LIST + 1]; /* ends with 0 */
} units[] = {
    [FP__UNIT_YEAR] = {11,
                       {1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 4000, 5000,
                        10000}},
    [FP__UNIT_MONTH] = {12, {1, 2, 3, 4, 6}},
    [FP__UNIT_DAY] = {11, {1, 2, 4, 7, 14}},
    [FP__UNIT_HOUR] = {12, {1, 2, 3, 4, 6, 12}},
    [FP__UNIT_MINUTE] = {11, {1, 5, 10, 15, 30}},
    [FP__UNIT_SECOND] = {11, {1, 5, 10, 15, 30}},
    [FP__UNIT_MICROSECOND] = {8,
                              {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000,
                               50000, 100000, 200000, 500000, 1000000}},
};

/* --- how long it is --------------------------------------------------------------------------- */

static int64_t
microseconds_of(const struct fp__date *d)
{
    int64_t seconds = fp__days_of(d->year, d->month, d->day) * FP__SECONDS_A_DAY + d->hour * 3600 +
                      d->minute * 60 + d->second;

    return seconds * 1000000 + d->microsecond;
}

/* The date so many months later; the last day of a month when that month is shorter. */
static struct fp__date
add_months(const struct fp__date *from, int months)
{
    int all = from->year * 12 + from->month - 1 + months, last;
    struct fp__date date = *from;

    date.year = all / 12;
    date.month = all % 12 + 1;
    last = fp__days_of_month(date.year, date.month);
    date.day = date.day < last ? date.day : last;
    return date;
}

/* Whole months from one to the other, as dateutil's relativedelta counts them. */
static int
count_months(const struct fp__date *from, const struct fp__date *to)
{
    int months = (to->year - from->year) * 12 + to->month - from->month;
    struct fp__date reached = add_months(from, months);

    return microseconds_of(&reached) > microseconds_of(to) ? months - 1 : months;
}

/* How many of each unit lie between two dates: what remains below the unit is cut off. */
static void
count_units(const struct fp__date *from, const struct fp__date *to, double counts[])
{
    double span = (double)(microseconds_of(to) - microseconds_of(from));
    int months = count_months(from, to);

    counts[FP__UNIT_YEAR] = months / 12;
    counts[FP__UNIT_MONTH] = months;
    counts[FP__UNIT_DAY] = floor(span / 86400e6);
    counts[FP__UNIT_HOUR] = floor(span / 3600e6);
    counts[FP__UNIT_MINUTE] = floor(span / 60e6);
    counts[FP__UNIT_SECOND] = floor(span / 1e6);
    counts[FP__UNIT_MICROSECOND] = span;
}

static enum fp__date_unit
choose_unit(const double counts[])
{
    enum fp__date_unit unit = FP__UNIT_YEAR;

    while (unit < FP__UNIT_MICROSECOND && counts[unit] < LEAST)
        unit++;
    return unit;
}

static int
choose_step(enum fp__date_unit unit, double count)
{
    const int *step = units[unit].steps;

    while (step[1] && count > *step * (units[unit].most - 1.0))
        step++;
    return *step;
}

/* --- where the ticks are ---------------------------------------------------------------------- */

static void
place_years(struct fp__ticks *ticks, const struct fp__date *from, const struct fp__date *to,
            int step)
{
    int first = from->year / step * step, last = (to->year + step - 1) / step * step;

    first = first < FP__FIRST_YEAR ? FP__FIRST_YEAR : first;
    last = last > FP__LAST_YEAR ? FP__LAST_YEAR : last;
    for (int year = first; year <= last; year += step)
        fp__ticks_add(ticks, (double)fp__days_of(year, 1, 1));
}

static bool
is_within(const struct fp__date *date, const struct fp__date *from, const struct fp__date *to)
{
    return microseconds_of(date) >= microseconds_of(from) &&
           microseconds_of(date) <= microseconds_of(to);
}

static void
place_months(struct fp__ticks *ticks, const struct fp__date *from, const struct fp__date *to,
             int step)
{
    struct fp__date at = {
        .year = from->year, .month = (from->month - 1) / step * step + 1, .day = 1};

    for (; microseconds_of(&at) <= microseconds_of(to); at = add_months(&at, step))
        if (is_within(&at, from, to))
            fp__ticks_add(ticks, fp__date_number(&at));
}

/* Counting begins anew in every month, with a whole step to its end where they are weeks. */
static bool
is_tick_day(int day, int step)
{
    return step >= 7 ? (day - 1) % step == 0 && day + 6 <= 28 : (day - 1) % step == 0;
}

static void
place_days(struct fp__ticks *ticks, const struct fp__date *from, const struct fp__date *to,
           int step)
{
    int64_t first = fp__days_of(from->year, from->month, from->day);
    int64_t last = fp__days_of(to->year, to->month, to->day);

    for (int64_t day = first; day <= last; day++) {
        struct fp__date at;

        if (fp__date_of((double)day, &at) && is_tick_day(at.day, step) && is_within(&at, from, to))
            fp__ticks_add(ticks, fp__date_number(&at));
    }
}

/* Of hours, minutes and seconds every step divides the day. */
static void
place_times(struct fp__ticks *ticks, const struct fp__date *from, const struct fp__date *to,
            int seconds)
{
    int64_t first = microseconds_of(from), last = microseconds_of(to);
    int64_t step = (int64_t)seconds * 1000000, rest = first % step;

    rest += rest < 0 ? step : 0;
    for (int64_t at = rest == 0 ? first : first - rest + step; at <= last; at += step)
        fp__ticks_add(ticks, (double)(at / 1000000) / FP__SECONDS_A_DAY);
}

/* matplotlib's MultipleLocator, within the day that the first limit lies in. */
static void
place_microseconds(struct fp__ticks *ticks, const struct fp__date *from, const struct fp__date *to,
                   int step)
{
    double lo = fp__date_number(from), hi = fp__date_number(to), day = floor(lo);
    double first, n;

    lo = (lo - day) * MICROSECONDS_A_DAY;
    hi = (hi - day) * MICROSECONDS_A_DAY;
    first = ceil(lo / step - 1e-10) * step;
    n = floor((hi - first + .001 * step) / step);
    for (double k = 0; k < n + 3; k++)
        fp__ticks_add(ticks, (first - step + k * step) / MICROSECONDS_A_DAY + day);
}

static void
place(struct fp__ticks *ticks, const struct fp__date *from, const struct fp__date *to,
      enum fp__date_unit unit, int step)
{
    switch (unit) {
    case FP__UNIT_YEAR:
        place_years(ticks, from, to, step);
        break;
    case FP__UNIT_MONTH:
        place_months(ticks, from, to, step);
        break;
    case FP__UNIT_DAY:
        place_days(ticks, from, to, step);
        break;
    case FP__UNIT_HOUR:
        place_times(ticks, from, to, step * 3600);
        break;
    case FP__UNIT_MINUTE:
        place_times(ticks, from, to, step * 60);
        break;
    case FP__UNIT_SECOND:
        place_times(ticks, from, to, step);
        break;
    case FP__UNIT_MICROSECOND:
        place_microseconds(ticks, from, to, step);
        break;
    }
}

enum fp__date_unit
fp__ticks_place_dates(struct fp__ticks *ticks, double lo, double hi)
{
    double counts[FP__UNIT_MICROSECOND + 1];
    struct fp__date from, to;
    enum fp__date_unit unit;

    ticks->n = 0;
    lo = fmax(lo, (double)fp__days_of(FP__FIRST_YEAR, 1, 1));
    hi = fmin(hi, (double)fp__days_of(FP__LAST_YEAR, 12, 31));
    if (!(lo < hi) || !fp__date_of(lo, &from) || !fp__date_of(hi, &to))
        return FP__UNIT_DAY;
    count_units(&from, &to, counts);
    unit = choose_unit(counts);
    place(ticks, &from, &to, unit, choose_step(unit, counts[unit]));
    if (ticks->n > 0)
        return unit;
    fp__ticks_add(ticks, fp__date_number(&from));
    fp__ticks_add(ticks, fp__date_number(&to));
    return unit;
}
