/* SPDX-License-Identifier: MIT */
/* words.h: amounts of memory and growth as people read them. */
#ifndef CLI_CHECK_WORDS_H
#define CLI_CHECK_WORDS_H

#include "flatplot/text.h"
#include "flatplot/verdict.h"

/* Appends "41 B", "1.5 KiB", "-2.0 MiB"; a value that is not finite is "-". */
void fp__append_size(struct fp_text *out, double bytes);

/* Appends an amount of the metric: a size for heap and rss, a number of things for the others. */
void fp__append_amount(struct fp_text *out, enum fp_metric metric, double amount);

/* Appends seconds as milliseconds with three digits: "1.91", "130". */
void fp__append_milliseconds(struct fp_text *out, double seconds);

#endif
