/* SPDX-License-Identifier: MIT */
/* job_digest.h: one text for all that makes a job what it is: equal for its shards, on every
 * machine that sees the same inputs by the same names, and for nothing else. */
#ifndef CLI_BATCH_JOB_DIGEST_H
#define CLI_BATCH_JOB_DIGEST_H

#include "cli/batch/drawing.h"
#include "cli/batch/journal.h"
#include "cli/batch/names.h"

/* Which frames of which inputs, how they are drawn, with the colour limits that the inputs have by
 * now, and what they are called; as hexadecimal digits. */
void fp__job_digest(const struct fp__plan *plan, const struct fp__names *names,
                    const struct fp__drawing *drawing, char digest[FP__JOB_DIGITS + 1]);

#endif
