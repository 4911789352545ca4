/* SPDX-License-Identifier: MIT */
/* isolines.h: the lines along which a grid of values has one value, or around what lies above it.
 *
 * Marching squares. A value above the level is one that is greater; between two points of which one
 * is above and one is not a line crosses where linear interpolation has the level. Where it could
 * join four crossings of a cell in two ways the mean of its corners tells whether what is above is
 * connected. A cell with one corner that has no value is a triangle; those with fewer values are
 * no part of the grid. What is above lies at a line's left (where x and y point right and up).
 * Lines, their order, where they begin and which way they run are matplotlib's (contourpy 1.0.7,
 * algorithm mpl2014, corner_mask), since labels depend on them. */
#ifndef FIELDS_ISOLINES_H
#define FIELDS_ISOLINES_H

#include <stdint.h>

#include "fields/lattice.h"

struct fp__isolines {
    struct fp_context *ctx;
    const struct fp__points *points;
    const double *z;
    double level;
    bool gaps;      /* some point has no value */
    bool around;    /* rings around what lies above, along the grid's border too */
    uint8_t *marks; /* of each cell: its edges through which a line came, and those followed */
    int pass;       /* lines from border to border; closed ones; borders all above */
    size_t i, j;    /* the cell to look at next */
    /* The line found last; a closed one ends in the point where it begins. */
    double *x, *y;
    size_t n, room;
    bool failed; /* no memory, raised */
};

/* Begins the lines of a level, which may be infinite; points and z last longer. FP_ERR_MEMORY. */
enum fp_status fp__isolines_begin(struct fp__isolines *lines, struct fp_context *ctx,
                                  const struct fp__points *points, const double *z, double level,
                                  bool around);

/* Finds the next line; false after the last, and when it failed. */
bool fp__isolines_next(struct fp__isolines *lines);

#endif
