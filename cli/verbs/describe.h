/* SPDX-License-Identifier: MIT */
/* describe.h: what info knows about one file, and its two ways to say it. */
#ifndef CLI_VERBS_DESCRIBE_H
#define CLI_VERBS_DESCRIBE_H

#include "flatplot/frames.h"
#include "flatplot/text.h"

struct fp__description {
    char *path;   /* of the file alone */
    char *member; /* of an archive, or NULL */
    struct fp_frames_info info;
    bool counted; /* stats were taken */
    struct fp_stats stats;
};

/* Appends the file's JSON object. */
void fp__describe_json(struct fp_text *out, const struct fp__description *d);

/* Appends a table for people, one row a file. */
void fp__describe_table(struct fp_text *out, const struct fp__description *rows, size_t count);

#endif
