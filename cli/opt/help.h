/* SPDX-License-Identifier: MIT */
/* help.h: help text made from option tables. */
#ifndef CLI_OPT_HELP_H
#define CLI_OPT_HELP_H

#include "cli/opt/option.h"
#include "flatplot/text.h"

/* Appends one entry: its name in the left column, the text wrapped in the right one. */
void fp__help_entry(struct fp_text *out, const char *left, const char *right);

/* Appends the options of the table: all of them, or those of the short help. */
void fp__help_options(struct fp_text *out, const struct fp__option_table *table, bool all);

#endif
