/* SPDX-License-Identifier: MIT */
/* words.h: texts of one or more lines that hang at a point of the picture. */
#ifndef FIGURE_WORDS_H
#define FIGURE_WORDS_H

#include "figure/canvas.h"

enum fp__align { FP__ALIGN_FIRST, FP__ALIGN_MIDDLE, FP__ALIGN_LAST };

/* Where a text hangs: the point (pixels from the lower left corner, y up), and which part of the
 * text lies there along and across its baseline. */
struct fp__anchor {
    double x, y;
    enum fp__align along;
    double across; /* of the baseline below the point, in ascents: 0 on it, 1 text hangs below */
    double below;  /* and in descents, for texts that stand above the point with their descent */
};

/* Draws words->text, its size, direction and colour as in words, at the anchor. */
enum fp_status fp__words_draw(struct fp__canvas *canvas, const struct fp__words *words,
                              struct fp__anchor at);

/* Puts a copy of the text (NULL or "": NULL) into the place of an older one, which it frees. `what`
 * names the text's owner in messages; on failure the older text stays. */
enum fp_status fp__words_replace(struct fp_context *ctx, const char *what, char **place,
                                 const char *text);

#endif
