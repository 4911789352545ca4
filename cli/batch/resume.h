/* SPDX-License-Identifier: MIT */
/* resume.h: what is there of a job before it is drawn, and what must not be left of it at its
 * end. */
#ifndef CLI_BATCH_RESUME_H
#define CLI_BATCH_RESUME_H

#include "cli/batch/drawing.h"
#include "cli/batch/names.h"

/* Pictures, before any is drawn. */
struct fp__survey {
    size_t there; /* their files are */
    size_t stale; /* of those: made by other options, limits or another version, or not by us */
};

/* Looks at every name. The limits must be found by then. Returns 0, or an exit code after saying
 * that there is no memory, or 128 + the signal that came. */
int fp__survey(struct fp__survey *survey, const struct fp__drawing *drawing,
               const struct fp__plan *plan, const struct fp__names *names);

/* Appends what was found: "3 of 40 are there; 1 of them …". */
void fp__survey_append(const struct fp__survey *survey, const struct fp__plan *plan,
                       struct fp_text *line);

/* Refuses a job when one of its files is there. */
int fp__refuse_existing(const struct fp__plan *plan, const struct fp__names *names);

/* Removes what killed processes left of the job's files, unless it is being written. */
void fp__sweep(const struct fp__plan *plan, const struct fp__names *names);

#endif
