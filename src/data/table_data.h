/* SPDX-License-Identifier: MIT */
/* table_data.h: the columns of a text file. */
#ifndef DATA_TABLE_DATA_H
#define DATA_TABLE_DATA_H

#include "data/buffer.h"
#include "data/cell.h"
#include "data/csv_scan.h"
#include "data/reader.h"
#include "flatplot/table.h"

/* A cell to be named in a message. line is 0 when there is none. */
struct fp__place {
    size_t line;
    struct fp__cell cell;
    enum fp__cell_kind kind;
};

struct fp__column {
    char *name;              /* NULL without a header */
    enum fp__cell_kind kind; /* EMPTY until a cell is not */
    struct fp__place odd;    /* the first cell that is no number */
    struct fp__place clash;  /* the first cell by which the column is one of text */
    struct fp__place head;   /* the first line's cell, while loading */
    char **texts;            /* of a column of text, once they were asked for */
};

struct fp__table_data {
    char *text; /* the file; places and texts lie in it */
    size_t size;
    char delimiter;
    size_t rows;
    size_t columns;
    struct fp__column *column;
    struct fp__buffer *values; /* doubles, row by row, from row `first` on */
    size_t first;              /* 1 when the first line is a header */
};

/* Reads a source of text into zeroed data, which the caller finishes, also after a failure. */
enum fp_status fp__table_load(struct fp__source *source, struct fp__table_data *data);

/* Fills in the texts of all columns of text. The places' cells are changed by it: quotes in them
 * are no longer doubled. */
enum fp_status fp__table_take_texts(struct fp__source *source, struct fp__table_data *data);

/* Reads an open source of a .npy as one array of shape (N,) or (N, C), the caller's to unref.
 * FP_ERR_INPUT for other shapes. */
enum fp_status fp__table_read_array(struct fp__source *source, struct fp_array **array);

/* The values of the first row that is not the header. */
const double *fp__table_values(const struct fp__table_data *data);

/* Bytes that are held. */
size_t fp__table_bytes(const struct fp__table_data *data);

void fp__table_finish(struct fp__table_data *data);

/* FP_ERR_INPUT for a cell of a column (from 0) that is no number, or no number and no date. */
enum fp_status fp__table_fail_odd(struct fp_context *ctx, const char *path,
                                  const struct fp__table_data *data, size_t column,
                                  const struct fp__place *place);

#endif
