/* SPDX-License-Identifier: MIT */
/* latin.h: lines of plain Latin letters and digits, set with the file of DejaVu Sans alone. Neither
 * fontconfig, which reads some forty files first, nor pango needs to start for them: together they
 * take 9 ms before the first label stands, this 0.5. The pixels are pango's, unless fontconfig was
 * told (in files of its own, not by the environment) to take another font or to draw it
 * otherwise. */
#ifndef RENDER_LATIN_H
#define RENDER_LATIN_H

#include <hb.h>

#include "render/measure.h"

/* cairo's font in some size. NULL: none yet. */
struct fp__type {
    cairo_scaled_font_t *font;
    double size;
};

/* Starts as {0}. */
struct fp__latin {
    bool sought; /* the file was looked for */
    hb_font_t *shapes;
    hb_buffer_t *line;
    cairo_font_face_t *face;
    struct fp__type plain, hinted;
};

/* Is this a text for the functions below? Every character is one of plain Latin script, a digit or
 * a mark that DejaVu Sans has, and its file lies where distributions put it. Never when the
 * environment tells fontconfig where fonts are: then fontconfig is to be asked. */
bool fp__latin_takes(struct fp__latin *latin, const char *text);

struct fp__measure fp__latin_measure(struct fp__latin *latin, const char *text, double size,
                                     bool hinted);

/* Draws from the current point; `outlines`: as filled paths, whose letters do not snap to pixels.
 * False when there is no memory for the font. */
bool fp__latin_show(struct fp__latin *latin, cairo_t *cr, const char *text, double size,
                    bool outlines);

void fp__latin_finish(struct fp__latin *latin);

#endif
