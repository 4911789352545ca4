/* SPDX-License-Identifier: MIT */
/* glyphs.h: whether the fonts have every character that a job will draw. */
#ifndef CLI_BATCH_GLYPHS_H
#define CLI_BATCH_GLYPHS_H

#include "cli/batch/plan.h"
#include "cli/batch/template.h"

/* Looks at the text, UTF-8, and at the characters of numbers, and names those that no font has: as
 * an error, whose exit code is returned, or with `warn` as a warning. */
int fp__glyphs_check_text(struct fp_context *ctx, const char *text, bool warn);

/* The same for the n labels as they will be filled in for every input. */
int fp__glyphs_check(const struct fp__template *labels, size_t n, const struct fp__plan *plan,
                     bool warn);

/* Appends the labels as they will be filled in for the input's frames, but for numbers, and the
 * characters of numbers. */
void fp__glyphs_append(const struct fp__template *labels, size_t n, const struct fp__input *input,
                       struct fp_text *out);

#endif
