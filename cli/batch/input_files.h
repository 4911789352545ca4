/* SPDX-License-Identifier: MIT */
/* input_files.h: is this file an input? For every name that a job writes to; whatever names lead to
 * the file, and whichever member or frames of it are read. */
#ifndef CLI_BATCH_INPUT_FILES_H
#define CLI_BATCH_INPUT_FILES_H

#include "cli/batch/plan.h"
#include "cli/batch/set.h"
#include "cli/opt/place.h"

struct fp__input_files {
    const struct fp__plan *plan;
    struct fp__identity *identity; /* of each input that is a file */
    struct fp__identity wanted;
    struct fp__set set; /* of their numbers */
};

/* Looks at the inputs of the plan, those that cannot be read too. False when there is no memory.
 * fp__input_files_finish frees in both cases. */
bool fp__input_files_init(struct fp__input_files *files, const struct fp__plan *plan);
void fp__input_files_finish(struct fp__input_files *files);

/* Refuses a name that is a file of an input. Returns 0 or an exit code after saying of which. */
int fp__input_files_spare(struct fp__input_files *files, const char *name);

#endif
