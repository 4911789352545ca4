/* SPDX-License-Identifier: MIT */
/* columns.h: an input as a table, and which of its columns are drawn. */
#ifndef CLI_PLOTS_COLUMNS_H
#define CLI_PLOTS_COLUMNS_H

#include "cli/plots/settings.h"
#include "flatplot/table.h"
#include "flatplot/text.h"

struct fp__columns {
    struct fp_context *ctx;
    struct fp_table *table;
    const char *path;
    bool has_x;
    size_t x;
    size_t *y;
    size_t count; /* of those */
};

/* Reads the input and chooses: along x the column of -x, else (unless nothing is drawn along x) the
 * first one if it is not the only one and not in -y; to be drawn those of -y, else all others but
 * those of text and those that other options name. Returns 0 or an exit code after saying what is
 * wrong. fp__columns_finish frees in both cases. */
int fp__columns_open(struct fp__columns *columns, struct fp_context *ctx, const char *path,
                     const struct fp__plots *settings, bool along_x);
void fp__columns_finish(struct fp__columns *columns);

/* Draws no dates where there are numbers to be drawn: they share no axis. */
void fp__columns_leave_out_dates(struct fp__columns *columns);

/* For reading inputs: ends it when a signal came, and tells the failure unless that is why. */
bool fp__columns_stop(void *data);
int fp__columns_failure(struct fp_context *ctx);

/* Finds a column by name or number. Returns 0 or an exit code after saying that there is none. */
int fp__columns_find(const struct fp__columns *columns, const char *word, size_t *column);

/* Where a word is two columns, BELOW:ABOVE: its colon. NULL when it has none or is the name of one
 * column. */
char *fp__columns_colon(const struct fp__columns *columns, char *word);

/* Says that a list has a name that is too long for it; returns an exit code. */
int fp__columns_long_name(void);

/* Appends the column's name as a line of UTF-8; "column 3" when it has none. */
void fp__columns_append_name(const struct fp__columns *columns, size_t column, struct fp_text *out);

#endif
