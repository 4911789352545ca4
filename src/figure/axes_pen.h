/* SPDX-License-Identifier: MIT */
/* axes_pen.h: what the files that draw an axes share. Lengths in points, and what aligns with what,
 * are matplotlib 3.6's defaults (rcsetup.py, axis.py, spines.py, text.py). */
#ifndef FIGURE_AXES_PEN_H
#define FIGURE_AXES_PEN_H

#include "draw/words.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "ticks/ticks.h"

#define FP__LINE_WIDTH 0.8
#define FP__FONT_SIZE 10.0

/* What every step of one drawing needs. */
struct fp__pen {
    struct fp__canvas *canvas;
    struct fp_axes *ax;
    const struct fp__axes_body *body; /* the axes' */
    const struct fp__style *style;
    struct fp__view view;
    double lengths[2];     /* of x and y, in pixels: how many ticks have room */
    double point;          /* in pixels */
    double height;         /* of the picture: canvas y = height − y */
    double reach;          /* how far tick labels reach from the axes' edge, in pixels */
    double marks[2][2];    /* how far marks reach out of the box: along x and y, at the side of the
                              labels and at the other one */
    struct fp__box label;  /* of the tick label that was drawn last; empty: none */
    double top;            /* where tick labels and the label above the box end */
    struct fp__box offset; /* of the y axis, above the box; empty: none */
};

/* A pen for drawing the axes that has drawn nothing yet. */
enum fp_status fp__pen_init(struct fp__pen *pen, struct fp_axes *ax, struct fp__canvas *canvas);

/* Writes a text in the style's ink. */
static inline enum fp_status
fp__pen_text(const struct fp__pen *pen, const char *text, double points, double angle,
             struct fp__anchor at)
{
    struct fp__words words = {
        .text = text, .size = points * pen->point, .angle = angle, .color = pen->style->ink};

    return fp__words_draw(pen->canvas, &words, at);
}

/* One of the axes' own texts, at the middle of a side, in its size or the usual one. */
static inline struct fp__words
fp__pen_words(const struct fp__pen *pen, const struct fp__axes_text *text, double usual,
              double angle)
{
    return (struct fp__words){.text = text->text,
                              .size = (text->size > 0 ? text->size : usual) * pen->point,
                              .angle = angle,
                              .centred = true,
                              .color = text->has_color ? text->color : pen->style->ink};
}

/* How far it stays away, in pixels. */
static inline double
fp__pen_pad(const struct fp__pen *pen, const struct fp__axes_text *text, double usual)
{
    return (text->has_pad ? text->pad : usual) * pen->point;
}

/* Draws one axis's grid, ticks, tick labels and offset, and sets the pen's reach, marks and
 * offset. */
enum fp_status fp__pen_ticks(struct fp__pen *pen, const struct fp__axis *axis);

/* Draws both axes' ticks and labels. */
enum fp_status fp__pen_axes(struct fp__pen *pen);

/* Draws the titles, of an axes whose ticks and labels the pen has drawn. */
enum fp_status fp__pen_titles(const struct fp__pen *pen);

#endif
