/* SPDX-License-Identifier: MIT */
/* caption.h: what the words of titles and labels stand for in one frame. */
#ifndef CLI_BATCH_CAPTION_H
#define CLI_BATCH_CAPTION_H

#include "cli/batch/plan.h"
#include "cli/batch/template.h"
#include "cli/batch/times.h"

/* The ends of a frame's colour scale as it was drawn; NaN when it has its own colours. */
struct fp__ends {
    double vmin;
    double vmax;
};

struct fp__caption {
    struct fp__values values;
    struct fp_text stem; /* as UTF-8, whatever the file's name is */
};

/* Refuses {time} in one of n labels when no times are given. */
int fp__caption_check(const struct fp__times *times, const struct fp__template *labels, size_t n);

/* Fills in the values; `array` is the frame when its minimum and maximum are wanted, else NULL.
 * Returns 0 or an exit code after saying what is wrong. fp__caption_finish frees in both cases. */
int fp__caption_init(struct fp__caption *caption, const struct fp__times *times,
                     const struct fp__item *item, const struct fp__ends *ends,
                     struct fp_array *array);
void fp__caption_finish(struct fp__caption *caption);

#endif
