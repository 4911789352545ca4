/* SPDX-License-Identifier: MIT */
/* table.h: a text file (csv, tsv, columns of numbers) as columns with names and types, or an array
 * (npy, or named in an npz) of shape (N, C) as C columns of numbers, of shape (N,) as one; of an
 * npz without a name those of shape (N,) are the columns.
 *
 * The content decides, never the file's name. Of a text file the delimiter is a comma, a semicolon,
 * a tab or white space of any length, whichever gives most lines the same number of cells. RFC
 * 4180: a cell in double quotes may hold delimiters, ends of lines and, doubled, quotes. Lines that
 * begin with # are comments, also what follows a # behind white space, and empty lines are passed
 * over. A UTF-8 BOM is skipped. Every other line must have as many cells. Numbers have a decimal
 * point in every locale.
 *
 * The first line is a header when it has words only, or more words than numbers and dates, one of
 * them above a column of such.
 * Without one, a comment right above the first line is, as numpy's savetxt(header=…) writes it,
 * when it has as many cells, all of them words. */
#ifndef FLATPLOT_TABLE_H
#define FLATPLOT_TABLE_H

#include "flatplot/array.h"
#include "flatplot/frames.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What all cells of a column are that are not empty. A column of empty cells is one of numbers. */
enum fp_column_kind {
    FP_COLUMN_NUMBER, /* as Python's float() takes them: also nan and inf, no hexadecimals */
    FP_COLUMN_DATE,   /* ISO 8601: 2026-11, 2026-11-20, 2026-11-20T09:30:00.5+09:00 */
    FP_COLUMN_TEXT    /* anything, or a mixture */
};

struct fp_table;

/* Reads a whole file. `options` (NULL: fp_frames_defaults) are those of frames, with their limits;
 * `raw` is not looked at. FP_ERR_INPUT when it cannot be opened, is neither text nor an array, or
 * is no table: the message names line and column, or the shape. */
FP_API struct fp_table *fp_table_open(struct fp_context *ctx, const char *path,
                                      const struct fp_frames_options *options);

/* Lines of values, without the header, and columns. 0 for a closed table. */
FP_API size_t fp_table_rows(const struct fp_table *table);
FP_API size_t fp_table_columns(const struct fp_table *table);

/* The name of a column (from 0), NULL without a header, of one array or beyond the last one; its
 * kind. */
FP_API const char *fp_table_name(const struct fp_table *table, size_t column);
FP_API enum fp_column_kind fp_table_kind(const struct fp_table *table, size_t column);

/* Finds a column by its name or else by its number, here from 1 as in messages. FP_ERR_ARGUMENT,
 * with the nearest name as a hint, when there is none. */
FP_API enum fp_status fp_table_find(struct fp_table *table, const char *word, size_t *column);

/* A column of numbers, or of dates as days from 1970-01-01 UTC (as matplotlib's date2num), as an
 * array with the shape (rows,), of float64 with NaN for empty cells, or of an array's own type; the
 * caller unrefs it. It lies strided in the table's memory. FP_ERR_INPUT for a column of text, with
 * the name of the cell that makes it one. */
FP_API enum fp_status fp_table_column(struct fp_table *table, size_t column,
                                      struct fp_array **array);

/* A cell of a column of text, as it is in the file ("" when empty), valid while the table is open.
 * NULL for other columns and beyond the last row. */
FP_API const char *fp_table_text(const struct fp_table *table, size_t column, size_t row);

#ifdef __cplusplus
}
#endif
#endif
