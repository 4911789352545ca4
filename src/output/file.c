/* SPDX-License-Identifier: MIT */
/* file.c: whole files of any kind, for programs that write reports beside pictures. */
#include "core/file.h"

#include "core/replace.h"
#include "core/status.h"
#include "flatplot/output.h"

enum fp_status
fp_file_write(struct fp_context *ctx, const char *path, const void *bytes, size_t n)
{
    return fp__file_replace(ctx, path, bytes, n);
}

static enum fp_status
read_open(struct fp_context *ctx, const char *path, const struct fp__file *file, size_t limit,
          char **bytes, size_t *n)
{
    enum fp_status status;
    char *text;

    if (!file->regular)
        return fp__fail(ctx, FP_ERR_INPUT,
                        "%s: not a regular file" FP__HINT "save it to a file first", path);
    if (file->size > limit)
        return fp__fail(ctx, FP_ERR_INPUT, "%s: more than %zu bytes", path, limit);
    text = fp_alloc((size_t)file->size + 1);
    if (!text)
        return fp__fail_memory(ctx, path);
    status = fp__file_read_at(ctx, file, path, text, (size_t)file->size, 0, n);
    if (status == FP_OK)
        *bytes = text;
    else
        fp_free(text);
    return status;
}

enum fp_status
fp_file_read_all(struct fp_context *ctx, const char *path, size_t limit, char **bytes, size_t *n)
{
    struct fp__file file;
    size_t got;
    enum fp_status status = fp__file_open(ctx, path, &file);

    if (status != FP_OK)
        return status;
    status = read_open(ctx, path, &file, limit, bytes, &got);
    fp__file_close(&file);
    if (status == FP_OK)
        *n = got;
    return status;
}

void
fp_file_sweep(struct fp_context *ctx, const char *path)
{
    fp__replace_sweep(ctx, path);
}
