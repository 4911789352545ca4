/* SPDX-License-Identifier: MIT */
/* journal.h: the reports of a job's shards, read together: what became of every frame.
 *
 * A report is a line of JSON about the job,
 * {"schema":1,"job":"…","frames":40,"shard":1,"shards":3}, and then one for each picture,
 * {"index":0,"frames":1,"status":"drawn","output":"a.png", "crc32":123}, with more in both that
 * nobody needs here. "unread":["b.npy"] in the first names inputs that were passed over. Of a
 * stream its "frames" is null, and a last line has them, {"frames":12}. Several reports may follow
 * each other in one file. */
#ifndef CLI_BATCH_JOURNAL_H
#define CLI_BATCH_JOURNAL_H

#include <stdint.h>

#include "cli/batch/record.h"
#include "cli/batch/shard.h"
#include "flatplot/text.h"

#define FP__JOURNAL_SCHEMA 1

/* Digits of a job's digest, in hexadecimal. */
enum { FP__JOB_DIGITS = 16 };

/* The frames of one picture, as one report tells. */
struct fp__entry {
    size_t index; /* the job's number of the first */
    size_t count;
    enum fp__outcome outcome;
    bool has_crc;
    uint32_t crc;
    size_t output; /* where its name begins in the journal's `names`, or FP__NO_NAME */
    size_t file;   /* number of the report's file, from 0 */
    size_t line;   /* in it, from 1 */
};

#define FP__NO_NAME ((size_t)-1)

struct fp__journal {
    struct fp_context *ctx;
    const char *const *paths;     /* of the files read so far, the caller's */
    char job[FP__JOB_DIGITS + 1]; /* "": nothing was read */
    size_t frames;                /* of the job */
    size_t came;                  /* as ends of streams tell */
    struct fp__shard *shards;     /* whose reports were read, in that order */
    size_t shard_count, shard_room;
    struct fp__entry *entries;
    size_t entry_count, entry_room;
    struct fp_text names;  /* of outputs, each with a NUL */
    struct fp_text unread; /* inputs that were passed over, separated by ", " */
    size_t unread_count;
    size_t unended; /* reports of streams that lack their last line */
};

/* Reads the files. Returns 0 or an exit code: after saying what is wrong with one, or that it is of
 * another job. A last line that is not whole is passed over with a warning: whoever wrote it was
 * killed. fp__journal_finish frees in both cases. */
int fp__journal_read(struct fp__journal *journal, struct fp_context *ctx, const char *const *paths,
                     size_t count);
void fp__journal_finish(struct fp__journal *journal);

#endif
