/* SPDX-License-Identifier: MIT */
/* series.h: from thousands of samples to a few blocks of which each says how low it got. */
#ifndef MEMORY_SERIES_H
#define MEMORY_SERIES_H

#include "flatplot/verdict.h"

enum { FP__BLOCKS = 20, FP__MOST_DROPPED = 10 };

/* Blocks of equally many samples, in their order. */
struct fp__blocks {
    size_t n;
    double t[FP__BLOCKS];     /* mean time of its samples */
    double y[FP__BLOCKS];     /* least value: spikes and a collector's teeth stand above it */
    size_t first[FP__BLOCKS]; /* index of its first sample */
};

/* How many of the first samples are warm-up, which may be all of them. */
size_t fp__series_warm_up(size_t n, const struct fp_window *window);

/* Cuts the samples from `warm_up` on into 20 blocks, of which the last is left out on request.
 * Values that are not finite are passed over. False when the blocks cannot be had: fewer samples
 * than blocks, a block without a value, or times that do not increase from block to block. */
bool fp__series_blocks(const struct fp_series *series, size_t warm_up, bool drop_last,
                       struct fp__blocks *blocks);

/* How many leading blocks, ten at the most, still belong to the warm-up: the d that makes
 * Σ(y−ȳ)²/(n−d)² over the others least, the smallest such d. That is the squared standard error of
 * their mean, the MSER rule of White 1997, "An effective truncation heuristic for bias reduction in
 * simulation output", Simulation 69(6). */
size_t fp__series_truncate(const struct fp__blocks *blocks);

#endif
