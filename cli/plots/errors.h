/* SPDX-License-Identifier: MIT */
/* errors.h: columns that tell by how much others may be wrong. */
#ifndef CLI_PLOTS_ERRORS_H
#define CLI_PLOTS_ERRORS_H

#include "cli/plots/panel.h"

/* Reads the i-th word of the list (NULL: *errors is NULL), which begins again after its last one: a
 * column, or two with a colon between them, those below and those above, as an array of shape (2,
 * N). The caller unrefs it. Returns 0 or an exit code after saying what is wrong. */
int fp__errors_read(struct fp__panel *panel, const char *list, size_t i, struct fp_array **errors);

#endif
