/* SPDX-License-Identifier: MIT */
/* label.c: texts made as long as their cells. */
#include "cli/montage/label.h"

#include "cli/opt/message.h"
#include "cli/opt/unicode.h"
#include "flatplot/output.h"

/* More bytes than any cell has room for are not looked at one by one. */
enum { MOST_BYTES = 4096 };

/* The bytes that the first n characters take; SIZE_MAX counts all. */
static size_t
bytes_of(const char *text, size_t n)
{
    size_t bytes = 0;
    for (; n > 0 && text[bytes]; n--) {
        bytes++;
        while (((unsigned char)text[bytes] & 0xc0) == 0x80)
            bytes++;
    }
    return bytes;
}

/* The first and the last of `count` characters with the middle left out, `kept` of them. */
static void
compose(const struct fp_text *line, size_t count, size_t kept, struct fp_text *out)
{
    const char *text = fp_text_string(line);
    fp_text_clear(out);
    fp_text_append_bytes(out, text, bytes_of(text, kept - kept / 2));
    fp_text_append(out, "…");
    fp_text_append(out, text + bytes_of(text, count - kept / 2));
}

static int
measure(struct fp_context *ctx, const struct fp_text *text, double size, double *width)
{
    if (text->failed)
        return fp__message_no_memory();
    return fp_text_width(ctx, fp_text_string(text), size, width) == FP_OK
               ? 0
               : fp__message_failure(ctx);
}

/* Halves what may be kept until the most that has room is found. */
static int
shorten(struct fp_context *ctx, const struct fp_text *line, double size, double room,
        struct fp_text *out)
{
    size_t count = fp__text_columns(fp_text_string(line), line->length);
    size_t fits = 0, beyond = count;
    double width;
    while (beyond - fits > 1) {
        size_t kept = fits + (beyond - fits) / 2;
        compose(line, count, kept, out);
        int code = measure(ctx, out, size, &width);
        if (code)
            return code;
        *(width <= room ? &fits : &beyond) = kept;
    }
    compose(line, count, fits, out);
    int code = measure(ctx, out, size, &width);
    if (!code && width > room)
        fp_text_clear(out);
    return code;
}

int
fp__label_fit(struct fp_context *ctx, const char *text, double size, double room,
              struct fp_text *out)
{
    struct fp_text line = {0};
    struct fp_text shorter = {0};
    double width;
    fp__append_line(&line, text, MOST_BYTES);
    int code = measure(ctx, &line, size, &width);
    bool fits = code || width <= room;
    code = fits ? code : shorten(ctx, &line, size, room, &shorter);
    if (!code)
        fp_text_append(out, fp_text_string(fits ? &line : &shorter));
    if (!code && out->failed)
        code = fp__message_no_memory();
    fp_text_finish(&line);
    fp_text_finish(&shorter);
    return code;
}
