/* SPDX-License-Identifier: MIT */
/* reach.h: which source pixels matplotlib's Agg reads for an output pixel, whatever they weigh. */
#ifndef PIXELS_REACH_H
#define PIXELS_REACH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Source pixels from first to last. */
struct fp__range {
    size_t first;
    size_t last;
};

/* How Agg walks over the source along one axis, in 256ths of a source pixel. */
struct fp__reach {
    int64_t half;  /* from the middle to where it begins */
    int64_t step;  /* along its table of weights, from one source pixel to the next */
    int64_t width; /* of that table */
};

/* The walk along an axis on which `scale` source pixels lie under an output pixel, and
 * `other_scale` along the other axis (either may be below 1), with a kernel of that radius. */
struct fp__reach fp__reach_of(double radius, double scale, double other_scale, bool columns);

/* The pixels of 0 … n−1 that are read at a place (see nearest.h). */
struct fp__range fp__reach_range(const struct fp__reach *reach, int64_t place, size_t n);

#endif
