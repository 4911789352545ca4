/* SPDX-License-Identifier: MIT */
/* table.c: a table as an object, its columns as arrays. */
#include "flatplot/table.h"

#include <string.h>

#include "core/alloc.h"
#include "core/object.h"
#include "core/status.h"
#include "data/array.h"
#include "data/table_data.h"
#include "flatplot/text.h"

struct fp_table {
    struct fp_object base;
    struct fp__table_data *data; /* NULL once closed */
    char *path;
};

static void
free_data(struct fp__table_data *data)
{
    if (data) {
        fp__table_finish(data);
        fp_free(data);
    }
}

static void
table_close(struct fp_object *obj)
{
    struct fp_table *table = (struct fp_table *)obj;

    free_data(table->data);
    fp_free(table->path);
    table->data = NULL;
    table->path = NULL;
}

static size_t
table_bytes(const struct fp_object *obj)
{
    const struct fp_table *table = (const struct fp_table *)obj;

    return table->data ? fp__table_bytes(table->data) + strlen(table->path) + 1 : 0;
}

static const struct fp_class table_class = {
    .name = "table",
    .size = sizeof(struct fp_table),
    .close = table_close,
    .bytes = table_bytes,
};

static bool
has_texts(const struct fp__table_data *data)
{
    for (size_t i = 0; i < data->columns; i++) {
        if (data->column[i].kind == FP__CELL_TEXT) {
            return true;
        }
    }
    return false;
}

/* The text of the file stays only if columns of text lie in it. */
static enum fp_status
settle(struct fp__source *source, struct fp__table_data *data)
{
    if (has_texts(data)) {
        return fp__table_take_texts(source, data);
    }
    fp_free(data->text);
    data->text = NULL;
    data->size = 0;
    return FP_OK;
}

static enum fp_status
take_over(struct fp_table *table, struct fp__source *source)
{
    enum fp_status status;

    if (source->reader != &fp__reader_csv) {
        return fp__fail(table->base.ctx, FP_ERR_INPUT,
                        "%s: is %s, not a table of text" FP__HINT
                        "save it as one: np.savetxt('a.csv', a, delimiter=',')",
                        source->path, source->reader->name);
    }
    status = settle(source, source->state);
    if (status == FP_OK && !fp__copy_string(&table->path, source->path)) {
        status = fp__fail_memory(table->base.ctx, "a table");
    }
    if (status == FP_OK) {
        table->data = source->state;
        source->state = NULL;
    }
    return status;
}

struct fp_table *
fp_table_open(struct fp_context *ctx, const char *path, const struct fp_frames_options *options)
{
    struct fp_frames_options chosen = options ? *options : fp_frames_defaults();
    struct fp__source source = {.table = true};
    struct fp_table *table;
    enum fp_status status;

    if (!path) {
        fp__fail(ctx, FP_ERR_ARGUMENT, "table: the path is NULL");
        return NULL;
    }
    table = fp_object_create(ctx, &table_class);
    if (!table) {
        return NULL;
    }
    chosen.raw = NULL;
    status = fp__source_open(ctx, path, &chosen, &source);
    if (status == FP_OK) {
        status = take_over(table, &source);
        fp__source_close(&source);
    }
    if (status < 0) {
        fp_unref(table);
        return NULL;
    }
    return table;
}

size_t
fp_table_rows(const struct fp_table *table)
{
    return table && table->data ? table->data->rows : 0;
}

size_t
fp_table_columns(const struct fp_table *table)
{
    return table && table->data ? table->data->columns : 0;
}

const char *
fp_table_name(const struct fp_table *table, size_t column)
{
    return column < fp_table_columns(table) ? table->data->column[column].name : NULL;
}

static enum fp_column_kind
public_kind(const struct fp__column *column)
{
    return column->kind == FP__CELL_TEXT   ? FP_COLUMN_TEXT
           : column->kind == FP__CELL_DATE ? FP_COLUMN_DATE
                                           : FP_COLUMN_NUMBER;
}

enum fp_column_kind
fp_table_kind(const struct fp_table *table, size_t column)
{
    return column < fp_table_columns(table) ? public_kind(&table->data->column[column])
                                            : FP_COLUMN_NUMBER;
}

/* --- Columns by name -------------------------------------------------------------------------- */

/* A whole number from 1 to `most`, counted from 0. */
static bool
parse_number(const char *word, size_t most, size_t *index)
{
    size_t n = 0;

    for (; *word >= '0' && *word <= '9' && n <= most; word++) {
        n = n * 10 + (size_t)(*word - '0');
    }
    if (*word != '\0' || n < 1 || n > most) {
        return false;
    }
    *index = n - 1;
    return true;
}

static const char *
nearest_name(const struct fp__table_data *data, const char *word)
{
    const char **names = fp_alloc_array(data->columns, sizeof *names);
    const char *nearest = NULL;

    for (size_t i = 0; names && i < data->columns; i++) {
        names[i] = data->column[i].name;
    }
    if (names && names[0]) {
        nearest = fp_text_nearest(word, names, data->columns);
    }
    fp_free(names);
    return nearest;
}

static enum fp_status
fail_missing(const struct fp_table *table, const char *word)
{
    const char *nearest = nearest_name(table->data, word);

    if (nearest) {
        return fp__fail(table->base.ctx, FP_ERR_ARGUMENT,
                        "%s: there is no column \"%s\"" FP__HINT "did you mean \"%s\"?",
                        table->path, word, nearest);
    }
    return fp__fail(table->base.ctx, FP_ERR_ARGUMENT,
                    "%s: there is no column \"%s\"" FP__HINT
                    "it has %zu: a name of the header, or a number from 1",
                    table->path, word, table->data->columns);
}

enum fp_status
fp_table_find(struct fp_table *table, const char *word, size_t *column)
{
    if (fp_is_closed(table)) {
        return fp__fail_closed(table ? table->base.ctx : NULL, "table");
    }
    for (size_t i = 0; i < table->data->columns; i++) {
        const char *name = table->data->column[i].name;

        if (name && strcmp(name, word) == 0) {
            *column = i;
            return FP_OK;
        }
    }
    return parse_number(word, table->data->columns, column) ? FP_OK : fail_missing(table, word);
}

/* --- Values ----------------------------------------------------------------------------------- */

static enum fp_status
check_column(const struct fp_table *table, size_t column)
{
    if (column < table->data->columns) {
        return FP_OK;
    }
    return fp__fail(table->base.ctx, FP_ERR_ARGUMENT,
                    "%s: there is no column %zu; the last one is %zu" FP__HINT
                    "columns are counted from 0",
                    table->path, column, table->data->columns - 1);
}

enum fp_status
fp_table_column(struct fp_table *table, size_t column, struct fp_array **array)
{
    struct fp__table_data *data;
    struct fp_layout layout;
    struct fp_array *view;
    enum fp_status status;

    if (fp_is_closed(table)) {
        return fp__fail_closed(table ? table->base.ctx : NULL, "table");
    }
    status = check_column(table, column);
    if (status < 0) {
        return status;
    }
    data = table->data;
    if (data->column[column].kind == FP__CELL_TEXT) {
        return fp__table_fail_odd(table->base.ctx, table->path, data, column,
                                  &data->column[column].clash);
    }
    layout = fp_layout_c(FP_FLOAT64, 1, &data->rows);
    layout.strides[0] = (ptrdiff_t)(data->columns * sizeof(double));
    view = fp__array_over(table->base.ctx, data->values, fp__table_values(data) + column, &layout);
    if (!view) {
        return FP_ERR_MEMORY;
    }
    *array = view;
    return FP_OK;
}

const char *
fp_table_text(const struct fp_table *table, size_t column, size_t row)
{
    if (column >= fp_table_columns(table) || row >= table->data->rows ||
        !table->data->column[column].texts) {
        return NULL;
    }
    return table->data->column[column].texts[row];
}
