/* SPDX-License-Identifier: MIT */
/* json.c: strings and numbers of JSON. */
#include "cli/opt/json.h"

#include <math.h>
#include <string.h>

#include "cli/opt/unicode.h"

void
fp__json_string(struct fp_text *out, const char *text)
{
    struct fp_text valid = {0};
    fp__append_utf8(&valid, text, strlen(text));
    fp_text_append(out, "\"");
    for (const char *c = fp_text_string(&valid); *c; c++) {
        if (*c == '"' || *c == '\\') {
            fp_text_append_format(out, "\\%c", *c);
        } else if ((unsigned char)*c < 0x20 || *c == 0x7f) {
            fp_text_append_format(out, "\\u%04x", *c);
        } else {
            fp_text_append_bytes(out, c, 1);
        }
    }
    fp_text_append(out, "\"");
    out->failed |= valid.failed;
    fp_text_finish(&valid);
}

void
fp__json_number(struct fp_text *out, double value)
{
    if (isfinite(value)) {
        fp_text_append_number(out, value);
    } else {
        fp_text_append(out, "null");
    }
}
