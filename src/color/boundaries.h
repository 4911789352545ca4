/* SPDX-License-Identifier: MIT */
/* boundaries.h: which colour of a map lies between which boundaries. */
#ifndef COLOR_BOUNDARIES_H
#define COLOR_BOUNDARIES_H

#include "color/norm.h"

/* A boundary norm ready for many values. */
struct fp__boundaries {
    size_t count;  /* 2 or more; 0: their array was closed, and everything is over */
    size_t colors; /* of the map: count − 1 or more */
    double values[FP__BOUNDARIES_MAX];
};

void fp__boundaries_init(struct fp__boundaries *boundaries, const struct fp_norm *norm,
                         size_t colors);

/* The colour of a value: −1 below the first boundary, `colors` from the last one on, else region i
 * of n (a value that is a boundary belongs to the region above it) at the map's colour
 * ⌊(colors − 1) / (n − 1) · i⌋, and the middle one when there is one region. NaN gives anything.
 * (matplotlib 3.6's BoundaryNorm.) */
int fp__boundaries_index(const struct fp__boundaries *boundaries, double value);

/* The colour of region i, i < count − 1. */
int fp__boundaries_color(const struct fp__boundaries *boundaries, size_t i);

#endif
