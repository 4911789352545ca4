/* SPDX-License-Identifier: MIT */
/* words.h: texts of one or more lines that hang at a point of the picture. */
#ifndef DRAW_WORDS_H
#define DRAW_WORDS_H

#include "draw/canvas.h"
#include "draw/turn.h"
#include "draw/view.h"
#include "flatplot/align.h"

/* Where a text hangs: the point (pixels from the lower left corner, y up), and which part of the
 * text's box lies there. The box is the upright one around the turned text, or with `anchored` that
 * of the text while it lies, which is then turned around the point: matplotlib's rotation_mode. */
struct fp__anchor {
    double x, y;
    enum fp_halign ha; /* and how lines of different lengths stand to each other */
    enum fp_valign va;
    bool anchored;
};

/* Draws words->text, its size, angle and colour as in words, at the anchor. */
enum fp_status fp__words_draw(struct fp__canvas *canvas, const struct fp__words *words,
                              struct fp__anchor at);

/* Where a text stands: while its lines lie they fill a box around 0, 0, the start of the first
 * baseline; the box is turned around it and moved to x, y. */
struct fp__stand {
    struct fp__box box;
    struct fp__turn turn;
    double x, y;
};

enum fp_status fp__words_stand(struct fp__canvas *canvas, const struct fp__words *words,
                               struct fp__anchor at, struct fp__stand *stand);

/* Its upright box, in pixels from the lower left corner. */
struct fp__box fp__stand_upright(const struct fp__stand *stand);

/* Draws the text, whose lines are aligned so, where it was found to stand. */
enum fp_status fp__words_write(struct fp__canvas *canvas, const struct fp__words *words,
                               enum fp_halign ha, const struct fp__stand *stand);

/* The upright box around the text that would be drawn, in pixels from the lower left corner. */
enum fp_status fp__words_box(struct fp__canvas *canvas, const struct fp__words *words,
                             struct fp__anchor at, struct fp__box *box);

/* Puts a copy of the text (NULL or "": NULL) into the place of an older one, which it frees. `what`
 * names the text's owner in messages; on failure the older text stays. */
enum fp_status fp__words_replace(struct fp_context *ctx, const char *what, char **place,
                                 const char *text);

#endif
