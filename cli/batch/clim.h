/* SPDX-License-Identifier: MIT */
/* clim.h: --clim: where the ends of the colour scale come from. */
#ifndef CLI_BATCH_CLIM_H
#define CLI_BATCH_CLIM_H

#include <stdbool.h>

#include "cli/opt/option.h"

enum fp__clim {
    FP__CLIM_AUTO,  /* one scale when every input is one frame, else one per input */
    FP__CLIM_ALL,   /* one scale for the whole job */
    FP__CLIM_INPUT, /* one per input */
    FP__CLIM_FRAME, /* one per frame */
    FP__CLIM_FIXED, /* low and high */
    FP__CLIM_FILE   /* as `flatplot info --clim` wrote it */
};

struct fp__clim_choice {
    enum fp__clim kind;
    double low; /* of FP__CLIM_FIXED */
    double high;
    bool
        percents; /* of auto, all, input and frame: percentiles, not the smallest and the largest */
    double percent[2];
    const char *file; /* of FP__CLIM_FILE */
    const char *text; /* as it was typed; NULL: not given */
};

/* Reads auto, all, input, frame, A,B, pA,pB, all:pA,pB (and so on) or FILE.json into a struct
 * fp__clim_choice. */
int fp__read_clim(const struct fp__given *given, void *member);

/* Reads a norm's name with its parameters into a const char *, for fp_norm_parse. */
int fp__read_norm_name(const struct fp__given *given, void *member);

#endif
