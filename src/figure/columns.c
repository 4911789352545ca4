/* SPDX-License-Identifier: MIT */
/* columns.c: columns converted to doubles, a piece at a time. */
#include "figure/columns.h"

#include <stdint.h>

#include "data/dtype.h"

static void
convert(struct fp_array *array, size_t from, size_t n, double *values)
{
    const struct fp_layout *layout = fp_array_layout(array);
    const char *data = fp_array_data(array);
    struct fp__run run = {.base = data + (ptrdiff_t)from * layout->strides[0],
                          .stride = layout->strides[0],
                          .dtype = layout->dtype,
                          .swapped = layout->swapped};

    fp__values_to_double(&run, n, values);
}

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
            convert(columns->arrays[c], columns->from, columns->n, columns->values[c]);
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

bool
fp__is_column(const struct fp_array *array)
{
    const struct fp_layout *layout = fp_array_layout(array);

    return layout && layout->ndim == 1;
}
