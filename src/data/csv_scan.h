/* SPDX-License-Identifier: MIT */
/* csv_scan.h: text as records of cells: RFC 4180 with any delimiter, and with comments as numpy
 * writes them.
 *
 * Lines end in LF, CR LF or CR. Empty lines are passed over, and lines that begin with #; a #
 * behind white space (that is more than the delimiter) ends its line. A cell in double quotes may
 * hold delimiters, ends of lines and, doubled, quotes. White space around cells is not part of
 * them. A BOM of UTF-8 is passed over. */
#ifndef DATA_CSV_SCAN_H
#define DATA_CSV_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/frames.h"

/* What is between the quotes, if it has some; doubled ones are still doubled there. */
struct fp__cell {
    char *text;
    size_t length;
    bool quoted;
};

enum fp__csv_fault {
    FP__CSV_FINE,
    FP__CSV_OPEN_QUOTE,
    FP__CSV_AFTER_QUOTE,
    FP__CSV_LONG_LINE,
    FP__CSV_MANY_COLUMNS,
    FP__CSV_NO_MEMORY
};

struct fp__csv {
    char *at;
    char *end;      /* a byte that can be read, too */
    char delimiter; /* ' ' stands for white space of any length */
    size_t line;    /* of `at`, from 1 */
    size_t line_limit;
    size_t column_limit;

    /* The last record; where it went wrong, in cell `count`. */
    struct fp__cell *cells;
    size_t count; /* 0: there was none left */
    size_t room;
    char *begin;
    size_t record_line;

    /* The line of comment right above it, behind the #; NULL when there is none. */
    char *comment;
    size_t comment_length;
};

/* Begins to read n bytes; the one behind them must be readable. */
void fp__csv_begin(struct fp__csv *csv, char *text, size_t n, char delimiter,
                   const struct fp_limits *limits);

enum fp__csv_fault fp__csv_next(struct fp__csv *csv);

void fp__csv_finish(struct fp__csv *csv);

/* Finds the delimiter by the first records: a tab, a semicolon, a comma or white space. The one by
 * which most of them have the same number of cells, two or more; then by which most cells are
 * numbers or dates. */
char fp__csv_find_delimiter(char *text, size_t n, const struct fp_limits *limits);

/* Makes doubled quotes single in the cell's place; returns its length. */
size_t fp__cell_unquote(struct fp__cell *cell);

#endif
