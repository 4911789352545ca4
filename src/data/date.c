/* SPDX-License-Identifier: MIT */
/* date.c: days from 1970-01-01 to dates of the Gregorian calendar, and back: H. Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days). Years begin in
 * March there, and eras have 400 of them. */
#include "data/date.h"

#include <math.h>
#include <string.h>

#include "core/status.h"
#include "data/cell.h"
#include "flatplot/date.h"

#define DAYS_AN_ERA 146097
#define EPOCH 719468 /* days from 0000-03-01 to 1970-01-01 */
#define MICROSECONDS 1000000
#define MICROSECONDS_A_DAY ((int64_t)FP__SECONDS_A_DAY * MICROSECONDS)

int
fp__days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

int64_t
fp__days_of(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return (int64_t)era * DAYS_AN_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
           day_of_year - EPOCH;
}

double
fp__date_number(const struct fp__date *d)
{
    double seconds = (double)(fp__days_of(d->year, d->month, d->day) * FP__SECONDS_A_DAY +
                              d->hour * 3600 + d->minute * 60 + d->second);

    return (seconds + d->microsecond * 1000 / 1e9) / FP__SECONDS_A_DAY;
}

static void
set_day(struct fp__date *date, int64_t days)
{
    int64_t z = days + EPOCH, era = z / DAYS_AN_ERA;
    int day_of_era = (int)(z - era * DAYS_AN_ERA);
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month = (5 * day_of_year + 2) / 153;

    date->day = day_of_year - (153 * month + 2) / 5 + 1;
    date->month = month < 10 ? month + 3 : month - 9;
    date->year = year_of_era + (int)era * 400 + (date->month <= 2);
}

static void
set_time(struct fp__date *date, int64_t microseconds)
{
    int seconds = (int)(microseconds / MICROSECONDS);

    date->microsecond = (int)(microseconds % MICROSECONDS);
    date->second = seconds % 60;
    date->minute = seconds / 60 % 60;
    date->hour = seconds / 3600;
}

/* Half of twenty goes to the even one, as Python's round does. */
static int64_t
round_to_twenty(int64_t microseconds)
{
    int64_t rest = microseconds % 20, below = microseconds - rest;

    return rest < 10 || (rest == 10 && below / 20 % 2 == 0) ? below : below + 20;
}

bool
fp__date_of(double days, struct fp__date *date)
{
    int64_t first = fp__days_of(FP__FIRST_YEAR, 1, 1), end = fp__days_of(FP__LAST_YEAR + 1, 1, 1);
    int64_t total, day, rest;

    if (!(days >= (double)first && days < (double)end))
        return false;
    total = (int64_t)nearbyint(days * (double)MICROSECONDS_A_DAY);
    total -= first * MICROSECONDS_A_DAY; /* from 0 on, so that division rounds down */
    if (fabs(days) > 70 * 365)
        total = round_to_twenty(total);
    day = total / MICROSECONDS_A_DAY;
    rest = total % MICROSECONDS_A_DAY;
    if (day + first >= end)
        return false;
    set_day(date, day + first);
    set_time(date, rest);
    return true;
}

int
fp__weekday(const struct fp__date *date)
{
    int64_t days = fp__days_of(date->year, date->month, date->day);

    return (int)((days % 7 + 7 + 4) % 7); /* 1970-01-01 was a Thursday */
}

enum fp_status
fp_date_parse(struct fp_context *ctx, const char *text, double *days)
{
    double value;

    if (fp__cell_read(text, strlen(text), &value) != FP__CELL_DATE)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "not a date: \"%.60s\"" FP__HINT
                        "dates are written as ISO 8601 does: 2026-11-20 or 2026-11-20T09:30:00",
                        text);
    *days = value;
    return FP_OK;
}
