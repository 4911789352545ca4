/* SPDX-License-Identifier: MIT */
/* table_data.c: what the columns of a table hold, and a cell that is not what it should be. */
#include "data/table_data.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"

const double *
fp__table_values(const struct fp__table_data *data)
{
    return (const double *)fp__buffer_bytes(data->values) + data->first * data->columns;
}

size_t
fp__table_bytes(const struct fp__table_data *data)
{
    size_t bytes = data->size + data->columns * sizeof *data->column;

    for (size_t i = 0; i < data->columns; i++) {
        const struct fp__column *column = &data->column[i];

        bytes += column->name ? strlen(column->name) + 1 : 0;
        bytes += column->texts ? data->rows * sizeof *column->texts : 0;
    }
    return bytes + fp__buffer_size(data->values);
}

void
fp__table_finish(struct fp__table_data *data)
{
    for (size_t i = 0; data->column && i < data->columns; i++) {
        fp_free(data->column[i].name);
        fp_free(data->column[i].texts);
    }
    fp_free(data->column);
    fp__buffer_unref(data->values);
    fp_free(data->text);
    memset(data, 0, sizeof *data);
}

enum { SHOWN = 40 };

/* The beginning of a long cell, up to a whole character. */
static int
shown_length(const struct fp__cell *cell)
{
    size_t n = cell->length < SHOWN ? cell->length : SHOWN;

    while (n > 0 && n < cell->length && ((unsigned char)cell->text[n] & 0xc0) == 0x80) {
        n--;
    }
    return (int)n;
}

static const char *
find_hint(const struct fp__table_data *data, size_t column, const struct fp__place *place)
{
    if (fp__cell_has_decimal_comma(place->cell.text, place->cell.length)) {
        return data->delimiter == ',' ? "is this a decimal comma? write a decimal point, as in 1.5"
                                      : "is this a decimal comma? tr , . <a.csv >b.csv";
    }
    if (column == 0 && data->columns > 1 && data->delimiter == ',') {
        return "leave the column out: cut -d, -f2- a.csv >b.csv";
    }
    return "only numbers and empty cells can be drawn; begin remarks with #";
}

enum fp_status
fp__table_fail_odd(struct fp_context *ctx, const char *path, const struct fp__table_data *data,
                   size_t column, const struct fp__place *place)
{
    bool head = place->cell.text == data->column[column].head.cell.text;
    const char *name = head ? NULL : data->column[column].name;
    int n = shown_length(&place->cell);

    return fp__fail(ctx, FP_ERR_INPUT,
                    "%s: line %zu, column %zu%s%.40s%s: \"%.*s%s\" is %s" FP__HINT "%s", path,
                    place->line, column + 1, name ? " (" : "", name ? name : "", name ? ")" : "", n,
                    place->cell.text, (size_t)n < place->cell.length ? "…" : "",
                    place->kind == FP__CELL_DATE ? "a date, not a number" : "not a number",
                    find_hint(data, column, place));
}
