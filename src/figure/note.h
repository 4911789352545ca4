/* SPDX-License-Identifier: MIT */
/* note.h: what the files of the note artist share. */
#ifndef FIGURE_NOTE_H
#define FIGURE_NOTE_H

#include "figure/artist.h"
#include "figure/style.h"
#include "figure/words.h"
#include "flatplot/notes.h"

struct fp_note {
    struct fp__artist artist;
    char *text;
    double x, y;
    struct fp_text_options options;
};

/* As the class's function of this name. */
enum fp_status fp__note_draw(struct fp__artist *artist, const struct fp__view *view,
                             struct fp__canvas *canvas);

/* Draws the frame around a text that stands there, in a font of so many pixels. */
void fp__note_box_draw(const struct fp_text_box *box, const struct fp__stand *stand, double font,
                       const struct fp__style *style, struct fp__canvas *canvas);

#endif
