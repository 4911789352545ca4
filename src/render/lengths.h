/* SPDX-License-Identifier: MIT */
/* lengths.h: the extents of texts that were measured before: tick labels are, in every frame. */
#ifndef RENDER_LENGTHS_H
#define RENDER_LENGTHS_H

#include <stdbool.h>

#include "draw/canvas.h"

#define FP__LENGTHS 64 /* a power of two; a figure with two axes has some 25 texts */

/* A text stands where its letters say, and takes the place of the one that stood there. Starts as
 * {0}. */
struct fp__lengths {
    struct {
        char text[32];
        double size; /* of the font; 0: no text */
        struct fp__extents extents;
    } known[FP__LENGTHS];
};

bool fp__lengths_find(const struct fp__lengths *lengths, const struct fp__words *words,
                      struct fp__extents *extents);
void fp__lengths_keep(struct fp__lengths *lengths, const struct fp__words *words,
                      const struct fp__extents *extents);

#endif
