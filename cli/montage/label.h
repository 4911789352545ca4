/* SPDX-License-Identifier: MIT */
/* label.h: the line of text under a cell. */
#ifndef CLI_MONTAGE_LABEL_H
#define CLI_MONTAGE_LABEL_H

#include "flatplot/text.h"

/* Appends the text on one line that is at most `room` pixels wide in a font of `size` pixels:
 * control characters become spaces, and of a longer one the middle gives way to "…", for the ends
 * tell names and numbers apart. Nothing is appended when not even that has room. Returns 0 or an
 * exit code after saying what is wrong. */
int fp__label_fit(struct fp_context *ctx, const char *text, double size, double room,
                  struct fp_text *out);

#endif
