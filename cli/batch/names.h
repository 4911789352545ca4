/* SPDX-License-Identifier: MIT */
/* names.h: the name of every output file, worked out and checked before anything is drawn. */
#ifndef CLI_BATCH_NAMES_H
#define CLI_BATCH_NAMES_H

#include "cli/batch/plan.h"
#include "cli/batch/settings.h"
#include "cli/batch/template.h"
#include "cli/opt/named_files.h"

struct fp__names {
    bool standard_output;
    bool in_order; /* pictures go where one comes behind the other: standard output, a device */
    bool mkdir;
    bool folders_missing; /* fp__names_make_folders has something to do */
    const char *format;
    const char *compress; /* the one that takes png's place; NULL: none */
    int index_width;
    struct fp_text pattern[2]; /* of inputs with several frames, and of single pictures */
    struct fp__template tmpl[2];
};

/* Reads -o, --format, --compress and --mkdir. Returns 0 or an exit code after saying what is wrong.
 * fp__names_finish frees in both cases. */
int fp__names_init(struct fp__names *names, const struct fp__settings *settings);
void fp__names_finish(struct fp__names *names);

/* Checks every name of the job: the ending, that no two are one file, that none is an input, that
 * the folders are there (or may be made); and that what is written beside pictures (NULL: nothing)
 * has names of its own. */
int fp__names_check(struct fp__names *names, const struct fp__plan *plan,
                    const struct fp__named_files *beside);

/* The format that pictures are written by, once all names are checked. */
const char *fp__names_format(const struct fp__names *names);

/* Makes the folders that were missing; for when the first picture is about to be saved, so that a
 * job that is refused leaves none behind. */
int fp__names_make_folders(const struct fp__names *names, const struct fp__plan *plan);

/* Appends the name of the frame's file; of several frames on one picture it is that of the
 * first. */
void fp__names_append(const struct fp__names *names, const struct fp__item *item,
                      struct fp_text *out);

/* The same for the picture that begins with the job's frame `index`; nothing is appended when
 * pictures go to standard output. */
void fp__names_append_picture(const struct fp__names *names, const struct fp__plan *plan,
                              size_t index, struct fp_text *out);

/* Says that name. */
void fp__names_tell(const struct fp__names *names, const struct fp__plan *plan, size_t index);

/* What the words of templates stand for: numbers and the parts of the input's path. */
struct fp__values fp__values_of(const struct fp__item *item);

/* Digits of the number. */
int fp__digits(size_t number);

#endif
