/* SPDX-License-Identifier: MIT */
/* measure.h: what both ways of setting a line of text, latin.h and pango.h, say of it. */
#ifndef RENDER_MEASURE_H
#define RENDER_MEASURE_H

#include <stdbool.h>

#include <cairo.h>

/* The family that every text begins with. */
#define FP__FAMILY "DejaVu Sans"

/* In pixels: the advance; from where to where ink reaches to the right of the start, and how far
 * above and below the baseline. */
struct fp__measure {
    double width, left, right, up, down;
};

/* Letters are drawn without hints, in gray; with slight ones they are measured. The caller's to
 * destroy. */
cairo_font_options_t *fp__font_options(bool hinted);

/* What a glyph's advance counts: letters advance by whole eighths of a pixel, as where matplotlib
 * measures them (text.hinting_factor: 8). */
double fp__eighths(double advance);

#endif
