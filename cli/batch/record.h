/* SPDX-License-Identifier: MIT */
/* record.h: what came of one picture of a job: what a process that draws hands back, and what
 * reports are written from.
 *
 * The names of its input and output are the plan's: fp__plan_item(plan, record->index) and, from
 * that, fp__names_append. */
#ifndef CLI_BATCH_RECORD_H
#define CLI_BATCH_RECORD_H

#include <stdint.h>

#include "cli/check/samples.h"
#include "cli/opt/message.h"
#include "flatplot/memory.h"

enum fp__outcome {
    FP__DRAWN,
    FP__KEPT, /* its file was there and is what would have been drawn (--skip-existing) */
    FP__FAILED,
    FP__OUTCOMES
};

/* "drawn", "kept", "failed". */
const char *fp__outcome_name(enum fp__outcome outcome);

/* A picture's way, in time. */
enum fp__step { FP__STEP_READ, FP__STEP_DRAW, FP__STEP_ENCODE, FP__STEP_WRITE, FP__STEPS };

/* Plain bytes, so that it can be sent as it is; what is not said is not sent. */
struct fp__record {
    size_t index; /* the job's number of the picture's first frame */
    size_t count; /* frames on it: 1, or more with --subplots */
    enum fp__outcome outcome;
    int code;     /* of a failure: the exit code that it is worth */
    bool crashed; /* the failure was its process's end */
    double ms[FP__STEPS];

    /* Ends of the colour scale, from the least to the greatest of the picture's frames; NaN when
     * there is none, or the picture was kept without being drawn. */
    double vmin;
    double vmax;

    /* Only for painters that go into details; else 0. */
    size_t nan;   /* values that are NaN, of all its frames */
    uint32_t crc; /* fp_crc32 of the pixels of its file: rows from the top, R, G, B, A */

    /* The process after the picture, its figure cleared. Not every picture has a sample. */
    bool sampled;
    bool new_glyph;           /* since the sample before */
    size_t glyphs;            /* pairs of character and size drawn so far */
    struct fp__sample sample; /* counted in pictures of the process; rss_total is its RSS */

    bool settled;                   /* the process's first picture, its input closed after it: */
    struct fp_memory_sample memory; /* what it holds then */

    struct fp__said said; /* of a failure: why */
};

#endif
