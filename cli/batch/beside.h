/* SPDX-License-Identifier: MIT */
/* beside.h: what a job reads and writes beside its inputs and pictures. */
#ifndef CLI_BATCH_BESIDE_H
#define CLI_BATCH_BESIDE_H

#include "cli/batch/settings.h"
#include "cli/opt/named_files.h"

/* Adds the files of all options; `report` is the name of the report, which may differ from what was
 * typed. Paths are the settings' own. */
void fp__beside_add(struct fp__named_files *beside, const struct fp__settings *settings,
                    const char *report);

#endif
