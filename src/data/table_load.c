/* SPDX-License-Identifier: MIT */
/* table_load.c: text to columns. Records are gone through twice: for their number, and for their
 * values; what is a header is known only after that, by the columns below it. */
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/slurp.h"
#include "data/table_data.h"

struct load {
    struct fp__source *source;
    struct fp__table_data *data;
    struct fp__csv csv;
    size_t first_line; /* of the first record */
    char *comment;     /* before it, or NULL */
    size_t comment_length;
};

/* --- What may be wrong with records ----------------------------------------------------------- */

#define QUOTE_HINT "a quote within quotes is doubled: \"say \"\"yes\"\"\""

static enum fp_status
fail_fault(const struct load *load, enum fp__csv_fault fault)
{
    const struct fp__csv *csv = &load->csv;
    struct fp_context *ctx = load->source->ctx;
    const char *path = load->source->path;

    switch (fault) {
    case FP__CSV_OPEN_QUOTE:
        return fp__fail(ctx, FP_ERR_INPUT,
                        "%s: line %zu, column %zu: the quote that opens here is never "
                        "closed" FP__HINT QUOTE_HINT,
                        path, csv->line, csv->count);
    case FP__CSV_AFTER_QUOTE:
        return fp__fail(
            ctx, FP_ERR_INPUT,
            "%s: line %zu, column %zu: something follows the closing quote" FP__HINT QUOTE_HINT,
            path, csv->line, csv->count);
    case FP__CSV_LONG_LINE:
        return fp__fail(ctx, FP_ERR_INPUT,
                        "%s: line %zu is longer than %zu bytes, the most that are read" FP__HINT
                        "is a quote open, or is this no table?",
                        path, csv->record_line, csv->line_limit);
    case FP__CSV_MANY_COLUMNS:
        return fp__fail(ctx, FP_ERR_INPUT,
                        "%s: line %zu has more than %zu columns, the most that are read" FP__HINT
                        "write numbers to a .npy file: np.save(f, a)",
                        path, csv->record_line, csv->column_limit);
    default:
        return fp__fail_memory(ctx, "a table");
    }
}

static enum fp_status
check_width(const struct load *load)
{
    const struct fp__csv *csv = &load->csv;

    if (csv->count == load->data->columns) {
        return FP_OK;
    }
    return fp__fail(load->source->ctx, FP_ERR_INPUT,
                    "%s: line %zu has %zu column%s, line %zu has %zu" FP__HINT
                    "leave what is missing empty between the delimiters, and begin remarks with #",
                    load->source->path, csv->record_line, csv->count, csv->count == 1 ? "" : "s",
                    load->first_line, load->data->columns);
}

/* The next record, of the same width as the first; csv.count is 0 when there is none. */
static enum fp_status
next_record(struct load *load)
{
    enum fp__csv_fault fault = fp__csv_next(&load->csv);

    if (fault) {
        return fail_fault(load, fault);
    }
    return load->csv.count > 0 ? check_width(load) : FP_OK;
}

static void
rewind_records(struct load *load)
{
    struct fp__table_data *data = load->data;

    fp__csv_finish(&load->csv);
    fp__csv_begin(&load->csv, data->text, data->size, data->delimiter, &load->source->limits);
}

/* --- Passes ----------------------------------------------------------------------------------- */

static enum fp_status
count_records(struct load *load)
{
    struct fp__table_data *data = load->data;
    enum fp__csv_fault fault;
    enum fp_status status = FP_OK;

    rewind_records(load);
    fault = fp__csv_next(&load->csv);
    if (fault) {
        return fail_fault(load, fault);
    }
    data->columns = load->csv.count;
    load->first_line = load->csv.record_line;
    load->comment = load->csv.comment;
    load->comment_length = load->csv.comment_length;
    for (data->rows = 0; status == FP_OK && load->csv.count > 0; data->rows++) {
        status = next_record(load);
    }
    return status;
}

static enum fp_status
make_room(struct load *load)
{
    struct fp__table_data *data = load->data;

    if (data->rows == 0) {
        return fp__fail(load->source->ctx, FP_ERR_INPUT,
                        "%s: holds comments and empty lines only" FP__HINT
                        "did the program that writes it finish?",
                        load->source->path);
    }
    if (!fp__pixels_fit(&load->source->limits, data->columns, data->rows)) {
        return fp__fail(load->source->ctx, FP_ERR_INPUT,
                        "%s: has %zu lines of %zu columns; %zu values are the most that are "
                        "read" FP__HINT
                        "the limit keeps one file from taking all memory: cut it into "
                        "parts",
                        load->source->path, data->rows, data->columns, load->source->limits.pixels);
    }
    data->column = fp_alloc_array(data->columns, sizeof *data->column);
    data->values = fp__buffer_create(data->rows * data->columns * sizeof(double));
    if (!data->column || !data->values) {
        return fp__fail_memory(load->source->ctx, "a table");
    }
    return FP_OK;
}

/* Takes the cell of a column in. */
static void
merge(struct fp__column *column, const struct fp__place *place)
{
    if (place->kind == FP__CELL_EMPTY) {
        return;
    }
    if (place->kind != FP__CELL_NUMBER && column->odd.line == 0) {
        column->odd = *place;
    }
    if (column->kind == FP__CELL_EMPTY) {
        column->kind = place->kind;
    }
    if (column->kind != place->kind || place->kind == FP__CELL_TEXT) {
        column->clash = column->clash.line == 0 ? *place : column->clash;
        column->kind = FP__CELL_TEXT;
    }
}

static void
take_record(struct load *load, size_t row)
{
    struct fp__table_data *data = load->data;
    double *values = fp__buffer_fill(data->values);

    values += row * data->columns;
    for (size_t i = 0; i < data->columns; i++) {
        struct fp__place place = {load->csv.record_line, load->csv.cells[i], FP__CELL_EMPTY};

        place.kind = fp__cell_read(place.cell.text, place.cell.length, &values[i]);
        if (row == 0) {
            data->column[i].head = place;
        } else {
            merge(&data->column[i], &place);
        }
    }
}

static enum fp_status
take_records(struct load *load)
{
    enum fp_status status = FP_OK;

    rewind_records(load);
    for (size_t row = 0; status == FP_OK && row < load->data->rows; row++) {
        status = next_record(load);
        if (status == FP_OK) {
            take_record(load, row);
        }
    }
    return status;
}

/* --- The header ------------------------------------------------------------------------------- */

/* A number with a decimal comma is no word that a column is called by. */
static bool
is_word(const struct fp__place *place)
{
    return place->kind == FP__CELL_TEXT &&
           !fp__cell_has_decimal_comma(place->cell.text, place->cell.length);
}

static bool
has_header(const struct fp__table_data *data)
{
    size_t words = 0;
    size_t values = 0;
    bool above = false; /* a word stands above values */

    for (size_t i = 0; i < data->columns; i++) {
        const struct fp__column *column = &data->column[i];
        bool word = is_word(&column->head);

        words += word;
        values += !word && column->head.kind != FP__CELL_EMPTY;
        above = above || (word && column->kind != FP__CELL_EMPTY && column->kind != FP__CELL_TEXT);
    }
    return values == 0 ? words > 0 : words > values && above;
}

static bool
copy_name(char **name, const struct fp__cell *cell)
{
    struct fp__cell copy = *cell;

    copy.text = *name = fp_alloc(cell->length + 1);
    if (!*name) {
        return false;
    }
    memcpy(*name, cell->text, cell->length);
    (*name)[fp__cell_unquote(&copy)] = '\0';
    return true;
}

static bool
copy_names(struct fp__table_data *data, const struct fp__cell *cells)
{
    for (size_t i = 0; i < data->columns; i++) {
        if (!copy_name(&data->column[i].name, cells ? &cells[i] : &data->column[i].head.cell)) {
            return false;
        }
    }
    return true;
}

static bool
are_words(const struct fp__csv *csv)
{
    double value;

    for (size_t i = 0; i < csv->count; i++) {
        if (fp__cell_read(csv->cells[i].text, csv->cells[i].length, &value) != FP__CELL_TEXT) {
            return false;
        }
    }
    return true;
}

/* Names from the comment above, if it has as many words. */
static bool
take_comment(struct load *load)
{
    struct fp__table_data *data = load->data;
    enum fp__csv_fault fault;
    struct fp__csv csv;
    bool fine = true;

    if (!load->comment) {
        return true;
    }
    fp__csv_begin(&csv, load->comment, load->comment_length, data->delimiter,
                  &load->source->limits);
    fault = fp__csv_next(&csv);
    if (!fault && csv.count == data->columns && are_words(&csv)) {
        fine = copy_names(data, csv.cells);
    }
    fp__csv_finish(&csv);
    return fine && fault != FP__CSV_NO_MEMORY;
}

/* What is no header stands before what was taken from the other lines. */
static void
merge_head(struct fp__column *column)
{
    struct fp__column rest = *column;

    column->kind = FP__CELL_EMPTY;
    column->odd.line = column->clash.line = 0;
    merge(column, &column->head);
    column->odd = column->odd.line > 0 ? column->odd : rest.odd;
    if (column->kind == FP__CELL_EMPTY || column->kind == rest.kind) {
        column->clash = column->clash.line > 0 ? column->clash : rest.clash;
        column->kind = rest.kind;
    } else if (rest.kind != FP__CELL_EMPTY) {
        rest.clash = rest.clash.line > 0 ? rest.clash : rest.odd.line > 0 ? rest.odd : column->head;
        column->clash = column->clash.line > 0 ? column->clash : rest.clash;
        column->kind = FP__CELL_TEXT;
    }
}

static enum fp_status
find_names(struct load *load)
{
    struct fp__table_data *data = load->data;
    bool fine;

    data->first = has_header(data);
    data->rows -= data->first;
    if (data->first) {
        fine = copy_names(data, NULL);
    } else {
        for (size_t i = 0; i < data->columns; i++) {
            merge_head(&data->column[i]);
        }
        fine = take_comment(load);
    }
    return fine ? FP_OK : fp__fail_memory(load->source->ctx, "a table");
}

enum fp_status
fp__table_load(struct fp__source *source, struct fp__table_data *data)
{
    struct load load = {.source = source, .data = data};
    enum fp_status status = fp__slurp(source, &data->text, &data->size);

    if (status == FP_OK) {
        data->delimiter = fp__csv_find_delimiter(data->text, data->size, &source->limits);
        status = count_records(&load);
    }
    if (status == FP_OK) {
        status = make_room(&load);
    }
    if (status == FP_OK) {
        status = take_records(&load);
    }
    if (status == FP_OK) {
        status = find_names(&load);
    }
    fp__csv_finish(&load.csv);
    return status;
}

/* --- Texts ------------------------------------------------------------------------------------ */

static bool
make_room_for_texts(struct fp__table_data *data)
{
    for (size_t i = 0; i < data->columns; i++) {
        struct fp__column *column = &data->column[i];

        if (column->kind == FP__CELL_TEXT) {
            column->texts = fp_alloc_array(data->rows, sizeof *column->texts);
            if (!column->texts) {
                return false;
            }
        }
    }
    return true;
}

/* A cell is followed by a byte that is no longer needed: a delimiter, a quote, an end. */
static void
end_texts(struct load *load, size_t row)
{
    struct fp__table_data *data = load->data;

    for (size_t i = 0; i < data->columns; i++) {
        struct fp__cell *cell = &load->csv.cells[i];

        if (data->column[i].texts) {
            cell->text[fp__cell_unquote(cell)] = '\0';
            data->column[i].texts[row] = cell->text;
        }
    }
}

enum fp_status
fp__table_take_texts(struct fp__source *source, struct fp__table_data *data)
{
    struct load load = {.source = source, .data = data};
    enum fp_status status = FP_OK;

    if (!make_room_for_texts(data)) {
        return fp__fail_memory(source->ctx, "a table");
    }
    rewind_records(&load);
    for (size_t row = 0; status == FP_OK && row < data->first + data->rows; row++) {
        status = next_record(&load);
        if (status == FP_OK && row >= data->first) {
            end_texts(&load, row - data->first);
        }
    }
    fp__csv_finish(&load.csv);
    return status;
}
