/* SPDX-License-Identifier: MIT */
/* bars.h: what is inside bars and histograms, for their own files. */
#ifndef PLOTS_BARS_H
#define PLOTS_BARS_H

#include "draw/patch.h"
#include "figure/artist.h"
#include "flatplot/bars.h"
#include "plots/columns.h"

struct fp_bars {
    struct fp__artist artist;
    struct fp_array *places; /* NULL: 0, 1, 2 … */
    struct fp_array *lengths;
    struct fp_bar_options options; /* arrays held; pointers to texts and colours are not */
    bool lying;                    /* along x */
    bool loose;                    /* margins do not end where they begin */
    struct fp_color *colors;       /* NULL: options.color for all */
    char *label;
    struct fp_weak *errors; /* error bars that live no longer than these bars */
};

/* A bar in data coordinates, from x, y on. */
struct fp__bar {
    double x, y, width, height;
    struct fp_color color;
};

/* A walk along the bars; begin with fp__bars_walk. */
struct fp__bars_walk {
    const struct fp_bars *bars;
    struct fp__columns columns;
    int width_at, bottom_at; /* their columns; 0: none */
    size_t index;            /* of the next bar */
};

struct fp__bars_walk fp__bars_walk(const struct fp_bars *bars);

/* The next bar, whatever its numbers are; false after the last. */
bool fp__bars_next(struct fp__bars_walk *walk, struct fp__bar *bar);

/* How a bar of the colour is drawn. */
struct fp__patch fp__bars_patch(const struct fp_bars *bars, struct fp_color color);

/* FP_ERR_CLOSED when an array of them was closed. */
enum fp_status fp__bars_check_open(const struct fp_bars *bars);

/* What is drawn stays within the axes' box until fp_canvas's clip(NULL). */
void fp__bars_clip(const struct fp__view *view, struct fp__canvas *canvas);

/* Classes share their life. */
void fp__bars_close(struct fp_object *obj);
void fp__bars_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg);
size_t fp__bars_bytes(const struct fp_object *obj);
const char *fp__bars_label(const struct fp__artist *artist);

/* As the class's functions of these names. */
enum fp_status fp__bars_draw(struct fp__artist *artist, const struct fp__view *view,
                             struct fp__canvas *canvas);
void fp__bars_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4]);
size_t fp__bars_covered(const struct fp__artist *artist, const struct fp__view *view,
                        const struct fp__box *box);

/* Bars of values that are columns of one length, of any class that has this life. Without a colour
 * they take the one given. NULL with FP_ERR_ARGUMENT for options out of their range; `function` is
 * for the message. */
struct fp_bars *fp__bars_create(struct fp_axes *ax, const struct fp__artist_class *cls,
                                const char *function, bool lying, struct fp_array *places,
                                struct fp_array *lengths, const struct fp_bar_options *options,
                                struct fp_color color);

/* The axes follow them, along a log axis if they were to have one: when nothing can fail any
 * more. */
void fp__bars_settle(struct fp_axes *ax, const struct fp_bars *bars);

/* Draws the error bars that the options name. */
enum fp_status fp__bars_put_errors(struct fp_axes *ax, struct fp_bars *bars,
                                   const struct fp_bar_options *options);

extern const struct fp__artist_class fp__bars_class;

#endif
