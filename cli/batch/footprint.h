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
    double max_rss;   /* as in the settings */
    bool new_glyph;   /* since the sample before */
    struct fp__finding finding;    /* the samples and, at the end, the verdict on them */
    struct fp_memory_sample first; /* after the first frame and after the last, the input closed */
    struct fp_memory_sample last;
};

/* Makes room for all the samples that there will be of at most that many frames; of 0, whose number
 * is not known, for the most there may be, which are thinned out when there are more. False when
 * there is no memory. fp__footprint_finish frees in both cases. */
bool fp__footprint_init(struct fp__footprint *footprint, const char *unit, size_t frames,
                        double max_rss);
void fp__footprint_finish(struct fp__footprint *footprint);

/* After each frame: keeps its sample if it is time for one. Returns 0, or an exit code after saying
 * that there is more resident memory than may be. */
int fp__footprint_frame(struct fp__footprint *footprint, const struct fp__record *record);

/* What the process held once its input was closed; after the first frame and at the end. */
void fp__footprint_exact(struct fp__footprint *footprint, const struct fp_memory_sample *memory);

/* Judges the samples, and appends what came out. */
void fp__footprint_tell(struct fp__footprint *footprint, struct fp_text *out);

/* Judges growth of heap and resident memory by this tolerance in bytes per frame. Returns 0, or an
 * exit code after saying what came out. */
int fp__footprint_limit(struct fp__footprint *footprint, double max_growth);

/* Writes the samples where the settings say. Returns 0 or an exit code. */
int fp__footprint_write(struct fp__footprint *footprint, struct fp_context *ctx,
                        const struct fp__settings *settings);

#endif
