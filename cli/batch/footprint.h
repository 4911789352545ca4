/* SPDX-License-Identifier: MIT */
/* footprint.h: what a job holds after its first frame and after its last, and what may be said
 * about it. */
#ifndef CLI_BATCH_FOOTPRINT_H
#define CLI_BATCH_FOOTPRINT_H

#include "flatplot/memory.h"
#include "flatplot/text.h"

struct fp__footprint {
    size_t frames;  /* of the job */
    size_t warm_at; /* frames after which resident memory is expected to stay */
    struct fp_memory_sample first;
    struct fp_memory_sample warm;
    struct fp_memory_sample last;
};

void fp__footprint_init(struct fp__footprint *footprint, size_t frames);

/* True when a sample is due after so many frames: the figure cleared, the input closed. */
bool fp__footprint_due(const struct fp__footprint *footprint, size_t frames_done);
enum fp_status fp__footprint_take(struct fp__footprint *footprint, struct fp_context *ctx,
                                  size_t frames_done);

/* Appends what was measured, after the last frame. */
void fp__footprint_tell(const struct fp__footprint *footprint, struct fp_text *out);

/* Appends "12.4 MiB". */
void fp__append_mebibytes(struct fp_text *out, size_t bytes);

#endif
