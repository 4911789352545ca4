/* SPDX-License-Identifier: MIT */
/* status.c: errors are raised here and nowhere else, so one breakpoint sees them all. */
#include "core/status.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/context.h"
#include "flatplot/text.h"

#define LINE_ROOM (3 * 4096) /* two of the longest paths and the words around them */
#define FORMAT_ROOM 512

static size_t
print(char line[LINE_ROOM], const char *format, va_list args)
{
    int n = vsnprintf(line, LINE_ROOM, format, args);

    return n < 0 ? 0 : n < LINE_ROOM ? (size_t)n : LINE_ROOM - 1;
}

/* The length of the character at p (n > 0 bytes are there), or 0 for what a terminal must not see:
 * control characters (the C1 ones begin with 0xc2) and bytes that are no UTF-8. */
static size_t
plain_character(const char *p, size_t n)
{
    const unsigned char *c = (const unsigned char *)p;

    if (c[0] < 0x20 || c[0] == 0x7f || (c[0] == 0xc2 && n > 1 && c[1] < 0xa0))
        return 0;
    for (size_t k = 1; k <= 4 && k <= n; k++)
        if (fp_utf8_valid(p, k))
            return k;
    return 0;
}

static void
make_plain(char *line, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t k = plain_character(line + i, n - i);

        if (k == 0)
            line[i++] = '?';
        i += k;
    }
}

static bool
inside_character(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* Copies n bytes of plain text. What does not fit is left out in the middle: the beginning says
 * what it is about and the end says why. */
static void
copy_shortened(char *out, size_t room, const char *text, size_t n)
{
    static const char gap[] = "…";
    size_t head = (room - sizeof gap) / 2;
    size_t tail = n - head;

    if (n < room) {
        memcpy(out, text, n);
        out[n] = '\0';
        return;
    }
    while (inside_character(text[head]))
        head--;
    while (inside_character(text[tail]))
        tail++;
    snprintf(out, room, "%.*s%s%.*s", (int)head, text, gap, (int)(n - tail), text + tail);
}

/* The format's part before the mark is printed first, for its length: the mark itself may also be a
 * character of a file's name. */
enum fp_status
fp__fail(struct fp_context *ctx, enum fp_status status, const char *format, ...)
{
    char line[LINE_ROOM];
    char front[FORMAT_ROOM];
    size_t message, hint, all;
    va_list args;

    ctx = fp__context(ctx);
    if (!ctx)
        return status;
    assert(strlen(format) < sizeof front);
    snprintf(front, sizeof front, "%.*s", (int)strcspn(format, FP__HINT), format);
    va_start(args, format);
    message = print(line, front, args);
    va_end(args);
    va_start(args, format);
    all = print(line, format, args);
    va_end(args);
    hint = message < all ? message + 1 : all;
    make_plain(line, all);
    ctx->status = status;
    copy_shortened(ctx->message, sizeof ctx->message, line, message);
    copy_shortened(ctx->hint, sizeof ctx->hint, line + hint, all - hint);
    return status;
}

enum fp_status
fp__fail_memory(struct fp_context *ctx, const char *what)
{
    return fp__fail(ctx, FP_ERR_MEMORY,
                    "out of memory for %s" FP__HINT
                    "use a smaller picture or close what is no longer needed",
                    what);
}

enum fp_status
fp__fail_closed(struct fp_context *ctx, const char *what)
{
    return fp__fail(ctx, FP_ERR_CLOSED,
                    "the %s was closed" FP__HINT "make a new one; a closed one stays closed", what);
}

bool
fp__is_heard(struct fp_context *ctx, enum fp_warning kind)
{
    ctx = fp__context(ctx);
    return ctx && ctx->warning_fn && !ctx->warned[kind];
}

void
fp__warn(struct fp_context *ctx, enum fp_warning kind, const char *format, ...)
{
    char line[LINE_ROOM];
    char message[sizeof ctx->message];
    size_t n;
    va_list args;

    ctx = fp__context(ctx);
    if (!fp__is_heard(ctx, kind))
        return;
    ctx->warned[kind] = true;
    va_start(args, format);
    n = print(line, format, args);
    va_end(args);
    make_plain(line, n);
    copy_shortened(message, sizeof message, line, n);
    ctx->warning_fn(ctx->warning_data, kind, message);
}
