/* SPDX-License-Identifier: MIT */
/* unicode.c: any bytes, as file names are, made into text. */
#include "cli/opt/unicode.h"

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
