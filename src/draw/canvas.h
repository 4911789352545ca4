/* SPDX-License-Identifier: MIT */
/* canvas.h: what a figure draws on. Filled in by render/, and by recorders in tests.
 *
 * Coordinates are pixels from the upper left corner, y down; pixel (0, 0) covers 0…1. Operations
 * that return nothing cannot fail at once: a canvas keeps its first failure to its end. */
#ifndef DRAW_CANVAS_H
#define DRAW_CANVAS_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flatplot/color.h"

struct fp__canvas;

/* A line of text. It stands on (x, y), the start of its baseline, and is turned around it. A canvas
 * of pixels puts it at the nearest whole one at right angles, or the same letters would look
 * different. */
struct fp__words {
    const char *text; /* UTF-8 */
    double size;      /* of the font, in pixels */
    double angle;     /* in degrees, counter-clockwise: at 90 it climbs */
    bool centred;     /* on the middle of axes: in a layout its length takes no room */
    double x, y;
    struct fp_color color;
};

/* Of words as if they lay flat: how far they advance, and how far they reach above and below the
 * baseline, never less than the letters "lp" do (matplotlib's rule, which keeps baselines
 * level). */
struct fp__extents {
    double width;
    double ascent;
    double descent;
};

/* Pixels for a rectangle of the canvas, inside it; 0xAARRGGBB premultiplied. */
struct fp__blit {
    int x, y, width, height;
    const uint32_t *pixels;
    size_t stride; /* in pixels */
    bool opaque;
    bool gray;     /* whatever the values: red, green and blue are the same */
    bool mapped;   /* whatever the values: the colours are those of a table */
    int top, tall; /* of the picture that this is a part of: its y and its height */
};

/* How strokes turn. A miter is a bevel where it would reach further than `width` half widths, as
 * matplotlib tells Agg: thin lines have their corners cut off, at a right angle those below 1.41
 * px. */
enum fp__join { FP__JOIN_ROUND, FP__JOIN_MITER, FP__JOIN_BEVEL };

/* How a path is drawn: width, dashes (lengths on and off, in pixels; none: solid), how far into
 * them each of its pieces begins, and colour. Ends are flat unless they are round. */
struct fp__stroke {
    double width;
    double dashes[4];
    int dash_count;
    double dash_start;
    enum fp__join join;
    bool round_ends;
    struct fp_color color;
};

/* A small shape that is drawn at many places: filled, and then stroked. */
struct fp__stamp {
    const double *x, *y; /* its path around 0, 0; a point that is not finite makes a gap */
    size_t n;
    bool closed;            /* the path ends where it begins */
    struct fp_color face;   /* clear: not filled */
    struct fp__stroke edge; /* of width 0: none */
};

struct fp__canvas_ops {
    /* Fills x0 … x1, y0 … y1. */
    void (*fill)(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
                 struct fp_color color);
    /* A straight line with square ends that reach half its width beyond (butt: none). */
    void (*line)(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
                 double width, bool butt, struct fp_color color);
    /* Nothing is drawn outside x0, y0, x1, y1 from now on; NULL: anywhere again. */
    void (*clip)(struct fp__canvas *canvas, const double box[4]);
    /* Adds points to the path that the next stroke or area draws and ends. One that is not finite
     * makes a gap. */
    void (*path)(struct fp__canvas *canvas, const double *x, const double *y, size_t n);
    void (*stroke)(struct fp__canvas *canvas, const struct fp__stroke *stroke);
    /* Fills the path instead, and ends it. */
    void (*area)(struct fp__canvas *canvas, struct fp_color color);
    /* The same, but of whole pixels, those whose middles lie in it: areas that share an edge meet
     * without a seam, however transparent they are. */
    void (*mosaic)(struct fp__canvas *canvas, struct fp_color color);
    /* What is stroked between these two is covered in the colour at the end: parts of a pixel that
     * one stroke covers and the next add up. */
    void (*group)(struct fp__canvas *canvas);
    void (*ungroup)(struct fp__canvas *canvas, struct fp_color color);
    /* Draws the stamp with its 0, 0 at each of n places, which are whole pixels, one after the
     * other. */
    void (*stamp)(struct fp__canvas *canvas, const struct fp__stamp *stamp, const double *x,
                  const double *y, size_t n);
    /* A filled rectangle with round corners and an edge. */
    void (*panel)(struct fp__canvas *canvas, const double box[4], double radius,
                  struct fp_color color, double edge_width, struct fp_color edge);
    void (*image)(struct fp__canvas *canvas, const struct fp__blit *blit);
    enum fp_status (*text)(struct fp__canvas *canvas, const struct fp__words *run);
    enum fp_status (*extents)(struct fp__canvas *canvas, const struct fp__words *run,
                              struct fp__extents *extents);
    /* What the path that follows takes in a layout, where paths take no room of their own; NULL of
     * canvases that draw. */
    void (*room)(struct fp__canvas *canvas, const double box[4]);
    bool bands; /* images may come a few rows at a time */
};

/* v, or the end of lo … hi beyond which it lies. */
static inline double
fp__clamp(double v, double lo, double hi)
{
    return fmin(fmax(v, lo), hi);
}

/* The place of a line's middle nearest to v that makes its edges sharp: Agg's rule
 * (path_converters.h, PathSnapper). A line of odd width in pixels runs through pixel centres. */
static inline double
fp__snap(double v, double width)
{
    return floor(v + .5) + (fmod(floor(width + .5), 2) != 0 ? .5 : 0);
}

/* The head of every canvas. */
struct fp__canvas {
    const struct fp__canvas_ops *ops;
    struct fp_context *ctx;
    int width, height; /* pixels */
    double dpi;
};

#endif
