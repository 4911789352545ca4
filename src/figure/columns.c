/* SPDX-License-Identifier: MIT */
/* columns.c: columns converted to doubles, a piece at a time. */
#include "figure/columns.h"

#include <stdint.h>

/* As many rows as all have: an array that was closed has none. */
static size_t
count_rows(const struct fp__columns *columns)
{
    size_t rows = SIZE_MAX;

    for (size_t i = 0; i < columns->count; i++)
        if (columns->arrays[i] && fp_array_count(columns->arrays[i]) < rows)
            rows = fp_array_count(columns->arrays[i]);
    return rows;
}

static void
convert_next(struct fp__columns *columns)
{
    size_t rows = count_rows(columns), room = sizeof columns->values[0] / sizeof(double), left;

    columns->from += columns->n;
    left = columns->from < rows ? rows - columns->from : 0;
    columns->n = left < room ? left : room;
    columns->at = 0;
    for (size_t c = 0; columns->n > 0 && c < columns->count; c++) {
        if (columns->arrays[c])
            fp__column_read(columns->arrays[c], columns->from, rows, columns->values[c]);
        for (size_t i = 0; !columns->arrays[c] && i < columns->n; i++)
            columns->values[c][i] = (double)(columns->from + i);
    }
}

bool
fp__columns_next(struct fp__columns *columns, double *row)
{
    if (columns->at == columns->n)
        convert_next(columns);
    if (columns->at == columns->n)
        return false;
    for (size_t c = 0; c < columns->count; c++)
        row[c] = columns->values[c][columns->at];
    columns->at++;
    return true;
}
