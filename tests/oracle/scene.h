/* SPDX-License-Identifier: MIT */
/* scene.h: a case drawn with the library's public functions, and what came out. */
#ifndef TESTS_ORACLE_SCENE_H
#define TESTS_ORACLE_SCENE_H

#include "draw/canvas.h"
#include "flatplot/plot.h"
#include "oracle/case.h"
#include "ticks/ticks.h"

#define SCENE_PARTS 10

/* An image, and its pixels on a canvas of the figure's size. */
struct picture {
    struct fp_image *image;
    const struct words *words; /* of the part that showed it */
    struct fp_imshow_options options;
    int width;
    uint32_t *pixels; /* 0xAARRGGBB premultiplied, of the image alone, rows from the top */
    int at[4];        /* x, y, width, height of what was drawn of it; width 0: nothing */
};

struct bar {
    struct fp_axes *axes;
    const struct picture *picture;
    bool lies;
};

/* A text on the canvas: itself, its box in pixels from the lower left corner, its colour. */
struct text {
    char text[64];
    double box[4];
    struct fp_color color;
};

struct scene {
    struct words part[SCENE_PARTS];
    struct fp_figure *figure; /* owned; what follows is lent by it */
    struct fp_axes *axes;     /* the current one */
    size_t panels, pictures, bars, texts;
    struct fp_axes *panel[SCENE_PARTS]; /* all but colorbars */
    struct picture picture[SCENE_PARTS];
    struct bar bar[SCENE_PARTS];
    struct text text[200];
    char inks[400];        /* #rrggbb of the figure, and of each panel its face, ink and lines */
    struct picture *shown; /* the current one */
    int width, height;
    uint32_t *fills;              /* as pixels: what was filled with colours, faces and colorbars */
    bool unseen[SCENE_PARTS + 1]; /* images that lie outside of their axes */
    size_t drawn; /* where in the pictures the next one on the canvas is looked for */
};

/* Draws the case, of whose images those are known to be out of sight. Anything but FP_OK: the
 * library refused it; fp_context_message tells why. */
enum fp_status scene_draw(struct scene *scene, const char *line, const bool unseen[SCENE_PARTS]);

void scene_finish(struct scene *scene);

/* The ticks of the axes' x or y axis that are drawn. */
void scene_ticks(const struct scene *scene, struct fp_axes *ax, char axis, struct fp__ticks *major,
                 struct fp__ticks *minor);

#endif
