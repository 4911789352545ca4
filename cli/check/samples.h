/* SPDX-License-Identifier: MIT */
/* samples.h: the samples of one run as columns. Their memory is made and touched beforehand: a
 * column that grew while memory is measured would itself look like a leak. */
#ifndef CLI_CHECK_SAMPLES_H
#define CLI_CHECK_SAMPLES_H

#include "flatplot/verdict.h"

/* NAN stands for what was not measured. */
struct fp__sample {
    double t;       /* iterations or seconds, whichever the run counts in */
    double seconds; /* since the run began */
    double x[FP_METRICS];
    double heap_free;
    double rss_total; /* files' pages included */
    double young;     /* bytes of a program's processes that are too young to be judged */
    double cpu;       /* per cent of one CPU since the sample before */
};

struct fp__samples {
    size_t n;
    size_t room;
    bool by_time;          /* t is in seconds, not iterations */
    bool restless;         /* files and threads were counted while the program went on */
    size_t last_new_glyph; /* as in struct fp_samples */
    double *t;
    double *seconds;
    double *x[FP_METRICS];
    double *heap_free;
    double *rss_total;
    double *young;
    double *cpu;
    double *block; /* holds all columns */
};

/* Room for that many samples, touched. False when there is no memory. */
bool fp__samples_init(struct fp__samples *samples, size_t room, bool by_time);
void fp__samples_finish(struct fp__samples *samples);

/* Adds one; there must be room. */
void fp__samples_add(struct fp__samples *samples, const struct fp__sample *sample);

/* Keeps every second sample, the first among them. */
void fp__samples_thin(struct fp__samples *samples);

/* Sample i again. */
struct fp__sample fp__samples_at(const struct fp__samples *samples, size_t i);

/* What the library judges: columns without a finite value are NULL. */
struct fp_samples fp__samples_view(const struct fp__samples *samples);

#endif
