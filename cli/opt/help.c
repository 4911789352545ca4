/* SPDX-License-Identifier: MIT */
/* help.c: two columns in 80. */
#include "cli/opt/help.h"

#include <string.h>

#include "cli/opt/unicode.h"

enum { RIGHT_COLUMN = 30, WIDTH = 79 };

static void
append_spaces(struct fp_text *out, size_t n)
{
    while (n-- > 0)
        fp_text_append(out, " ");
}

static void
append_wrapped(struct fp_text *out, const char *text)
{
    size_t column = RIGHT_COLUMN;
    while (*text) {
        size_t word = strcspn(text, " ");
        size_t width = fp__text_columns(text, word);
        if (column > RIGHT_COLUMN && column + 1 + width > WIDTH) {
            fp_text_append(out, "\n");
            append_spaces(out, RIGHT_COLUMN);
            column = RIGHT_COLUMN;
        } else if (column > RIGHT_COLUMN) {
            fp_text_append(out, " ");
            column++;
        }
        fp_text_append_bytes(out, text, word);
        column += width;
        text += word + (text[word] == ' ');
    }
    fp_text_append(out, "\n");
}

void
fp__help_entry(struct fp_text *out, const char *left, const char *right)
{
    size_t width = fp__text_columns(left, strlen(left)) + 2;
    fp_text_append(out, "  ");
    fp_text_append(out, left);
    if (width + 2 > RIGHT_COLUMN) {
        fp_text_append(out, "\n");
        width = 0;
    }
    append_spaces(out, RIGHT_COLUMN - width);
    append_wrapped(out, right);
}

static void
append_row(struct fp_text *out, const struct fp__option *row)
{
    struct fp_text left = {0};
    if (row->letter) {
        fp_text_append_format(&left, "-%c, ", row->letter);
    } else {
        fp_text_append(&left, "    ");
    }
    fp_text_append_format(&left, "--%s", row->name);
    if (row->argument)
        fp_text_append_format(&left, row->optional ? "[=%s]" : " %s", row->argument);
    fp__help_entry(out, fp_text_string(&left), row->help);
    out->failed |= left.failed;
    fp_text_finish(&left);
}

void
fp__help_options(struct fp_text *out, const struct fp__option_table *table, bool all)
{
    for (size_t i = 0; i < table->count; i++) {
        if (all || table->rows[i].brief)
            append_row(out, &table->rows[i]);
    }
}
