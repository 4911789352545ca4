/* SPDX-License-Identifier: MIT */
/* note.h: what the files of the note artist share. */
#ifndef PLOTS_NOTE_H
#define PLOTS_NOTE_H

#include "draw/words.h"
#include "figure/artist.h"
#include "figure/style.h"
#include "flatplot/notes.h"

struct fp_note {
    struct fp__artist artist;
    char *text;  /* NULL: "" */
    double x, y; /* of the text, or with annotates what it tells of */
    bool annotates;
    struct fp_annotate_options options; /* of a text only its text's are used */
};

/* As the class's function of this name. */
enum fp_status fp__note_draw(struct fp__artist *artist, const struct fp__view *view,
                             struct fp__canvas *canvas);

/* The outline of the frame around a text that stands there, `more` pixels further out than where
 * it is drawn, in pixels from the lower left corner, y up. Returns how many corners it has. */
#define FP__NOTE_BOX_ROOM 36
size_t fp__note_box_outline(const struct fp_text_box *box, const struct fp__stand *stand,
                            double font, double point, double more, double x[FP__NOTE_BOX_ROOM],
                            double y[FP__NOTE_BOX_ROOM]);

/* Draws the frame around a text that stands there, in a font of so many pixels. */
void fp__note_box_draw(const struct fp_text_box *box, const struct fp__stand *stand, double font,
                       const struct fp__style *style, struct fp__canvas *canvas);

#endif
