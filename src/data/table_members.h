/* SPDX-License-Identifier: MIT */
/* table_members.h: an archive of arrays (npz) as a table: each of shape (N,) is a column that is
 * called as its member. */
#ifndef DATA_TABLE_MEMBERS_H
#define DATA_TABLE_MEMBERS_H

#include "flatplot/array.h"
#include "flatplot/frames.h"

struct fp__member {
    char *name;
    struct fp_array *array;
};

/* Zeroed: none. */
struct fp__members {
    struct fp__member *member; /* arrays are all of one length */
    size_t count;
    size_t room;
};

/* Reads the columns of an archive whose path names no member; other files, and archives without an
 * array of shape (N,), have none. Members that are no such arrays are passed over. FP_ERR_INPUT
 * when lengths differ. fp__members_finish frees in all cases. */
enum fp_status fp__members_read(struct fp_context *ctx, const char *path,
                                const struct fp_frames_options *options,
                                struct fp__members *members);
void fp__members_finish(struct fp__members *members);

#endif
