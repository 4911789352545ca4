/* SPDX-License-Identifier: MIT */
/* raw.c: values without a header, of which somebody else knows how they lie. */
#include "data/raw.h"

#include <stdio.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "data/dtype.h"
#include "data/frames.h"
#include "data/layout.h"
#include "data/reader.h"

/* --- The description -------------------------------------------------------------------------- */

static enum fp_status
wrong(struct fp_context *ctx, const char *text, const char *why)
{
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "the layout of raw values '%s': %s" FP__HINT
                    "SIZES:TYPE+OFFSET as in 63,128,128:i2be or 480x640:f4 or 256,256:<u2+16; "
                    "types are i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8 b1",
                    text, why);
}

/* Digits; false when there is none or the number does not fit. */
static bool
take_number(const char **at, uint64_t *number)
{
    const char *begin = *at;

    *number = 0;
    for (; **at >= '0' && **at <= '9'; ++*at) {
        unsigned digit = (unsigned)(**at - '0');

        if (*number > (UINT64_MAX - digit) / 10) {
            return false;
        }
        *number = *number * 10 + digit;
    }
    return *at > begin;
}

/* NULL when all is well. */
static const char *
take_sizes(const char **at, struct fp_layout *layout)
{
    for (;; ++*at) {
        uint64_t size;

        if (layout->ndim == FP_MAX_NDIM) {
            return "there are too many sizes";
        }
        if (!take_number(at, &size) || size > SIZE_MAX) {
            return "a size is no whole number";
        }
        if (size == 0) {
            return "a size is 0";
        }
        layout->shape[layout->ndim++] = (size_t)size;
        if (**at != ',' && **at != 'x') {
            return NULL;
        }
    }
}

/* 'l' or 'b' before or behind the type, 0 when it is not said; true when nothing is said twice. */
static bool
take_order(const char **at, char *order)
{
    if (**at == '<' || **at == '>') {
        *order = **at == '<' ? 'l' : 'b';
        ++*at;
    } else if (**at == '=' || **at == '|') {
        ++*at;
    } else if ((**at == 'l' || **at == 'b') && (*at)[1] == 'e') {
        bool first = *order == 0;

        *order = **at;
        *at += 2;
        return first;
    }
    return true;
}

static const char *
take_type(const char **at, struct fp_layout *layout)
{
    static const char unknown[] = "there is no such type";
    char order = 0;
    uint64_t size;
    char kind;

    take_order(at, &order);
    kind = **at;
    if (kind == '\0') {
        return unknown;
    }
    ++*at;
    if (!take_number(at, &size) || size > 8 ||
        !fp__dtype_find(kind, (size_t)size, &layout->dtype)) {
        return unknown;
    }
    if (!strchr("<>=|", **at) && !take_order(at, &order)) {
        return "the byte order is said twice";
    }
    layout->swapped = size > 1 && order != 0 && (order == 'b') != FP__BIG_ENDIAN;
    return NULL;
}

static const char *
take_offset(const char **at, uint64_t *offset)
{
    if (**at == '+') {
        ++*at;
        if (!take_number(at, offset) || *offset > INT64_MAX) {
            return "the offset is no whole number";
        }
    }
    return **at == '\0' ? NULL : "something follows the type";
}

enum fp_status
fp__raw_parse(struct fp_context *ctx, const char *text, struct fp__raw *raw)
{
    struct fp__raw found = {0};
    const char *at = text;
    const char *why = take_sizes(&at, &found.layout);

    if (!why && *at++ != ':') {
        why = "the type is missing";
    }
    why = why ? why : take_type(&at, &found.layout);
    why = why ? why : take_offset(&at, &found.offset);
    if (!why) {
        found.bytes = fp_layout_pack(&found.layout, false);
        why = found.bytes == SIZE_MAX ? "it is larger than any memory" : NULL;
    }
    if (why) {
        return wrong(ctx, text, why);
    }
    *raw = found;
    return FP_OK;
}

/* --- The reader ------------------------------------------------------------------------------- */

struct raw_state {
    uint64_t begin;
};

static enum fp_status
wrong_size(const struct fp__source *source, const struct fp__raw *raw)
{
    char shape[FP__SHAPE_ROOM];
    char skipped[64] = "";

    fp__shape_format(raw->layout.ndim, raw->layout.shape, shape);
    if (raw->offset > 0) {
        snprintf(skipped, sizeof skipped, " after the first %llu", (unsigned long long)raw->offset);
    }
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: has %llu bytes%s, which is no multiple of the %zu that %s of %s "
                    "takes" FP__HINT "check the sizes and the type; +OFFSET skips a header",
                    source->path, (unsigned long long)fp__bytes_left(source->bytes, raw->offset),
                    skipped, raw->bytes, shape, fp_dtype_name(raw->layout.dtype));
}

/* Whether the first axis counts frames; a last one of length 1 does not make an axis more. */
static bool
is_stack(const struct fp_layout *layout, const struct fp_frames_info *info)
{
    int ndim = layout->ndim;

    ndim -= ndim >= 3 && layout->shape[ndim - 1] == 1;
    return info->count > 1 || (info->count == 1 && ndim > info->frame.ndim);
}

/* The description of one picture that is there several times becomes a stack of them; that of a
 * stack, a longer one. */
static enum fp_status
repeat(struct fp__source *source, const struct fp__raw *raw)
{
    uint64_t left = fp__bytes_left(source->bytes, raw->offset);
    struct fp_layout *layout = &source->layout;
    size_t times = (size_t)(left / raw->bytes);
    struct fp_frames_info info = {0};
    struct fp__cut cut;

    if (left == 0 || left % raw->bytes != 0 || left > SIZE_MAX) {
        return wrong_size(source, raw);
    }
    fp__frames_describe(source, source->options, &info, &cut);
    if (times > 1 && is_stack(layout, &info)) {
        layout->shape[0] *= times;
    } else if (times > 1 && layout->ndim < FP_MAX_NDIM) {
        memmove(layout->shape + 1, layout->shape, (size_t)layout->ndim * sizeof *layout->shape);
        layout->shape[0] = times;
        layout->ndim++;
    } else if (times > 1) {
        return wrong_size(source, raw);
    }
    source->value_bytes = fp_layout_pack(layout, false);
    return FP_OK;
}

static enum fp_status
raw_open(struct fp__source *source)
{
    struct raw_state *state;
    struct fp__raw raw;
    enum fp_status status = fp__raw_parse(source->ctx, source->options->raw, &raw);

    if (status < 0) {
        return status;
    }
    source->layout = raw.layout;
    source->value_bytes = raw.bytes;
    source->endless = fp__bytes_once(source->bytes);
    if (!source->endless) {
        status = fp__bytes_measure(source->bytes);
        status = status < 0 ? status : repeat(source, &raw);
    }
    if (status < 0) {
        return status;
    }
    source->state = state = fp_alloc(sizeof *state);
    if (!state) {
        return fp__fail_memory(source->ctx, "raw values");
    }
    state->begin = raw.offset;
    return FP_OK;
}

static enum fp_status
raw_read(struct fp__source *source, void *bytes, size_t n, uint64_t offset, size_t *got)
{
    const struct raw_state *state = source->state;

    return fp__bytes_read(source->bytes, bytes, n, state->begin + offset, got);
}

static void
raw_close(struct fp__source *source)
{
    fp_free(source->state);
    source->state = NULL;
}

/* Without a sniff: never recognised, only told. */
const struct fp__reader fp__reader_raw = {
    .name = "raw",
    .open = raw_open,
    .read = raw_read,
    .close = raw_close,
};
