/* SPDX-License-Identifier: MIT */
/* values.h: readers of option values, for the rows of option tables. */
#ifndef CLI_OPT_VALUES_H
#define CLI_OPT_VALUES_H

#include "cli/opt/option.h"

/* bool: true when the option is there. */
int fp__read_flag(const struct fp__given *given, void *member);

/* const char *: the value as it is, any bytes. */
int fp__read_bytes(const struct fp__given *given, void *member);

/* const char *: text that will be drawn, which must be UTF-8; "" when the value was left out. */
int fp__read_text(const struct fp__given *given, void *member);

/* double: a finite number; the second one: above 0. */
int fp__read_number(const struct fp__given *given, void *member);
int fp__read_positive(const struct fp__given *given, void *member);

/* int: 1 … 32767. */
int fp__read_count(const struct fp__given *given, void *member);

/* double: a size in bytes, as fp__size_parse reads it. */
int fp__read_size(const struct fp__given *given, void *member);

/* Two sizes, "WIDTHxHEIGHT": int[2] in pixels, double[2] in any unit; above 0. */
int fp__read_pixels(const struct fp__given *given, void *member);
int fp__read_inches(const struct fp__given *given, void *member);

/* Reads a size in bytes, 0 or more: "64", "4K", "1.5M", "2GiB"; each letter is 1024 times the one
 * before. False when it is not that. */
bool fp__size_parse(const char *text, double *bytes);

/* Reads exactly n finite numbers with `separator` between them. False when it is not that. */
bool fp__numbers_parse(const char *text, char separator, double *numbers, size_t n);

/* The place of the value among the n names; -1 after saying which there are. */
int fp__choice(const struct fp__given *given, const char *const *names, size_t n);

/* int: the same place. */
int fp__read_choice(const struct fp__given *given, void *member, const char *const *names,
                    size_t n);

/* Says "--name value: why" and the hint; returns FP__EXIT_USAGE. */
int fp__bad_value(const struct fp__given *given, const char *why, const char *hint);

#endif
