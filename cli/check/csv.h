/* SPDX-License-Identifier: MIT */
/* csv.h: samples as lines of text: written, and read again. */
#ifndef CLI_CHECK_CSV_H
#define CLI_CHECK_CSV_H

#include "cli/check/finding.h"

/* The columns of a file, in this order. Those that a file need not have are told apart by what it
 * holds: `form` when there are several runs, `iteration` when time was counted in them, `rss_young`
 * when it was another program, `new_glyph` when it was a loop that draws. */
enum fp__column {
    FP__COLUMN_FORM,
    FP__COLUMN_ITERATION,
    FP__COLUMN_SECONDS,
    FP__COLUMN_OBJECTS,
    FP__COLUMN_FILES,
    FP__COLUMN_THREADS,
    FP__COLUMN_HEAP,
    FP__COLUMN_HEAP_FREE,
    FP__COLUMN_RSS, /* bytes that are not a file's, which is what is judged */
    FP__COLUMN_RSS_TOTAL,
    FP__COLUMN_RSS_YOUNG, /* as in struct fp__sample */
    FP__COLUMN_CPU,
    FP__COLUMN_NEW_GLYPH, /* 1: no later sample of the run came with a new character */
    FP__COLUMNS
};

extern const char *const fp__column_names[FP__COLUMNS];

/* Writes all samples: a line of names, then one for each. What was not measured is empty. Returns
 * 0, or an exit code after saying why not. */
int fp__csv_write(struct fp_context *ctx, const char *path, const struct fp__finding *findings,
                  size_t count);

/* What a recorded file holds; fp__recorded_finish frees. */
struct fp__recorded {
    struct fp__finding *findings;
    size_t count;
};

/* Reads a file that fp__csv_write wrote, or one of mprof's (.dat). Returns 0, or an exit code after
 * saying what is wrong with it. */
int fp__recorded_read(struct fp_context *ctx, const char *path, struct fp__recorded *recorded);
void fp__recorded_finish(struct fp__recorded *recorded);

#endif
