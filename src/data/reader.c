/* SPDX-License-Identifier: MIT */
/* reader.c: the table of input formats, and a file opened by the one that knows it. */
#include "data/reader.h"

#include <stdio.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/archive.h"
#include "data/foreign.h"
#include "data/unpack.h"
#include "data/zip.h"

static const struct fp__reader *const readers[] = {
    &fp__reader_npy, &fp__reader_png, &fp__reader_pnm,
    &fp__reader_pfm, &fp__reader_csv, /* the last, for many a format begins with letters */
};

enum { READERS = sizeof readers / sizeof readers[0] };

static const struct fp__reader *
find_reader(const unsigned char *head, size_t n)
{
    for (size_t i = 0; i < READERS; i++) {
        if (readers[i]->sniff(head, n)) {
            return readers[i];
        }
    }
    return NULL;
}

static enum fp_status
fail_empty(const struct fp__source *source)
{
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: is empty" FP__HINT "did the program that writes it finish?", source->path);
}

static enum fp_status
recognise(struct fp__source *source)
{
    unsigned char head[FP__HEAD_SIZE];
    enum fp_status status;
    size_t n;

    if (source->options->raw) {
        source->reader = &fp__reader_raw;
        return FP_OK;
    }
    status = fp__bytes_read_some(source->bytes, head, FP__HEAD_LEAST, sizeof head, 0, &n);
    if (status < 0) {
        return status;
    }
    if (n == 0) {
        return fail_empty(source);
    }
    source->reader = find_reader(head, n);
    return source->reader ? FP_OK : fp__foreign_fail(source->ctx, source->path, head, n);
}

enum fp_status
fp__source_begin(struct fp__source *source, const struct fp_frames_options *options)
{
    enum fp_status status;

    source->options = options;
    status = recognise(source);
    if (status == FP_OK) {
        status = source->reader->open(source);
    }
    if (status < 0) {
        fp__source_end(source);
    }
    return status;
}

void
fp__source_end(struct fp__source *source)
{
    if (source->reader) {
        source->reader->close(source);
        source->reader = NULL;
    }
    source->held = 0;
    source->frame_axes = 0;
}

/* --- Layers ----------------------------------------------------------------------------------- */

/* Of values without a header a whole frame may be a byte, and no more must be waited for. */
static enum fp_status
look_at_head(struct fp__source *source, unsigned char *head, size_t *n)
{
    enum fp_status status =
        fp__bytes_read_some(source->bytes, head, source->options->raw ? 1 : 4, 4, 0, n);

    if (status == FP_OK && *n > 0 && *n < 4 && head[0] == 0x1f) {
        status = fp__bytes_read(source->bytes, head, 4, 0, n);
    }
    return status;
}

/* An archive within gzip is one, too; raw values are whatever they look like. */
static enum fp_status
unpack(struct fp__source *source, bool *archive)
{
    unsigned char head[4];
    size_t n = 0;
    enum fp_status status = look_at_head(source, head, &n);

    if (status == FP_OK && fp__gzip_sniff(head, n)) {
        status = fp__bytes_gunzip(&source->bytes, &source->limits);
        status = status < 0 ? status : look_at_head(source, head, &n);
    }
    *archive = status == FP_OK && !source->options->raw && fp__zip_sniff(head, n);
    return status;
}

static enum fp_status
choose_member(struct fp__source *source, bool archive)
{
    if (archive) {
        return fp__archive_enter(source);
    }
    if (source->member) {
        return fp__fail(source->ctx, FP_ERR_INPUT,
                        "%s: is not an archive and has no member %s" FP__HINT "leave :%s away",
                        source->file, source->member, source->member);
    }
    return FP_OK;
}

/* --- Names ------------------------------------------------------------------------------------ */

/* Where the colon before the member is: the last one that stands behind the name of a file. NULL
 * when there is none, or when the whole is the name of a file. */
static const char *
find_colon(const char *path, char *room)
{
    size_t n = strlen(path);

    if (strcmp(path, "-") == 0 || fp__file_exists(path)) {
        return NULL;
    }
    strcpy(room, path);
    while (n-- > 1) {
        if (path[n] == ':') {
            room[n] = '\0';
            if (fp__file_exists(room)) {
                return path + n;
            }
        }
    }
    return NULL;
}

static char *
copy(const char *text)
{
    char *own = fp_alloc(strlen(text) + 1);

    return own ? strcpy(own, text) : NULL;
}

static enum fp_status
split_path(struct fp__source *source, const char *path, const char *member)
{
    const char *colon;

    source->file = copy(path);
    source->path = copy(path);
    if (!source->file || !source->path) {
        return fp__fail_memory(source->ctx, "the name of a file");
    }
    colon = member ? NULL : find_colon(path, source->file);
    member = colon ? colon + 1 : member;
    strcpy(source->file, path);
    if (colon) {
        source->file[colon - path] = '\0';
    }
    return member ? fp__source_name(source, member) : FP_OK;
}

enum fp_status
fp__source_name(struct fp__source *source, const char *member)
{
    char *name = fp_alloc(strlen(source->file) + strlen(member) + 2);
    char *own = copy(member);

    if (!name || !own) {
        fp_free(name);
        fp_free(own);
        return fp__fail_memory(source->ctx, "the name of a member");
    }
    sprintf(name, "%s:%s", source->file, member);
    fp_free(source->path);
    fp_free(source->member);
    source->path = name;
    source->member = own;
    return FP_OK;
}

static enum fp_status
open_layers(struct fp__source *source, const char *path, const struct fp_frames_options *options,
            bool *archive)
{
    enum fp_status status;

    source->options = options;
    source->limits = options->limits;
    status = split_path(source, path, options->member);
    if (status == FP_OK) {
        status = fp__bytes_open(source->ctx, source->file, options->stop, options->stop_data,
                                &source->bytes);
    }
    return status == FP_OK ? unpack(source, archive) : status;
}

enum fp_status
fp__source_open(struct fp_context *ctx, const char *path, const struct fp_frames_options *options,
                struct fp__source *source)
{
    enum fp_status status;
    bool archive = false;

    source->ctx = ctx;
    status = open_layers(source, path, options, &archive);
    status = status < 0 ? status : choose_member(source, archive);
    status = status < 0 ? status : fp__source_begin(source, options);
    source->options = NULL;
    if (status < 0) {
        fp__source_close(source);
    }
    return status;
}

enum fp_status
fp_frames_members(struct fp_context *ctx, const char *path, const struct fp_frames_options *options,
                  fp_member_fn each, void *data)
{
    struct fp__source source = {.ctx = ctx};
    enum fp_status status = FP_OK;
    bool archive = false;

    if (!fp__file_is_stream(path)) {
        status = open_layers(&source, path, options, &archive);
    }
    if (status == FP_OK && archive && !source.member) {
        status = fp__archive_list(&source, each, data);
    } else if (status == FP_OK) {
        each(data, NULL);
    }
    fp__source_close(&source);
    return status;
}

bool
fp_frames_is_stream(const char *path)
{
    return fp__file_is_stream(path);
}

size_t
fp__source_size(const struct fp__source *source)
{
    return source->held + strlen(source->path) + strlen(source->file) + 2 +
           (source->member ? strlen(source->member) + 1 : 0) + fp__bytes_memory(source->bytes);
}

void
fp__source_close(struct fp__source *source)
{
    fp__source_end(source);
    fp__bytes_close(source->bytes);
    fp_free(source->path);
    fp_free(source->file);
    fp_free(source->member);
    memset(source, 0, sizeof *source);
}

enum fp_status
fp__source_follow(struct fp__source *source, const struct fp_frames_options *options, bool *more)
{
    const struct fp__reader *reader = source->reader;
    unsigned char byte;
    size_t n = 0;
    enum fp_status status;

    *more = false;
    if (source->end == 0) {
        return FP_OK;
    }
    status = fp__bytes_read(source->bytes, &byte, 1, source->end, &n);
    if (status == FP_OK && n > 0) {
        fp__bytes_begin_at(source->bytes, source->end);
        fp__source_end(source);
        source->end = 0;
        status = fp__source_begin(source, options);
        source->options = NULL;
    }
    if (status == FP_OK && source->reader != reader) {
        status = fp__fail(source->ctx, FP_ERR_INPUT,
                          "%s: %s follows %s" FP__HINT "one stream has inputs of one format",
                          source->path, source->reader->name, reader->name);
    }
    *more = status == FP_OK && n > 0;
    return status;
}

#define ENDED "%s: ended early while reading "
#define CHANGED "; it was changed or truncated" FP__HINT "do not write to a file while it is read"

enum fp_status
fp__source_read(struct fp__source *source, void *bytes, size_t n, uint64_t offset, size_t frame)
{
    size_t got = 0;
    enum fp_status status = source->reader->read(source, bytes, n, offset, &got);

    if (status < 0 || got == n) {
        return status;
    }
    if (frame == FP__NO_FRAME) {
        return fp__fail(source->ctx, FP_ERR_INPUT, ENDED "its values" CHANGED, source->path);
    }
    if (fp__bytes_once(source->bytes)) {
        return fp__source_fail_partial(source, frame, got, n);
    }
    return fp__fail(source->ctx, FP_ERR_INPUT, ENDED "frame %zu" CHANGED, source->path, frame);
}

enum fp_status
fp__source_fail_partial(const struct fp__source *source, size_t frame, size_t got, size_t n)
{
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: ended %s frame %zu: %zu of %zu bytes came" FP__HINT
                    "did the program that writes it stop early, or is a size or type wrong?",
                    source->path, got > 0 ? "within" : "before", frame, got, n);
}

bool
fp__pixels_fit(const struct fp_limits *limits, size_t width, size_t height)
{
    size_t most = PTRDIFF_MAX / 32; /* four channels of eight bytes */

    most = limits->pixels < most ? limits->pixels : most;
    return width <= most / height;
}
