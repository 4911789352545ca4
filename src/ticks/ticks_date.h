/* SPDX-License-Identifier: MIT */
/* ticks_date.h: ticks of axes that run over dates. */
#ifndef TICKS_TICKS_DATE_H
#define TICKS_TICKS_DATE_H

#include "ticks/ticks.h"

/* What lies between two ticks, the largest unit of which there are enough. */
enum fp__date_unit {
    FP__UNIT_YEAR,
    FP__UNIT_MONTH,
    FP__UNIT_DAY,
    FP__UNIT_HOUR,
    FP__UNIT_MINUTE,
    FP__UNIT_SECOND,
    FP__UNIT_MICROSECOND
};

/* Tick values for limits lo < hi, matplotlib's AutoDateLocator. What lies outside of the years 1 …
 * 9999 has no ticks; matplotlib fails there. */
enum fp__date_unit fp__ticks_place_dates(struct fp__ticks *ticks, double lo, double hi);

/* Labels in that format for the values that are there; false without memory. */
bool fp__ticks_label_dates(struct fp__ticks *ticks, const char *format);

/* How dates are written that lie so far apart: matplotlib's AutoDateFormatter. */
const char *fp__date_unit_format(enum fp__date_unit unit);

#endif
