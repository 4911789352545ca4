/* SPDX-License-Identifier: MIT */
/* named_files.h: the files that options name. What is written must not take the place of what else
 * is written, or read, by whatever names. */
#ifndef CLI_OPT_NAMED_FILES_H
#define CLI_OPT_NAMED_FILES_H

#include "flatplot/text.h"

enum { FP__NAMED_MOST = 8 };

struct fp__named_file {
    const char *option; /* "--report"; lives as long as the paths */
    const char *path;
    bool written;
    struct fp_text key; /* fp__place_key of the path */
};

/* Zeroed: none. */
struct fp__named_files {
    struct fp__named_file files[FP__NAMED_MOST];
    size_t count;
};

/* Adds the file that the option names, at most FP__NAMED_MOST of them. No path, standard input and
 * devices are nobody's place, and are left out. */
void fp__named_files_add(struct fp__named_files *named, const char *option, const char *path,
                         bool written);
void fp__named_files_finish(struct fp__named_files *named);

/* Refuses two that are one file when one of them is written. Returns 0 or an exit code after saying
 * which. */
int fp__named_files_check(const struct fp__named_files *named);

/* Refuses a picture's name, of that fp__place_key, when it is one of them. */
int fp__named_files_spare(const struct fp__named_files *named, const char *name,
                          const struct fp_text *key);

#endif
