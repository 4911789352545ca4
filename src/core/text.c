/* SPDX-License-Identifier: MIT */
/* text.c: the growing string. */
#include "flatplot/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/alloc.h"

void
fp_text_finish(struct fp_text *text)
{
    fp_free(text->bytes);
    *text = (struct fp_text){0};
}

void
fp_text_clear(struct fp_text *text)
{
    text->length = 0;
    text->failed = false;
    if (text->bytes)
        text->bytes[0] = '\0';
}

/* Makes room for n bytes more and a NUL. */
static bool
make_room(struct fp_text *text, size_t n)
{
    void *bytes = text->bytes;
    size_t wanted;

    if (text->failed || __builtin_add_overflow(text->length, n, &wanted) || wanted == SIZE_MAX ||
        !fp__grow(&bytes, &text->room, wanted + 1, 1)) {
        text->failed = true;
        return false;
    }
    text->bytes = bytes;
    return true;
}

void
fp_text_append_bytes(struct fp_text *text, const void *bytes, size_t n)
{
    if (!make_room(text, n))
        return;
    if (n)
        memcpy(text->bytes + text->length, bytes, n);
    text->length += n;
    text->bytes[text->length] = '\0';
}

void
fp_text_append(struct fp_text *text, const char *string)
{
    fp_text_append_bytes(text, string, strlen(string));
}

void
fp_text_append_format(struct fp_text *text, const char *format, ...)
{
    va_list args, again;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    if (n < 0) {
        text->failed = true;
    } else if (make_room(text, (size_t)n)) {
        vsnprintf(text->bytes + text->length, (size_t)n + 1, format, again);
        text->length += (size_t)n;
    }
    va_end(again);
    va_end(args);
}

const char *
fp_text_string(const struct fp_text *text)
{
    return text->bytes ? text->bytes : "";
}
