/* SPDX-License-Identifier: MIT */
/* names.c: the words for metrics, outcomes, causes and caches. */
#include "flatplot/memory.h"
#include "flatplot/verdict.h"

const char *
fp_metric_name(enum fp_metric metric)
{
    static const char *const names[] = {
        [FP_METRIC_OBJECTS] = "objects", [FP_METRIC_FILES] = "files",
        [FP_METRIC_THREADS] = "threads", [FP_METRIC_HEAP] = "heap",
        [FP_METRIC_RSS] = "rss",         [FP_METRICS] = "none",
    };
    return names[metric];
}

const char *
fp_outcome_name(enum fp_outcome outcome)
{
    static const char *const names[] = {
        [FP_FLAT] = "FLAT",
        [FP_GROWING] = "GROWING",
        [FP_INCONCLUSIVE] = "INCONCLUSIVE",
        [FP_UNMEASURED] = "not measured",
    };
    return names[outcome];
}

const char *
fp_cause_name(enum fp_cause cause)
{
    static const char *const names[] = {
        [FP_CAUSE_NONE] = "none",
        [FP_CAUSE_OBJECTS] = "object leak",
        [FP_CAUSE_FILES] = "file leak",
        [FP_CAUSE_THREADS] = "thread leak",
        [FP_CAUSE_HEAP] = "heap leak",
        [FP_CAUSE_HIDDEN] = "hidden leak",
        [FP_CAUSE_RESIDENT] = "resident growth",
        [FP_CAUSE_RETENTION] = "allocator retention",
        [FP_CAUSE_GLYPHS] = "filling glyph cache",
    };
    return names[cause];
}

const char *
fp_cache_name(enum fp_cache cache)
{
    static const char *const names[] = {
        [FP_CACHE_TEXT] = "text",   [FP_CACHE_CANVAS] = "canvas", [FP_CACHE_IMAGE] = "image",
        [FP_CACHE_GRIDS] = "grids", [FP_CACHE_PNG] = "png",
    };
    return names[cache];
}
