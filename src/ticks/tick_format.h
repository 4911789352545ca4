/* SPDX-License-Identifier: MIT */
/* tick_format.h: formats for the numbers at ticks: printf's "%.2f" and Python's "{x:.1f}". */
#ifndef TICKS_TICK_FORMAT_H
#define TICKS_TICK_FORMAT_H

#include "flatplot/text.h"

/* Appends the number as the format has it; false when the format is none: one with "{x" is Python's
 * with {x}, {x:spec} and doubled braces, any other one is printf's with one number and doubled per
 * cent signs. */
bool fp__tick_format_append(struct fp_text *text, const char *format, double value);

/* Whether the format is one. */
bool fp__tick_format_is_known(const char *format);

#endif
