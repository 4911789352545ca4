/* SPDX-License-Identifier: MIT */
/* clim_file.h: colour limits in a file: {"schema":1,"clim":"p2,p98", …} with one scale for a job,
 * "vmin":0,"vmax":1, or one for each input, "inputs":[{"path":"a.npy","vmin":0,"vmax":1}, …]. null
 * stands for the ends of inputs without values. */
#ifndef CLI_BATCH_CLIM_FILE_H
#define CLI_BATCH_CLIM_FILE_H

#include "cli/batch/limits.h"

/* Reads such a file. Of one scale *each is false and its ends are in `ends`; else *each is true and
 * the ends of every input in its norm; no two inputs are there by one name. Returns 0 or an exit
 * code after saying what is wrong. */
int fp__clim_file_read(struct fp__plan *plan, const char *path, bool *each, double ends[2]);

/* Refuses a name that is not UTF-8, of an input with its own scale. Returns the exit code. */
int fp__clim_file_refuse_bytes(const char *path);

/* Appends what such a file says; `text` is what was asked for. */
void fp__clim_file_append(const struct fp__limits *limits, const struct fp__plan *plan,
                          const char *text, struct fp_text *out);

#endif
