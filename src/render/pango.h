/* SPDX-License-Identifier: MIT */
/* pango.h: lines of any text, set by pango: DejaVu Sans first, system fonts for what it lacks. */
#ifndef RENDER_PANGO_H
#define RENDER_PANGO_H

#include "flatplot/context.h"
#include "render/measure.h"
#include "render/pango_calls.h"

/* A layout and the size in pixels of the font that it is set to; 0: none yet. */
struct fp__paper {
    PangoLayout *layout;
    double size;
};

/* Starts as {0}. */
struct fp__pango {
    const struct fp__pango_calls *call;
    PangoFontMap *map;
    struct fp__paper plain;
    struct fp__paper hinted; /* for measuring only */
};

/* Before any function below; made at the first text and used for all. FP_ERR_FONT, raised, when no
 * font or no pango is installed. */
enum fp_status fp__pango_begin(struct fp_context *ctx, struct fp__pango *pango);

struct fp__measure fp__pango_measure(struct fp__pango *pango, const char *text, double size,
                                     bool hinted);

/* Draws from the current point; `outlines`: as filled paths, whose letters do not snap to pixels.
 * false: for some of it no installed font has a glyph. */
bool fp__pango_show(struct fp__pango *pango, cairo_t *cr, const char *text, double size,
                    bool outlines);

/* The text's first n bytes, laid out in some size. */
PangoLayoutLine *fp__pango_line(struct fp__pango *pango, const char *text, size_t n);

/* Has some installed font a glyph for each of the text's first n bytes? */
bool fp__pango_has(struct fp__pango *pango, const char *text, size_t n);

void fp__pango_finish(struct fp__pango *pango);

#endif
