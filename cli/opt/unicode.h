/* SPDX-License-Identifier: MIT */
/* unicode.h: any bytes, as file names are, made into text. */
#ifndef CLI_OPT_UNICODE_H
#define CLI_OPT_UNICODE_H

#include "flatplot/text.h"

/* Appends the n bytes with everything that is not UTF-8 replaced by U+FFFD. */
void fp__append_utf8(struct fp_text *out, const char *bytes, size_t n);

/* How many columns n bytes of text take in a terminal: one for each character, which is right for
 * all that the tool says by itself. */
size_t fp__text_columns(const char *text, size_t n);

/* Appends it as fp__append_utf8 does, as one line of plain text, which no terminal takes for a
 * command: spaces in place of control characters, and at most `most` bytes with "…" in place of the
 * characters that are too many. */
void fp__append_line(struct fp_text *out, const char *text, size_t most);

#endif
