/* SPDX-License-Identifier: MIT */
/* limits.h: the ends of the colour scale of every input, from --clim, --vmin, --vmax and the data.
 */
#ifndef CLI_BATCH_LIMITS_H
#define CLI_BATCH_LIMITS_H

#include "cli/batch/plan.h"
#include "cli/batch/settings.h"
#include "flatplot/text.h"

enum fp__clim_scale {
    FP__SCALE_NONE,  /* every input has its own colours */
    FP__SCALE_ONE,   /* the norm holds for the job */
    FP__SCALE_INPUT, /* each input has its own */
    FP__SCALE_FRAME  /* each frame has its own */
};

struct fp__limits {
    enum fp__clim_scale scale;
    struct fp_norm norm; /* its limits, as far as they are known for the whole job */
    bool scan;           /* the data have to be read first */
    bool alone;          /* limits are all that is wanted */
    const char *file;    /* or this file of limits; NULL: there is none */
};

/* Decides how the limits are found. */
struct fp__limits fp__limits_choose(const struct fp__plan *plan,
                                    const struct fp__settings *settings);

/* Fills in the norm of every input, reading the data when `scan` says so; over all frames of
 * an input, selected or not, so that drawing a part again gives the same colours. Returns 0 or an
 * exit code: after saying what is wrong, or 128 + the signal that came. */
int fp__limits_find(struct fp__limits *limits, struct fp__plan *plan,
                    const struct fp__settings *settings);

/* Fills in the limits that the norm leaves open: low and high, or NaN when no value tells any; what
 * the command line says goes first. Returns 0, or an exit code after saying what is wrong with
 * `what`. */
int fp__limits_resolve(struct fp_context *ctx, struct fp_norm *norm, double low, double high,
                       const char *what);

/* The norm of one frame: its input's, with limits of that frame's own where it has none; they stay
 * NaN without a finite value, and *norm as it was for frames with colours of their own. Returns 0,
 * or an exit code after saying which frame is wrong, and how. */
int fp__limits_of_frame(const struct fp__settings *settings, const struct fp__item *item,
                        struct fp_array *frame, struct fp_norm *norm);

/* Appends the scale that was used to the summary, so that it can be typed again. */
void fp__limits_append(const struct fp__limits *limits, struct fp_text *line);

/* When each input has its own scale: says them, one line an input; of many inputs only the first
 * ones unless all are wanted. */
void fp__limits_tell(const struct fp__limits *limits, const struct fp__plan *plan, bool all);

#endif
