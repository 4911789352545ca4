/* SPDX-License-Identifier: MIT */
/* figure.h: what is inside a figure, for its own floor and those above. */
#ifndef FIGURE_FIGURE_H
#define FIGURE_FIGURE_H

#include "draw/canvas.h"
#include "figure/metadata.h"
#include "flatplot/figure.h"

/* The head of what a floor above keeps about a figure: told when the figure closes, once. */
struct fp__keeper {
    void (*closed)(struct fp__keeper *keeper);
};

/* Goes when the figure is closed; the object that is left is a header and a NULL. */
struct fp__figure_body {
    double inches[2];
    double dpi;
    int exact[2]; /* the size in pixels when it was given so, else 0 */
    enum fp_style style;
    struct fp_color facecolor;
    struct fp_margins margins;
    char *suptitle;
    double suptitle_size;  /* in points; 0: the usual one */
    struct fp_axes **axes; /* strong, in the order in which they are drawn */
    size_t axes_count;
    size_t axes_room;
    struct fp__metadata metadata;
    struct fp__window *window;
    struct fp__keeper *keeper; /* or NULL */
};

struct fp_figure {
    struct fp_object base;
    struct fp__figure_body *body;
};

extern const struct fp_class fp__figure_class;

/* The figure's inside; NULL, with FP_ERR_CLOSED raised, when it was closed. */
struct fp__figure_body *fp__figure_open(struct fp_figure *fig);

/* Width and height in pixels before truncation: what layout is computed from. */
void fp__figure_extent(const struct fp__figure_body *body, double size[2]);

/* Takes over a reference to an axes and puts it at place `at` of the list (SIZE_MAX: last). */
enum fp_status fp__figure_take_axes(struct fp_figure *fig, struct fp_axes *ax, size_t at);

/* Takes the axes out of the list and drops the figure's reference. */
void fp__figure_drop_axes(struct fp_figure *fig, struct fp_axes *ax);

/* Draws the title of the whole figure, if it has one. */
enum fp_status fp__figure_draw_suptitle(struct fp_figure *fig, struct fp__canvas *canvas);

/* Draws everything on a canvas of the figure's size. */
enum fp_status fp__figure_draw(struct fp_figure *fig, struct fp__canvas *canvas);

#endif
