/* SPDX-License-Identifier: MIT */
/* verdict.h: whether a loop holds more and more, judged from samples of what it holds.
 *
 * Numbers in, numbers out: nothing is allocated, printed or kept, and the same samples always get
 * the same verdict. Times t are in any unit, iterations or seconds; slopes, tolerances and
 * resolutions are per that unit, so the distance between samples changes how precise a verdict is,
 * not what it means.
 *
 * How one metric is judged, from n samples taken at quiet points of the loop:
 *   1  The first max(50, ⌈n/5⌉) samples are warm-up.
 *   2  The others are cut into 20 blocks, each worth its least value, which removes spikes and the
 *      teeth of collectors.
 *   3  Up to ten leading blocks are dropped where the series had not settled yet (MSER).
 *   4  The slope is Theil and Sen's, its bounds have a chance of error of α/3 each, α = 0.01: a run
 *      may be looked at three times, after n, 2n and 4n samples.
 *   5  The bounds are widened by what cannot be seen: the granularity, and for resident memory the
 *      heap that was free at the start, out of which a leak is served first. Where the heap in use
 *      was itself found flat, no more than its upper bound can have come from there. The upper
 *      bound is also taken over the last ten blocks alone, and the larger one counts: a leak that
 *      began late shows there. (Of 300 simulated ones that began before 85 % of the first look, 22
 *      were called flat without this, none with it.)
 *   6  A rise is sustained if the medians of four segments strictly increase, no block carries more
 *      than half of it, and its second half is at least half as steep as its first: what loses its
 *      pace is warm-up until shown otherwise. (Of 300 simulated warm-ups with time constants of up
 *      to a fifth of the first look, 11 were called a leak without this rule, none with it.)
 *   7  GROWING: the lower bound is above the tolerance and the rise is sustained. FLAT: the upper
 *      bound is not above it; with a tolerance of 0 all blocks must be equal instead. Otherwise
 *      INCONCLUSIVE, with the number of samples that should decide.
 * Fewer than 70 samples are INCONCLUSIVE. */
#ifndef FLATPLOT_VERDICT_H
#define FLATPLOT_VERDICT_H

#include <stdbool.h>
#include <stddef.h>

#include "flatplot/memory.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is judged, in the order in which the verdict looks for the cause. */
enum fp_metric {
    FP_METRIC_OBJECTS, /* live objects of the context */
    FP_METRIC_FILES,   /* open descriptors */
    FP_METRIC_THREADS,
    FP_METRIC_HEAP, /* bytes in use from the C allocator */
    FP_METRIC_RSS,  /* resident bytes that are not a file's */
    FP_METRICS      /* how many there are */
};

enum fp_outcome {
    FP_FLAT,
    FP_GROWING,
    FP_INCONCLUSIVE,
    FP_UNMEASURED, /* of one metric: it has no values */
};

/* What the outcome comes from. */
enum fp_cause {
    FP_CAUSE_NONE,
    FP_CAUSE_OBJECTS, /* objects are kept, and whatever hangs on them */
    FP_CAUSE_FILES,
    FP_CAUSE_THREADS,
    FP_CAUSE_HEAP,      /* the heap grows, and resident memory with it or unmeasured */
    FP_CAUSE_HIDDEN,    /* the heap grows, resident memory does not show it */
    FP_CAUSE_RESIDENT,  /* resident memory grows beside the heap, or the heap is unmeasured */
    FP_CAUSE_RETENTION, /* the heap in use is flat, the allocator keeps more and more free */
    FP_CAUSE_GLYPHS,    /* new characters fill the glyph cache, and too little came after them */
};

/* n values x at times t. Times must not decrease. Values that are not finite are passed over. */
struct fp_series {
    const double *t;
    const double *x;
    size_t n;
};

/* Which of the samples count. */
struct fp_window {
    size_t warm_up; /* how many of the first do not; FP_UNKNOWN: rule 1 */
    bool drop_last; /* nor does the last block: the program ended by itself, freeing what it held */
};

/* What to judge a series by. */
struct fp_rule {
    double tolerance;        /* growth per unit of t that is still flat; 0: none, for counters */
    double granularity;      /* the step of the values: 4096 for resident memory, 0 when exact */
    const double *heap_free; /* the free heap, n values, when that can hide growth; else NULL */
    double heap_growth;      /* upper bound of the growth of the heap in use; INFINITY: unknown */
};

/* One metric judged. When there was nothing to compute from, the four numbers are NaN. */
struct fp_judgement {
    enum fp_outcome outcome;
    double slope; /* per unit of t, like the three others */
    double lower;
    double upper;
    double resolution; /* growth below this could not have been seen */
    double tolerance;  /* what it was judged by */
    bool sustained;
    size_t first;  /* index of the first sample that counted: what is before it is warm-up */
    size_t wanted; /* INCONCLUSIVE: how many samples should decide, counted from the first one and
                    * sampled as before; 0: no number can be named (a gap in the values, times that
                    * stand still, growth as good as equal to the tolerance) */
};

/* Judges one series. */
FP_API void fp_judge_series(const struct fp_series *series, const struct fp_window *window,
                            const struct fp_rule *rule, struct fp_judgement *judgement);

/* How many of the first samples lie less than `span` after the first: a warm-up given as time. */
FP_API size_t fp_samples_within(const double *t, size_t n, double span);

/* All metrics of a run. One that was not measured is NULL (or without a finite value). Without heap
 * in use and heap free the verdict is about resident memory only: a leak inside heap that is
 * already held would not show. */
struct fp_samples {
    size_t n;
    const double *t;
    const double *x[FP_METRICS];
    const double *heap_free;
    /* Index of the sample that came with the last new character and size; 0: there was none after
     * the first; FP_UNKNOWN: not counted. The glyph cache fills, boundedly, while new ones appear,
     * so heap and resident memory that are not flat over the whole run are judged from there on. */
    size_t last_new_glyph;
};

/* Whose memory is judged. */
enum fp_checked {
    FP_CHECKED_LOOP,    /* a loop of this process */
    FP_CHECKED_COMMAND, /* another program, seen from outside */
};

struct fp_verdict_options {
    double tolerance[FP_METRICS]; /* per unit of t */
    struct fp_window window;
    bool strict; /* allocator retention is GROWING */
};

/* Tolerances: objects, files and threads 0, heap 16 B, resident memory 1 KiB for a loop, 4 KiB for
 * a command. The window of rule 1, not strict. */
FP_API void fp_verdict_options_init(struct fp_verdict_options *options, enum fp_checked checked);

/* All metrics judged, and what follows for the run. */
struct fp_verdict {
    enum fp_outcome outcome; /* never FP_UNMEASURED */
    enum fp_cause cause;     /* FP_CAUSE_NONE where there is nothing to name */
    enum fp_metric metric;   /* the one that decided; FP_METRICS: all of them, or there was none */
    size_t wanted;           /* INCONCLUSIVE: as in a judgement, the most that a metric wants */
    struct fp_judgement judged[FP_METRICS];
};

/* The verdict on a run. GROWING when any metric is, except that growth of resident memory which
 * free heap accounts for, to within the tolerance, while the heap in use is FLAT, is FLAT with the
 * cause FP_CAUSE_RETENTION: a warning to give. FLAT when all that was measured is. */
FP_API void fp_verdict_judge(const struct fp_samples *samples,
                             const struct fp_verdict_options *options, struct fp_verdict *verdict);

/* Words for people, reports and options: "heap", "GROWING", "object leak". */
FP_API const char *fp_metric_name(enum fp_metric metric);
FP_API const char *fp_outcome_name(enum fp_outcome outcome);
FP_API const char *fp_cause_name(enum fp_cause cause);

#ifdef __cplusplus
}
#endif
#endif
