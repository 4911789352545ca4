/* SPDX-License-Identifier: MIT */
/* date.h: days from 1970-01-01 to dates of the Gregorian calendar, and back. */
#ifndef DATA_DATE_H
#define DATA_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "flatplot/text.h"

#define FP__FIRST_YEAR 1
#define FP__LAST_YEAR 9999
#define FP__SECONDS_A_DAY 86400

/* In UTC. */
struct fp__date {
    int year, month, day; /* from 1 */
    int hour, minute, second, microsecond;
};

int fp__days_of_month(int year, int month);

/* Days from 1970-01-01; the year is 1 or later. */
int64_t fp__days_of(int year, int month, int day);

/* A date as a number of days, rounded once: matplotlib's date2num. */
double fp__date_number(const struct fp__date *date);

/* The date nearest to a number of days: matplotlib 3.6's num2date, which rounds to microseconds,
 * and to 20 of them more than 70 years from 1970. False outside of year 1 … 9999. */
bool fp__date_of(double days, struct fp__date *date);

/* 0 for Sunday. */
int fp__weekday(const struct fp__date *date);

/* Appends the date as fp_date_format tells; false at the first word that is not known. */
bool fp__date_append(struct fp_text *text, const struct fp__date *date, const char *format);

/* Whether all words of a format are known. */
bool fp__date_format_is_known(const char *format);

#endif
