/* SPDX-License-Identifier: MIT */
/* probe.c: from the library's sample to one of ours. */
#include "cli/check/probe.h"

#include <math.h>

#include "cli/opt/clock.h"

static double
known(size_t value)
{
    return value == FP_UNKNOWN ? NAN : (double)value;
}

void
fp__probe_begin(struct fp__probe *probe)
{
    *probe = (struct fp__probe){.began = fp__seconds(),
                                .cpu = fp__clock_seconds(CLOCK_PROCESS_CPUTIME_ID)};
    probe->before = probe->began;
}

enum fp_status
fp__probe_take(struct fp__probe *probe, struct fp_context *ctx, double t, struct fp__sample *sample)
{
    struct fp_memory_sample now;
    enum fp_status status = fp_memory_sample(ctx, &now);
    if (status != FP_OK)
        return status;
    *sample = (struct fp__sample){
        .t = t,
        .seconds = now.seconds - probe->began,
        .x = {[FP_METRIC_OBJECTS] = (double)now.objects,
              [FP_METRIC_FILES] = known(now.open_files),
              [FP_METRIC_THREADS] = known(now.threads),
              [FP_METRIC_HEAP] = known(now.heap_used),
              [FP_METRIC_RSS] = known(now.rss_anon)},
        .heap_free = known(now.heap_free),
        .rss_total = known(now.rss),
        .cpu = 100 * (now.cpu - probe->cpu) / (now.seconds - probe->before),
    };
    probe->new_glyph = now.glyphs > probe->glyphs;
    probe->glyphs = now.glyphs;
    probe->before = now.seconds;
    probe->cpu = now.cpu;
    return FP_OK;
}
