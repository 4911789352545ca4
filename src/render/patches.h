/* SPDX-License-Identifier: MIT */
/* patches.h: small pieces of drawing that need not be done again.
 *
 * What a text makes of the pixels that it touches depends on itself and on those pixels and on
 * nothing else. So where the same one comes again, as tick labels do in every frame, and finds the
 * pixels as they were, what it left is copied. The result is that of drawing, to the last bit,
 * whatever was drawn in between. */
#ifndef RENDER_PATCHES_H
#define RENDER_PATCHES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/canvas.h"
#include "render/sheet.h"

/* What is drawn: all that its pixels follow from beside those below it. Compared as bytes, and
 * therefore without any between its members. */
struct fp__deed {
    double numbers[4];
    struct fp_color color;
    char text[76]; /* ended by \0 and filled up with it */
};

struct fp__patch;
struct fp__patch_store;

/* Starts as {0}. Its memory is cache and of one size from the first deed on. */
struct fp__patches {
    struct fp__patch_store *store;
    bool asleep; /* nothing is remembered: what follows may be the only picture */
};

/* True when the deed was done before on pixels like these, and now is done again in this box. */
bool fp__patches_redo(struct fp__patches *patches, const struct fp__deed *deed,
                      const struct fp__sheet *sheet, int box[4]);

/* Around a deed that touches nothing outside of the box x0, y0, x1, y1. NULL, which the other two
 * do not mind, where it will not be remembered. */
struct fp__patch *fp__patches_begin(struct fp__patches *patches, const struct fp__deed *deed,
                                    const int box[4], const struct fp__sheet *sheet);
void fp__patches_end(struct fp__patches *patches, struct fp__patch *patch,
                     const struct fp__sheet *sheet);

/* Instead of the end: the deed failed. */
void fp__patches_forget(struct fp__patch *patch);

void fp__patches_finish(struct fp__patches *patches);

#endif
