/* SPDX-License-Identifier: MIT */
/* scene.h: a case drawn with the library's public functions, and what came out. */
#ifndef TESTS_ORACLE_SCENE_H
#define TESTS_ORACLE_SCENE_H

#include "figure/canvas.h"
#include "figure/ticks.h"
#include "flatplot/axes.h"
#include "oracle/case.h"

struct scene {
    struct words words;
    struct fp_figure *figure; /* owned; what follows is lent by it */
    struct fp_axes *axes, *bar;
    struct fp_imshow_options options;
    bool image; /* there is one */
    int width, height;
    uint32_t *fills;  /* as pixels: what was filled with colours, faces and colorbars */
    uint32_t *pixels; /* 0xAARRGGBB premultiplied, of the image alone, rows from the top */
    int at[4];        /* x, y, width, height of what was drawn of it; width 0: nothing */
};

/* Draws the case. Anything but FP_OK: the library refused it; fp_last_message tells why. */
enum fp_status scene_draw(struct scene *scene, const char *line);

void scene_finish(struct scene *scene);

/* The ticks of the axes' x or y axis that are drawn. */
void scene_ticks(const struct scene *scene, struct fp_axes *ax, char axis, struct fp__ticks *major,
                 struct fp__ticks *minor);

#endif
