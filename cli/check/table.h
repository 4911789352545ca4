/* SPDX-License-Identifier: MIT */
/* table.h: what was found, as text for people. */
#ifndef CLI_CHECK_TABLE_H
#define CLI_CHECK_TABLE_H

#include "cli/check/finding.h"
#include "flatplot/text.h"

/* Appends one finding: its verdict in words and a row for each metric. */
void fp__table_one(struct fp_text *out, const struct fp__finding *finding);

/* Appends several: a row each. */
void fp__table_all(struct fp_text *out, const struct fp__finding *findings, size_t count);

/* Appends the injected leaks: a row each, caught or not, under what the loop did without one. */
void fp__table_leaks(struct fp_text *out, const struct fp__finding *findings, size_t count);

/* Appends "GROWING (object leak: 299 image, 299 array)", with everything that qualifies it. */
void fp__table_verdict(struct fp_text *out, const struct fp__finding *finding);

#endif
