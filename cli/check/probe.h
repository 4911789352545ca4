/* SPDX-License-Identifier: MIT */
/* probe.h: samples of this process, as the columns have them. */
#ifndef CLI_CHECK_PROBE_H
#define CLI_CHECK_PROBE_H

#include "cli/check/samples.h"

struct fp__probe {
    double began;   /* seconds of the monotonic clock */
    double before;  /* of the sample before */
    double cpu;     /* seconds of CPU at the sample before */
    size_t glyphs;  /* at the sample before */
    bool new_glyph; /* the last sample came with a new character */
};

void fp__probe_begin(struct fp__probe *probe);

/* Takes sample number t of the context's process. */
enum fp_status fp__probe_take(struct fp__probe *probe, struct fp_context *ctx, double t,
                              struct fp__sample *sample);

#endif
