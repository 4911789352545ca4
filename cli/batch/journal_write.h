/* SPDX-License-Identifier: MIT */
/* journal_write.h: the report of a run, a line for each picture as soon as it is done; journal.h
 * reads it. A run that is killed leaves the lines so far. */
#ifndef CLI_BATCH_JOURNAL_WRITE_H
#define CLI_BATCH_JOURNAL_WRITE_H

#include "cli/batch/drawing.h"
#include "cli/batch/names.h"
#include "cli/batch/record.h"

struct fp__journal_writer {
    const struct fp__plan *plan;
    const struct fp__names *names;
    struct fp_text path; /* empty: no report was asked for */
    struct fp_text line;
    struct fp_lines *file;
    int failed; /* the code of the first line that could not be written; no more are */
};

/* Reads the name, in which {shard} is the number of the plan's shard, and checks that it can be
 * written. NULL: there is no report, and the functions below do nothing. Returns 0 or an exit code
 * after saying what is wrong. fp__journal_writer_finish frees in both cases. */
int fp__journal_writer_init(struct fp__journal_writer *writer, const char *name,
                            const struct fp__plan *plan, const struct fp__names *names);
void fp__journal_writer_finish(struct fp__journal_writer *writer);

/* Writes the line about the job, in place of any report that was there: with its digest, which all
 * shards of it have, when the colour limits are known. `frames` is all that the job has, or
 * FP_FRAMES_UNKNOWN. */
int fp__journal_writer_begin(struct fp__journal_writer *writer, const struct fp__drawing *drawing,
                             size_t frames);

/* Adds a picture's line. After one that could not be written there are no more, and it returns the
 * same code without a word. */
int fp__journal_writer_add(struct fp__journal_writer *writer, const struct fp__record *record);

/* Ends the report: of a stream that came to its end with a line on how many frames it had, which of
 * other jobs the first line says (FP_FRAMES_UNKNOWN). Returns 0 or an exit code. */
int fp__journal_writer_end(struct fp__journal_writer *writer, size_t frames);

#endif
