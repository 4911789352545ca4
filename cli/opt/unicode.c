/* SPDX-License-Identifier: MIT */
/* unicode.c: any bytes, as file names are, made into text. */
#include "cli/opt/unicode.h"

#include <stdbool.h>
#include <string.h>

void
fp__append_utf8(struct fp_text *out, const char *bytes, size_t n)
{
    size_t i = 0;
    while (i < n) {
        size_t length = 1;
        while (length < 4 && i + length < n && !fp_utf8_valid(bytes + i, length))
            length++;
        if (fp_utf8_valid(bytes + i, length)) {
            fp_text_append_bytes(out, bytes + i, length);
            i += length;
        } else {
            fp_text_append(out, "\xef\xbf\xbd"); /* U+FFFD */
            i++;
        }
    }
}

/* Also those that UTF-8 writes as 0xc2 0x80 … 0x9f. */
static bool
is_control(const unsigned char *c, size_t *length)
{
    *length = *c == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0 ? 2 : 1;
    return *length == 2 || *c < 0x20 || *c == 0x7f;
}

static void
append_visible(struct fp_text *out, const char *text)
{
    size_t length;
    for (const char *c = text; *c; c += length) {
        bool control = is_control((const unsigned char *)c, &length);
        fp_text_append_bytes(out, control ? " " : c, control ? 1 : length);
    }
}

void
fp__append_line(struct fp_text *out, const char *text, size_t most)
{
    static const char dots[] = "…";
    struct fp_text valid = {0}, line = {0};
    fp__append_utf8(&valid, text, strlen(text));
    append_visible(&line, fp_text_string(&valid));
    size_t shown = line.length;
    if (shown > most) {
        shown = most - (sizeof dots - 1);
        while (shown > 0 && ((unsigned char)line.bytes[shown] & 0xc0) == 0x80)
            shown--; /* not within a character */
    }
    fp_text_append_bytes(out, fp_text_string(&line), shown);
    fp_text_append(out, shown < line.length ? dots : "");
    out->failed |= valid.failed || line.failed;
    fp_text_finish(&valid);
    fp_text_finish(&line);
}

size_t
fp__text_columns(const char *text, size_t n)
{
    size_t columns = 0;
    for (size_t i = 0; i < n; i++)
        columns += ((unsigned char)text[i] & 0xc0) != 0x80;
    return columns;
}
