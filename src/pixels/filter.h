/* SPDX-License-Identifier: MIT */
/* filter.h: how much of each source pixel goes into each output pixel, along one axis.
 *
 * The definition: output pixel o of D, over the S source pixels of a span, samples the position
 * p = start + (o+½)·S/D − ½; with f = max(1, |S/D|) source pixel k weighs kernel(|k−p|/f) for
 * |k−p| < radius·f, the weights normalised to a sum of 1 and source indices clamped to the array.
 * On a bent side p is the position looked up, less ½, and f is 1, as in Agg. */
#ifndef PIXELS_FILTER_H
#define PIXELS_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "pixels/kernel.h"
#include "pixels/nearest.h"
#include "pixels/reach.h"
#include "pixels/trio.h"

/* The source pixels first … first + count − 1 of one output pixel. Their weights follow each other;
 * those that Agg reads but the definition leaves out weigh 0. */
struct fp__window {
    size_t first;
    size_t count;
    size_t leading;        /* the first weight that is not 0 … */
    size_t heaviest;       /* … and the largest, both within the window */
    struct fp__range read; /* the pixels that Agg reads, within the window */
};

/* One side of a picture: `out` pixels show the source pixels of the span, of which there are src in
 * all. Of these pixels only those from `skip` on, `count` of them, are made. */
struct fp__side {
    size_t src;
    struct fp__span span;
    size_t out;
    size_t skip, count;
    const double *bent; /* positions of the out pixels, ascending in y; borrowed; NULL: even */
};

/* Source pixels under an output pixel; of a bent side 1. */
double fp__side_scale(const struct fp__side *side);

/* What a filter is made for. */
struct fp__filter_plan {
    const struct fp__kernel *kernel;
    double radius; /* fp__kernel_radius */
    struct fp__side side;
    double other_scale; /* of the picture's other axis */
    bool by_first;      /* sums are of differences from the first pixel, not from the heaviest */
    bool columns;       /* places are stepped as in columns (nearest.h), all windows count `taps` */
};

/* Starts as {0}; its memory is cache, kept from one init to the next and only ever grown. */
struct fp__filter {
    struct fp__filter_plan plan;
    bool ready;
    size_t out;                 /* pixels that are made */
    size_t taps;                /* the longest window's count */
    struct fp__window *windows; /* out of them; first never descends for rows */
    double *weights;            /* out × taps */
    struct fp__trios trios;     /* what both come to where few pixels weigh something */
    void *blocks[2];            /* hold them */
    size_t rooms[2];
};

/* Makes windows and weights; nothing when they were made for the same plan. False without memory,
 * which leaves the filter fit for another init or for finish. */
bool fp__filter_init(struct fp__filter *filter, const struct fp__filter_plan *plan);

/* Bytes of the memory. */
size_t fp__filter_size(const struct fp__filter *filter);

void fp__filter_finish(struct fp__filter *filter);

#endif
