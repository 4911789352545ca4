/* SPDX-License-Identifier: MIT */
/* fonts.h: text: plain Latin by DejaVu Sans' file alone, all other by pango. */
#ifndef RENDER_FONTS_H
#define RENDER_FONTS_H

#include <stdbool.h>

#include <cairo.h>

#include "draw/canvas.h"
#include "render/latin.h"
#include "render/pango.h"

/* A context's: pango is ready only where a text needed it. */
struct fp__fonts {
    struct fp__latin latin;
    struct fp__pango pango;
};

/* Ready for the text: latin where latin takes it, else pango. NULL, raised, when there is no memory
 * or no font. */
struct fp__fonts *fp__fonts_for(struct fp_context *ctx, const char *text);

/* As the canvas operation of that name. */
enum fp_status fp__fonts_extents(struct fp_context *ctx, const struct fp__words *words,
                                 struct fp__extents *extents);

/* Whether all fonts for the text draw it in its own colour: those of pictures (emoji) do not. */
bool fp__fonts_keep_color(struct fp_context *ctx, const char *text);

/* Draws the words with their colour. */
enum fp_status fp__fonts_draw(struct fp_context *ctx, cairo_t *cr, const struct fp__words *words);

/* A box of whole pixels that holds all that drawing the words, which stand at whole ones, may
 * touch. False where that is not known (words that lie neither flat nor at 90 degrees), and where
 * drawing does more than to touch pixels: it warns of missing glyphs. */
bool fp__fonts_reach(struct fp_context *ctx, const struct fp__words *words, int box[4]);

#endif
