/* SPDX-License-Identifier: MIT */
/* table.c: a table as an object, its columns as arrays; it holds a text file or arrays. */
#include "flatplot/table.h"

#include <string.h>

#include "core/alloc.h"
#include "core/object.h"
#include "core/status.h"
#include "data/array.h"
#include "data/table_data.h"
#include "data/table_members.h"
#include "flatplot/text.h"

struct fp_table {
    struct fp_object base;
    struct fp__table_data *data; /* of a text file, else NULL */
    struct fp_array *array;      /* or these values, else NULL */
    struct fp__members members;  /* or these columns; there is nothing once it is closed */
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
    fp_unref(table->array);
    fp__members_finish(&table->members);
    fp_free(table->path);
    table->data = NULL;
    table->array = NULL;
    table->path = NULL;
}

static size_t
table_bytes(const struct fp_object *obj)
{
    const struct fp_table *table = (const struct fp_table *)obj;

    return (table->data ? fp__table_bytes(table->data) : 0) +
           (table->path ? strlen(table->path) + 1 : 0);
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
take_text(struct fp_table *table, struct fp__source *source)
{
    enum fp_status status = settle(source, source->state);

    if (status == FP_OK) {
        table->data = source->state;
        source->state = NULL;
    }
    return status;
}

static enum fp_status
take_over(struct fp_table *table, struct fp__source *source)
{
    if (!fp__copy_string(&table->path, source->path)) {
        return fp__fail_memory(table->base.ctx, "a table");
    }
    if (source->reader == &fp__reader_csv) {
        return take_text(table, source);
    }
    if (source->reader == &fp__reader_npy) {
        return fp__table_read_array(source, &table->array);
    }
    return fp__fail(table->base.ctx, FP_ERR_INPUT,
                    "%s: is %s, not a table" FP__HINT
                    "a table is text, or an array of columns: np.save('a.npy', a)",
                    source->path, source->reader->name);
}

static enum fp_status
open_source(struct fp_table *table, const char *path, const struct fp_frames_options *options)
{
    struct fp__source source = {.table = true};
    enum fp_status status = fp__source_open(table->base.ctx, path, options, &source);

    if (status == FP_OK) {
        status = take_over(table, &source);
        fp__source_close(&source);
    }
    return status;
}

struct fp_table *
fp_table_open(struct fp_context *ctx, const char *path, const struct fp_frames_options *options)
{
    struct fp_frames_options chosen = options ? *options : fp_frames_defaults();
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
    status = fp__members_read(ctx, path, &chosen, &table->members);
    if (status == FP_OK && table->members.count > 0) {
        status = fp__copy_string(&table->path, path) ? FP_OK : fp__fail_memory(ctx, "a table");
    } else if (status == FP_OK) {
        status = open_source(table, path, &chosen);
    }
    if (status < 0) {
        fp_unref(table);
        return NULL;
    }
    return table;
}

/* An array of shape (N,) is one column. */
static size_t
count_along(const struct fp_array *array, int axis)
{
    const struct fp_layout *layout = fp_array_layout(array);

    return axis < layout->ndim ? layout->shape[axis] : 1;
}

size_t
fp_table_rows(const struct fp_table *table)
{
    if (table && table->array) {
        return count_along(table->array, 0);
    }
    if (table && table->members.count > 0) {
        return fp_array_count(table->members.member[0].array);
    }
    return table && table->data ? table->data->rows : 0;
}

size_t
fp_table_columns(const struct fp_table *table)
{
    if (table && table->array) {
        return count_along(table->array, 1);
    }
    if (table && table->members.count > 0) {
        return table->members.count;
    }
    return table && table->data ? table->data->columns : 0;
}

/* What is known of the column; NULL beyond the last one, and for those of arrays. */
static const struct fp__column *
find_column(const struct fp_table *table, size_t column)
{
    return table && table->data && column < table->data->columns ? &table->data->column[column]
                                                                 : NULL;
}

const char *
fp_table_name(const struct fp_table *table, size_t column)
{
    const struct fp__column *found = find_column(table, column);

    if (table && column < table->members.count) {
        return table->members.member[column].name;
    }
    return found ? found->name : NULL;
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
    const struct fp__column *found = find_column(table, column);

    return found ? public_kind(found) : FP_COLUMN_NUMBER;
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
nearest_name(const struct fp_table *table, const char *word)
{
    size_t columns = fp_table_columns(table);
    const char **names = fp_alloc_array(columns, sizeof *names);
    const char *nearest = NULL;

    for (size_t i = 0; names && i < columns; i++) {
        names[i] = fp_table_name(table, i);
    }
    if (names && fp_table_name(table, 0)) {
        nearest = fp_text_nearest(word, names, columns);
    }
    fp_free(names);
    return nearest;
}

/* "t, close and so on": as many as fit on a line, those with a comma in quotes. */
static void
append_names(const struct fp_table *table, struct fp_text *out)
{
    enum { LINE = 200 };
    size_t columns = fp_table_columns(table);

    for (size_t i = 0; i < columns; i++) {
        const char *name = fp_table_name(table, i);
        const char *quote = strchr(name, ',') ? "\"" : "";
        if (out->length + strlen(name) > LINE) {
            fp_text_append(out, i > 0 ? ", …" : "…");
            return;
        }
        fp_text_append_format(out, "%s%s%s%s", i > 0 ? ", " : "", quote, name, quote);
    }
}

static enum fp_status
fail_among(const struct fp_table *table, const char *word)
{
    struct fp_text list = {0};
    size_t columns = fp_table_columns(table);
    enum fp_status status;

    if (fp_table_name(table, 0)) {
        fp_text_append_format(&list, "it has %zu: ", columns);
        append_names(table, &list);
    } else {
        fp_text_append_format(&list, "its columns have no names, but numbers: 1 to %zu", columns);
    }
    status =
        fp__fail(table->base.ctx, FP_ERR_ARGUMENT, "%s: there is no column \"%s\"" FP__HINT "%s",
                 table->path, word, fp_text_string(&list));
    fp_text_finish(&list);
    return status;
}

static enum fp_status
fail_missing(const struct fp_table *table, const char *word)
{
    const char *nearest = nearest_name(table, word);

    if (nearest) {
        return fp__fail(table->base.ctx, FP_ERR_ARGUMENT,
                        "%s: there is no column \"%s\"" FP__HINT "did you mean \"%s\"?",
                        table->path, word, nearest);
    }
    return fail_among(table, word);
}

enum fp_status
fp_table_find(struct fp_table *table, const char *word, size_t *column)
{
    if (fp_is_closed(table)) {
        return fp__fail_closed(table ? table->base.ctx : NULL, "table");
    }
    for (size_t i = 0; i < fp_table_columns(table); i++) {
        const char *name = fp_table_name(table, i);

        if (name && strcmp(name, word) == 0) {
            *column = i;
            return FP_OK;
        }
    }
    return parse_number(word, fp_table_columns(table), column) ? FP_OK : fail_missing(table, word);
}

/* --- Values ----------------------------------------------------------------------------------- */

static enum fp_status
check_column(const struct fp_table *table, size_t column)
{
    if (column < fp_table_columns(table)) {
        return FP_OK;
    }
    return fp__fail(table->base.ctx, FP_ERR_ARGUMENT,
                    "%s: there is no column %zu; the last one is %zu" FP__HINT
                    "columns are counted from 0",
                    table->path, column, fp_table_columns(table) - 1);
}

static struct fp_array *
view_text(const struct fp_table *table, size_t column)
{
    const struct fp__table_data *data = table->data;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &data->rows);

    layout.strides[0] = (ptrdiff_t)(data->columns * sizeof(double));
    return fp__array_over(table->base.ctx, data->values, fp__table_values(data) + column, &layout);
}

static struct fp_array *
view_array(const struct fp_table *table, size_t column)
{
    struct fp_layout layout;
    ptrdiff_t offset;

    if (table->members.count > 0) {
        return fp_ref(table->members.member[column].array);
    }
    layout = *fp_array_layout(table->array);
    offset = layout.ndim == 2 ? (ptrdiff_t)column * layout.strides[1] : 0;

    layout.ndim = 1;
    return fp_array_view(table->array, offset, &layout);
}

enum fp_status
fp_table_column(struct fp_table *table, size_t column, struct fp_array **array)
{
    const struct fp__column *found = find_column(table, column);
    struct fp_array *view;
    enum fp_status status;

    if (fp_is_closed(table)) {
        return fp__fail_closed(table ? table->base.ctx : NULL, "table");
    }
    status = check_column(table, column);
    if (status < 0) {
        return status;
    }
    if (found && found->kind == FP__CELL_TEXT) {
        return fp__table_fail_odd(table->base.ctx, table->path, table->data, column, &found->clash);
    }
    view = found ? view_text(table, column) : view_array(table, column);
    if (!view) {
        return FP_ERR_MEMORY;
    }
    *array = view;
    return FP_OK;
}

const char *
fp_table_text(const struct fp_table *table, size_t column, size_t row)
{
    const struct fp__column *found = find_column(table, column);

    return found && found->texts && row < table->data->rows ? found->texts[row] : NULL;
}
