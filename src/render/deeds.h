/* SPDX-License-Identifier: MIT */
/* deeds.h: texts and lines as deeds that patches remember. */
#ifndef RENDER_DEEDS_H
#define RENDER_DEEDS_H

#include "render/patches.h"

/* False for a text that is too long to be remembered. */
bool fp__deed_of_words(struct fp__deed *deed, const struct fp__words *words);

/* A line from ends[0], ends[1] to ends[2], ends[3]; the box is all that it may touch. False where
 * that is not on any canvas. */
bool fp__deed_of_line(struct fp__deed *deed, const double ends[4], double width, bool butt,
                      struct fp_color color, int box[4]);

#endif
