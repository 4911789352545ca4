/* SPDX-License-Identifier: MIT */
/* json.h: values as JSON writes them. */
#ifndef CLI_OPT_JSON_H
#define CLI_OPT_JSON_H

#include "flatplot/text.h"

/* Appends the text in double quotes as JSON has it; bytes that are not UTF-8 become U+FFFD. */
void fp__json_string(struct fp_text *out, const char *text);

/* Appends the finite number, null for others: JSON has no others. */
void fp__json_number(struct fp_text *out, double value);

#endif
