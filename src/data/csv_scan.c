/* SPDX-License-Identifier: MIT */
/* csv_scan.c: records of cells, one after the other. */
#include "data/csv_scan.h"

#include <string.h>

#include "core/alloc.h"

#define BOM "\xef\xbb\xbf"

void
fp__csv_begin(struct fp__csv *csv, char *text, size_t n, char delimiter,
              const struct fp_limits *limits)
{
    size_t bom = n >= 3 && memcmp(text, BOM, 3) == 0 ? 3 : 0;

    *csv = (struct fp__csv){
        .at = text + bom,
        .end = text + n,
        .delimiter = delimiter,
        .line = 1,
        .line_limit = limits->line,
        .column_limit = limits->columns,
    };
}

void
fp__csv_finish(struct fp__csv *csv)
{
    fp_free(csv->cells);
    csv->cells = NULL;
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\t';
}

/* White space that does not separate cells on its own. */
static bool
is_blank(const struct fp__csv *csv, char c)
{
    return is_space(c) && c != csv->delimiter;
}

static bool
ends_line(const struct fp__csv *csv, const char *p)
{
    return p == csv->end || *p == '\n' || *p == '\r';
}

static bool
begins_comment(const struct fp__csv *csv, const char *p)
{
    return *p == '#' && p > csv->begin && is_space(p[-1]) &&
           (csv->delimiter == ' ' || p[-1] != csv->delimiter);
}

static bool
ends_cell(const struct fp__csv *csv, const char *p)
{
    if (ends_line(csv, p) || begins_comment(csv, p)) {
        return true;
    }
    return csv->delimiter == ' ' ? is_space(*p) : *p == csv->delimiter;
}

static void
pass_blanks(struct fp__csv *csv)
{
    while (csv->at < csv->end &&
           (csv->delimiter == ' ' ? is_space(*csv->at) : is_blank(csv, *csv->at))) {
        csv->at++;
    }
}

static void
pass_line(struct fp__csv *csv)
{
    while (!ends_line(csv, csv->at)) {
        csv->at++;
    }
    if (csv->at == csv->end) {
        return;
    }
    csv->at += csv->at[0] == '\r' && csv->end - csv->at > 1 && csv->at[1] == '\n';
    csv->at++;
    csv->line++;
}

/* Goes to the first byte of a line that is neither empty nor a comment. */
static void
find_record(struct fp__csv *csv)
{
    csv->comment = NULL;
    for (;;) {
        pass_blanks(csv);
        if (csv->at < csv->end && *csv->at == '#') {
            csv->comment = csv->at + 1;
            while (!ends_line(csv, csv->at)) {
                csv->at++;
            }
            csv->comment_length = (size_t)(csv->at - csv->comment);
        } else if (csv->at == csv->end || !ends_line(csv, csv->at)) {
            return;
        } else {
            csv->comment = NULL;
        }
        pass_line(csv);
    }
}

/* --- Cells ------------------------------------------------------------------------------------ */

static void
scan_plain(struct fp__csv *csv, struct fp__cell *cell)
{
    char *p = csv->at;

    while (!ends_cell(csv, p)) {
        p++;
    }
    cell->text = csv->at;
    csv->at = p;
    while (p > cell->text && is_blank(csv, p[-1])) {
        p--;
    }
    cell->length = (size_t)(p - cell->text);
}

static enum fp__csv_fault
scan_quoted(struct fp__csv *csv, struct fp__cell *cell)
{
    char *p = csv->at + 1;
    size_t line = csv->line;

    for (; p < csv->end; p++) {
        bool more = csv->end - p > 1;

        if (*p == '"' && !(more && p[1] == '"')) {
            break;
        }
        p += *p == '"';
        line += *p == '\n' || (*p == '\r' && !(more && p[1] == '\n'));
    }
    if (p == csv->end) {
        return FP__CSV_OPEN_QUOTE;
    }
    *cell = (struct fp__cell){csv->at + 1, (size_t)(p - csv->at - 1), true};
    csv->at = p + 1;
    csv->line = line;
    return FP__CSV_FINE;
}

static enum fp__csv_fault
add_cell(struct fp__csv *csv, struct fp__cell **cell)
{
    void *cells = csv->cells;

    if (csv->count == csv->column_limit) {
        return FP__CSV_MANY_COLUMNS;
    }
    if (!fp__grow(&cells, &csv->room, csv->count + 1, sizeof *csv->cells)) {
        return FP__CSV_NO_MEMORY;
    }
    csv->cells = cells;
    *cell = &csv->cells[csv->count++];
    **cell = (struct fp__cell){0};
    return FP__CSV_FINE;
}

/* The next cell, and what separates it from the one after. *more: there is one. */
static enum fp__csv_fault
next_cell(struct fp__csv *csv, bool *more)
{
    struct fp__cell *cell;
    enum fp__csv_fault fault = add_cell(csv, &cell);
    const char *behind;

    if (fault) {
        return fault;
    }
    if (csv->at < csv->end && *csv->at == '"') {
        fault = scan_quoted(csv, cell);
    } else {
        scan_plain(csv, cell);
    }
    if (fault || (size_t)(csv->at - csv->begin) > csv->line_limit) {
        return fault ? fault : FP__CSV_LONG_LINE;
    }
    behind = csv->at;
    pass_blanks(csv);
    *more = !ends_line(csv, csv->at) && !begins_comment(csv, csv->at);
    if (*more && csv->delimiter != ' ') {
        return *csv->at++ == csv->delimiter ? FP__CSV_FINE : FP__CSV_AFTER_QUOTE;
    }
    return *more && behind == csv->at ? FP__CSV_AFTER_QUOTE : FP__CSV_FINE;
}

enum fp__csv_fault
fp__csv_next(struct fp__csv *csv)
{
    bool more = true;

    find_record(csv);
    csv->count = 0;
    csv->begin = csv->at;
    csv->record_line = csv->line;
    if (csv->at == csv->end) {
        return FP__CSV_FINE;
    }
    while (more) {
        enum fp__csv_fault fault;

        pass_blanks(csv);
        fault = next_cell(csv, &more);
        if (fault) {
            return fault;
        }
    }
    pass_line(csv);
    return FP__CSV_FINE;
}

size_t
fp__cell_unquote(struct fp__cell *cell)
{
    size_t n = 0;

    for (size_t i = 0; i < cell->length; i++) {
        cell->text[n++] = cell->text[i];
        i += cell->quoted && cell->text[i] == '"';
    }
    return n;
}
