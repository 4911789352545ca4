/* SPDX-License-Identifier: MIT */
/* csv.c: a text file as a picture: a table all of whose columns are numbers, (lines, columns). */
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/foreign.h"
#include "data/table_data.h"

/* No control characters but white space. Bytes above 127 may be letters in any encoding, but in a
 * text they are not most of it. */
static bool
csv_sniff(const unsigned char *head, size_t n)
{
    size_t plain = 0;

    if (fp__foreign_known(head, n)) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if ((head[i] < 0x20 && !(head[i] >= '\t' && head[i] <= '\r')) || head[i] == 0x7f) {
            return false;
        }
        plain += head[i] < 0x80;
    }
    return plain >= n / 4;
}

/* The first cell in the order of the file that is no number. */
static enum fp_status
check_numbers(const struct fp__source *source, const struct fp__table_data *data)
{
    const struct fp__column *first = NULL;

    for (size_t i = 0; i < data->columns; i++) {
        const struct fp__column *column = &data->column[i];

        if (column->odd.line > 0 && (!first || column->odd.line < first->odd.line)) {
            first = column;
        }
    }
    if (!first && data->rows == 0) {
        return fp__table_fail_odd(source->ctx, source->path, data, 0, &data->column[0].head);
    }
    return first ? fp__table_fail_odd(source->ctx, source->path, data,
                                      (size_t)(first - data->column), &first->odd)
                 : FP_OK;
}

static enum fp_status
csv_open(struct fp__source *source)
{
    struct fp__table_data *data = source->state = fp_alloc(sizeof *data);
    enum fp_status status;

    if (!data) {
        return fp__fail_memory(source->ctx, "a table");
    }
    status = fp__table_load(source, data);
    if (status < 0 || source->table) {
        return status;
    }
    status = check_numbers(source, data);
    if (status < 0) {
        return status;
    }
    source->layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){data->rows, data->columns});
    source->value_bytes = data->rows * data->columns * sizeof(double);
    fp_free(data->text);
    data->text = NULL;
    data->size = 0;
    source->held = fp__table_bytes(data);
    return FP_OK;
}

static enum fp_status
csv_read(struct fp__source *source, void *bytes, size_t n, uint64_t offset, size_t *got)
{
    const struct fp__table_data *data = source->state;

    memcpy(bytes, (const unsigned char *)fp__table_values(data) + offset, n);
    *got = n;
    return FP_OK;
}

static void
csv_close(struct fp__source *source)
{
    if (source->state) {
        fp__table_finish(source->state);
    }
    fp_free(source->state);
    source->state = NULL;
}

const struct fp__reader fp__reader_csv = {
    .name = "csv",
    .sniff = csv_sniff,
    .open = csv_open,
    .read = csv_read,
    .close = csv_close,
};
