/* SPDX-License-Identifier: MIT */
/* file.c: whole files of any kind, for programs that write reports beside pictures. */
#include "core/file.h"

#include <string.h>

#include "core/alloc.h"
#include "core/lines.h"
#include "core/replace.h"
#include "core/status.h"
#include "flatplot/output.h"

enum fp_status
fp_file_write(struct fp_context *ctx, const char *path, const void *bytes, size_t n)
{
    return fp__file_replace(ctx, path, bytes, n);
}

enum fp_status
fp_lines_begin(struct fp_context *ctx, const char *path, const void *line, size_t n,
               bool (*stop)(void *data), void *stop_data, struct fp_lines **lines)
{
    return fp__lines_begin(ctx, path, line, n, stop, stop_data, lines);
}

enum fp_status
fp_lines_add(struct fp_lines *lines, const void *line, size_t n)
{
    return fp__lines_add(lines, line, n);
}

bool
fp_lines_reader_left(const struct fp_lines *lines)
{
    return fp__lines_left(lines);
}

enum fp_status
fp_lines_end(struct fp_lines *lines)
{
    return fp__lines_end(lines);
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

enum { PIECE = 1 << 16 };

/* Piece after piece until the end; the block, NULL or not, is the caller's in any case. */
static enum fp_status
read_pieces(struct fp_context *ctx, const char *path, const struct fp__file *file, size_t limit,
            void **block, size_t *n)
{
    size_t room = 0, got = 1;

    for (*n = 0; got > 0; *n += got) {
        enum fp_status status;

        if (!fp__grow(block, &room, *n + PIECE + 1, 1))
            return fp__fail_memory(ctx, path);
        status = fp__file_read_next(ctx, file, path, (char *)*block + *n, PIECE, NULL, NULL, &got);
        if (status != FP_OK)
            return status;
        if (*n + got > limit)
            return fp__fail(ctx, FP_ERR_INPUT, "%s: more than %zu bytes", path, limit);
    }
    ((char *)*block)[*n] = '\0';
    return FP_OK;
}

enum fp_status
fp_file_read_stream(struct fp_context *ctx, const char *path, size_t limit, char **bytes, size_t *n)
{
    bool standard = strcmp(path, "-") == 0;
    struct fp__file file;
    void *block = NULL;
    size_t got = 0;
    enum fp_status status =
        standard ? fp__file_open_standard_input(ctx, &file) : fp__file_open(ctx, path, &file);

    if (status != FP_OK)
        return status;
    if (file.regular && !standard) {
        fp__file_close(&file);
        return fp_file_read_all(ctx, path, limit, bytes, n);
    }
    status = read_pieces(ctx, path, &file, limit, &block, &got);
    fp__file_close(&file);
    if (status != FP_OK) {
        fp_free(block);
        return status;
    }
    *bytes = block;
    *n = got;
    return FP_OK;
}

void
fp_file_sweep(struct fp_context *ctx, const char *path)
{
    fp__replace_sweep(ctx, path);
}
