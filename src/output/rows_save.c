/* SPDX-License-Identifier: MIT */
/* rows_save.c: pictures that come row by row, by any format, into a sink or a file. */
#include "core/context.h"
#include "core/replace.h"
#include "output/format.h"

static enum fp_status
find_format(struct fp_context *ctx, const struct fp_rows *rows, const struct fp__format **format)
{
    *format = &fp__format_png;
    return rows->format ? fp__format_find(ctx, rows->format, format) : FP_OK;
}

enum fp_status
fp_rows_write(struct fp_context *ctx, const struct fp_rows *rows, fp_sink_fn sink, void *data)
{
    const struct fp__format *format;
    enum fp_status status;

    ctx = fp__context(ctx);
    status = find_format(ctx, rows, &format);
    return status == FP_OK ? format->write_rows(ctx, rows, sink, data) : status;
}

static enum fp_status
file_sink(void *data, const void *bytes, size_t n)
{
    return fp__replace_write(data, bytes, n);
}

enum fp_status
fp_rows_save(struct fp_context *ctx, const struct fp_rows *rows, const char *path)
{
    const struct fp__format *format;
    struct fp__replace *file;
    enum fp_status status;

    ctx = fp__context(ctx);
    status = find_format(ctx, rows, &format);
    if (status == FP_OK)
        status = fp__replace_begin(ctx, path, &file);
    if (status != FP_OK)
        return status;
    status = format->write_rows(ctx, rows, file_sink, file);
    if (status == FP_OK)
        return fp__replace_commit(file);
    fp__replace_abandon(file);
    return status;
}
