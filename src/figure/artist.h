/* SPDX-License-Identifier: MIT */
/* artist.h: what every artist has. A new plot kind is one file that fills in a class. */
#ifndef FIGURE_ARTIST_H
#define FIGURE_ARTIST_H

#include <math.h>

#include "core/object.h"
#include "draw/canvas.h"
#include "draw/view.h"
#include "flatplot/artist.h"
#include "flatplot/figure.h"

/* The head of every artist. */
struct fp__artist {
    struct fp_object base;
    struct fp_weak *axes;      /* the axes that draws it */
    struct fp_weak *dependent; /* axes that live no longer than this artist (a colorbar's) */
    bool container;            /* legends name it after all others, as matplotlib its containers */
    double zorder;             /* what is drawn before what: from the smallest to the largest, and
                                  those of one zorder in the order in which they were added */
};

/* A class's zorder, unless an artist is given another: matplotlib's numbers. */
enum fp__layer {
    FP__LAYER_IMAGES = 0,
    FP__LAYER_PATCHES = 1,
    FP__LAYER_LINES = 2,
    FP__LAYER_TEXTS = 3,
    FP__LAYER_LEGEND = 5,
};

#define FP__ZORDER_SPINES 2.5

struct fp__coloring;

/* What artists want to show along one axis. */
struct fp__extent {
    double lo, hi;   /* of all values; lo > hi when there are none */
    double positive; /* the smallest value above 0; infinite when there is none */
    /* Of all places where margins end that begin there, matplotlib's sticky edges. They lie within
     * lo … hi, so no others matter. */
    double sticky_lo, sticky_hi, sticky_positive;
};

#define FP__EXTENT_NONE                                                                            \
    ((struct fp__extent){INFINITY, -INFINITY, INFINITY, INFINITY, -INFINITY, INFINITY})

static inline void
fp__extent_add(struct fp__extent *extent, double v)
{
    extent->lo = fmin(extent->lo, v);
    extent->hi = fmax(extent->hi, v);
    if (v > 0)
        extent->positive = fmin(extent->positive, v);
}

/* Adds an edge at which margins end. */
static inline void
fp__extent_stick(struct fp__extent *extent, double edge)
{
    fp__extent_add(extent, edge);
    extent->sticky_lo = fmin(extent->sticky_lo, edge);
    extent->sticky_hi = fmax(extent->sticky_hi, edge);
    if (edge > 0)
        extent->sticky_positive = fmin(extent->sticky_positive, edge);
}

/* Nothing is drawn outside the axes' box, on whole pixels, from now on. */
static inline void
fp__artist_clip(struct fp__canvas *canvas, const struct fp__box *b)
{
    const double clip[4] = {floor(b->x0 + .5), floor(canvas->height - b->y1 + .5),
                            floor(b->x1 + .5), floor(canvas->height - b->y0 + .5)};

    canvas->ops->clip(canvas, clip);
}

/* A class of artists; it begins with the class of the object. All but draw may be NULL. */
struct fp__artist_class {
    struct fp_class base;
    enum fp__layer layer;
    /* Widens both extents by the data; for artists that axes fit themselves to. */
    void (*limits)(const struct fp__artist *artist, struct fp__extent *x, struct fp__extent *y);
    /* How a legend names the artist (NULL: not at all), and its sample in the box x0, y0, x1, y1 of
     * the canvas (y down, not on whole pixels): 2 wide and .7 high in sizes of the legend's font,
     * and standing on the label's baseline. A patch fills it, a line runs through its middle. */
    const char *(*label)(const struct fp__artist *artist);
    void (*key)(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4]);
    /* How much of the artist a box would cover, as matplotlib's legends count. */
    size_t (*covered)(const struct fp__artist *artist, const struct fp__view *view,
                      const struct fp__box *box);
    /* How it colours values, for a colorbar; false when its colours are its own. */
    bool (*coloring)(const struct fp__artist *artist, struct fp__coloring *coloring);
    /* Gives what belongs to it its zorder. */
    void (*reorder)(struct fp__artist *artist, double zorder);
    /* Whether no pixel of the older artist shows through the newer one; NULL: some may. */
    bool (*hides)(const struct fp__artist *newer, const struct fp__artist *older);
    /* Brings the axes' limits up to date before they are asked for. */
    void (*update)(struct fp__artist *artist, struct fp_axes *ax);
    enum fp_status (*draw)(struct fp__artist *artist, const struct fp__view *view,
                           struct fp__canvas *canvas);
};

/* For an artist class's `close`: takes the artist out of its axes and closes the dependent axes. */
void fp__artist_close(struct fp__artist *artist);

/* A zeroed artist of the class that will belong to ax; NULL when there is no memory. */
void *fp__artist_create(struct fp_axes *ax, const struct fp__artist_class *cls);

/* FP_OK for an open artist; for other objects, which callers may have given in the place of one,
 * FP_ERR_ARGUMENT or FP_ERR_CLOSED. */
enum fp_status fp__artist_check(struct fp_context *ctx, const void *object);

/* Whether artists can write the text: UTF-8 in one line. */
bool fp__artist_can_write(const char *text);

/* The axes that draws the artist, or NULL. */
struct fp_axes *fp__artist_axes(const struct fp__artist *artist);

#endif
