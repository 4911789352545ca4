/* SPDX-License-Identifier: MIT */
/* footprint.h: what a process holds after each of its frames, and what may be said about it. */
#ifndef CLI_BATCH_FOOTPRINT_H
#define CLI_BATCH_FOOTPRINT_H

#include "cli/batch/record.h"
#include "cli/batch/settings.h"
#include "cli/check/finding.h"
#include "flatplot/text.h"

/* One process that draws. */
struct fp__footprint {
    const char *unit; /* what is counted: "frame", or "picture" when several frames are on one */
    size_t frames;    /* that it drew */
    size_t every;     /* frames from one sample to the next */
    bool new_glyph;   /* since the sample that was kept before */
    struct fp__sample now;         /* the last one, kept or not */
    struct fp__finding finding;    /* the samples and, at the end, the verdict on them */
    struct fp_memory_sample first; /* after the first frame and after the last, the input closed */
    struct fp_memory_sample last;
};

/* Makes room for the samples that there may be of so many frames (0: nobody knows how many): 88 KiB
 * whatever their number, so that a long job begins with no more memory than a short one. False when
 * there is no memory. fp__footprint_finish frees in both cases. */
bool fp__footprint_init(struct fp__footprint *footprint, const char *unit, size_t frames);
void fp__footprint_finish(struct fp__footprint *footprint);

/* Forgets what was: another process begins. */
void fp__footprint_restart(struct fp__footprint *footprint);

/* After each frame: keeps its sample if it is time for one. */
void fp__footprint_frame(struct fp__footprint *footprint, const struct fp__record *record);

/* What the process held once its input was closed; after the first frame and at the end. */
void fp__footprint_exact(struct fp__footprint *footprint, const struct fp_memory_sample *memory);

/* Says that there is more resident memory than may be, or that nobody knows. Returns 0 when it is
 * less. */
int fp__footprint_check(double resident, double max_rss);

/* Whether that many frames can be judged. */
bool fp__footprint_is_enough(const struct fp__footprint *footprint);

/* Judges the samples: heap and resident memory by that tolerance in bytes per frame, or, when it is
 * NaN, by the usual one. */
void fp__footprint_judge(struct fp__footprint *footprint, double tolerance);

/* Appends the verdict: of one process, or of the one of several that is the worst, which all
 * together have `rss` bytes of resident memory. */
void fp__footprint_tell(const struct fp__footprint *footprint, size_t processes, double rss,
                        struct fp_text *out);

/* Appends what can be said of too few frames. */
void fp__footprint_tell_left(const struct fp__footprint *footprint, size_t processes,
                             struct fp_text *out);

/* The exit code of a footprint that was judged, after saying what came out when that is not 0. */
int fp__footprint_limit(const struct fp__footprint *footprint);

#endif
