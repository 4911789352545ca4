/* SPDX-License-Identifier: MIT */
/* cell.h: what stands in one cell of a table. */
#ifndef DATA_CELL_H
#define DATA_CELL_H

#include <stdbool.h>
#include <stddef.h>

enum fp__cell_kind { FP__CELL_EMPTY, FP__CELL_NUMBER, FP__CELL_DATE, FP__CELL_TEXT };

/* What the n bytes are, and their value: a number, or the days from 1970-01-01 (UTC) to a date; NaN
 * for the others. White space around is not looked at. The bytes are followed by one that cannot be
 * part of a number.
 *
 * Numbers are those of Python's float(): decimal, with or without exponent, nan, inf and infinity
 * in any case; no hexadecimals. Dates are those of ISO 8601's extended form: 2026-11, 2026-11-20,
 * and with a T or a space 2026-11-20T09:30, seconds and their fraction, Z or an offset behind
 * it. */
enum fp__cell_kind fp__cell_read(const char *text, size_t n, double *value);

/* Whether the bytes look like a number with a decimal comma. */
bool fp__cell_has_decimal_comma(const char *text, size_t n);

#endif
