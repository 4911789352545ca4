/* SPDX-License-Identifier: MIT */
/* date.h: dates as numbers, and numbers as dates.
 *
 * A date is a number of days since 1970-01-01 00:00 UTC, as in matplotlib from 3.3 on: 20412.5 is
 * noon of 2025-11-20. The calendar is the Gregorian one, from year 1 to 9999; there are no leap
 * seconds. Near the present day a double tells dates apart that lie a microsecond from each
 * other. */
#ifndef FLATPLOT_DATE_H
#define FLATPLOT_DATE_H

#include "flatplot/context.h"
#include "flatplot/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Reads a date as ISO 8601 writes it: 2026-11, 2026-11-20, and with a T or a space behind it 09:30,
 * seconds and their fraction, Z or an offset (2026-11-20T09:30:00.5+09:00). FP_ERR_ARGUMENT for
 * anything else. */
FP_API enum fp_status fp_date_parse(struct fp_context *ctx, const char *text, double *days);

/* Appends a date as strftime writes it, in English whatever the locale: %Y %y %m %d %e %j %B %b %A
 * %a %H %I %M %S %f (microseconds) %p %F %T %D %R %%, and %-d, %-m … without zeros before the
 * number. The date is rounded as matplotlib's num2date does: to microseconds, and to 20 of them
 * more than 70 years from 1970. FP_ERR_ARGUMENT for other letters and for dates outside the
 * calendar. */
FP_API enum fp_status fp_date_format(struct fp_context *ctx, double days, const char *format,
                                     struct fp_text *text);

#ifdef __cplusplus
}
#endif
#endif
