/* SPDX-License-Identifier: MIT */
/* canvas_parts.h: the inside of the canvas of image_canvas.h: its operations, a file for each kind,
 * and what they share. */
#ifndef RENDER_CANVAS_PARTS_H
#define RENDER_CANVAS_PARTS_H

#include <cairo.h>

#include "color/color.h"
#include "draw/canvas.h"
#include "render/cover.h"
#include "render/ground.h"
#include "render/patches.h"

struct fp__image_canvas {
    struct fp__canvas base;
    cairo_surface_t *surface;
    cairo_t *cr;
    uint32_t *pixels; /* the surface's own */
    size_t stride;    /* in pixels */
    size_t points;    /* of the path */
    struct fp__patches *patches;
    struct fp__ground_boxes *ground;
    bool clipped, grouped; /* what is drawn does not reach all pixels, or not yet */
    bool ours;             /* cairo does not know yet that we wrote pixels */
    struct fp__late_fills late;
    bool colored;  /* not all that was drawn is gray */
    bool unmapped; /* an image was drawn whose colours are not those of a table */
};

/* --- what they share -------------------------------------------------------------------------- */

/* The pixels; true when whatever is drawn goes there and nowhere else. */
bool fp__canvas_sheet(const struct fp__image_canvas *canvas, struct fp__sheet *sheet);

/* The pixels with the clip. */
struct fp__ground fp__canvas_ground(const struct fp__image_canvas *canvas);

/* Before pixels are written past cairo. After the second, all that was drawn is there, too. */
void fp__canvas_own(struct fp__image_canvas *canvas);
void fp__canvas_settle(struct fp__image_canvas *canvas);

/* The canvas's cairo, to draw with at once. */
cairo_t *fp__canvas_cairo(struct fp__image_canvas *canvas);

/* What is drawn next may reach anywhere. (The canvas of a stamp has no ground.) */
void fp__canvas_reach_anywhere(struct fp__image_canvas *canvas);

/* Both in one, with a colour, which is met. */
cairo_t *fp__canvas_with_color(struct fp__canvas *canvas, struct fp_color c);

/* Something is drawn in this colour: where cairo is not told of it. */
static inline void
fp__canvas_meet(struct fp__canvas *canvas, struct fp_color color)
{
    struct fp__image_canvas *c = (struct fp__image_canvas *)canvas;

    c->colored = c->colored || (color.a > 0 && !fp__color_is_gray(color));
}

/* Cairo's coordinates wrap around at 2²³; nothing beyond 2²⁰ is on any canvas. */
static inline double
fp__bounded(double v)
{
    return fp__clamp(v, -0x1p20, 0x1p20);
}

/* --- operations: see draw/canvas.h ------------------------------------------------------------ */

void fp__canvas_clip(struct fp__canvas *canvas, const double box[4]);
void fp__canvas_fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
                     struct fp_color color);
void fp__canvas_panel(struct fp__canvas *canvas, const double box[4], double radius,
                      struct fp_color color, double edge_width, struct fp_color edge);
void fp__canvas_line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
                     double width, bool butt, struct fp_color color);
void fp__canvas_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n);
void fp__canvas_stroke(struct fp__canvas *canvas, const struct fp__stroke *s);
void fp__canvas_area(struct fp__canvas *canvas, struct fp_color color);
void fp__canvas_mosaic(struct fp__canvas *canvas, struct fp_color color);
void fp__canvas_group(struct fp__canvas *canvas);
void fp__canvas_ungroup(struct fp__canvas *canvas, struct fp_color color);
void fp__canvas_stamp(struct fp__canvas *canvas, const struct fp__stamp *s, const double *x,
                      const double *y, size_t n);
void fp__canvas_image(struct fp__canvas *canvas, const struct fp__blit *b);
enum fp_status fp__canvas_text(struct fp__canvas *canvas, const struct fp__words *words);
enum fp_status fp__canvas_extents(struct fp__canvas *canvas, const struct fp__words *words,
                                  struct fp__extents *e);

#endif
