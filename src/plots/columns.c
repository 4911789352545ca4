/* SPDX-License-Identifier: MIT */
/* columns.c: columns converted to doubles, a piece at a time. */
#include "plots/columns.h"

#include <stdint.h>

#include "core/status.h"

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

void
fp__columns_seek(struct fp__columns *columns, size_t row)
{
    columns->from = row;
    columns->at = columns->n = 0;
}

struct fp_array *
fp__column_of(struct fp_context *ctx, struct fp_array *array, size_t n, const char *what)
{
    struct fp_layout layout;

    if (fp_is_closed(array)) {
        fp__fail_closed(ctx, "array");
        return NULL;
    }
    layout = *fp_array_layout(array);
    if (layout.ndim > 1 || (fp_array_count(array) != n && fp_array_count(array) != 1)) {
        fp__fail(ctx, FP_ERR_ARGUMENT,
                 "%s must be one number, or one for each point" FP__HINT
                 "arrays of shape (N,) of one length",
                 what);
        return NULL;
    }
    layout.strides[0] = layout.ndim == 1 && fp_array_count(array) == n ? layout.strides[0] : 0;
    layout.ndim = 1;
    layout.shape[0] = n;
    return fp_array_view(array, 0, &layout);
}
