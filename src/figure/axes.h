/* SPDX-License-Identifier: MIT */
/* axes.h: what is inside an axes, for its own floor and those above. */
#ifndef FIGURE_AXES_H
#define FIGURE_AXES_H

#include "draw/view.h"
#include "figure/artist.h"
#include "figure/figure.h"
#include "figure/share.h"
#include "flatplot/axis.h"
#include "flatplot/tick_marks.h"
#include "ticks/tick_plan.h"

/* Where an axes stands before colorbars and aspect take their share: a cell of a grid, or with
 * rows 0 a box in fractions of the figure (left, bottom, width, height). */
struct fp__place {
    int rows, cols, index;
    double box[4];
};

enum fp__side { FP__SIDE_NONE, FP__SIDE_BOTTOM, FP__SIDE_LEFT, FP__SIDE_RIGHT, FP__SIDE_TOP };

/* A title or label, and what it has of its own. */
struct fp__axes_text {
    char *text;  /* NULL: none */
    double size; /* in points; 0: the usual one */
    bool has_color;
    struct fp_color color; /* else the style's ink */
    bool has_pad;
    double pad; /* in points, from what is below it; else the usual one */
};

/* In the order of enum fp_halign: at the left, in the middle, at the right. */
#define FP__TITLES 3

/* One of the two axes: its limits, the curve it runs along, its label, and the side on which its
 * ticks stand. */
struct fp__axis {
    double lim[2];
    struct fp__curve curve;
    bool fits;      /* the limits follow what is drawn; an image that comes sets them to its own */
    bool by_hand;   /* they were set by whom the axes belongs to: nothing else moves them */
    size_t follows; /* how often fp__axes_follow was asked */
    struct fp__axes_text label;
    enum fp__side side;
    struct fp_tick_marks marks[2]; /* of major and of minor ticks */
    struct fp_grid grid[2];        /* theirs */
    bool tick_labels_on;           /* false for inner axes that share limits */
    struct fp_tick_labels tick_labels;
    struct fp__tick_plan *plan; /* owned; NULL: the scale's own ticks. Of axes that share an axis
                                   only the leader has one, for all: fp__axis_plan */
    double margin;              /* that fitted limits leave free at either end */
    struct fp__share share;
};

/* Goes when the axes is closed. */
struct fp__axes_body {
    struct fp_weak *figure;
    struct fp_weak *parent; /* of a colorbar's axes: the axes that made room for it */
    struct fp_weak *base;   /* of a twin: the axes in whose box it is */
    struct fp__place place;
    double aspect;     /* of the data; FP_ASPECT_AUTO */
    double box_aspect; /* of the box, height over width; 0: none */
    double anchor[2];  /* where a box smaller than its place stands in it, 0 … 1 */
    double share[3];   /* of a colorbar: of its parent's place, the fraction that it takes and that
                          between both; of its length, the part that the bar has */
    double points[2];  /* of a colorbar: how far it reaches beyond its box's lower (left) and upper
                          (right) end, in lengths of the box */
    bool axis_on;
    bool frame_on;
    bool ticks_on;
    double axis_zorder; /* of grid and ticks */
    struct fp_color facecolor;
    struct fp__axes_text titles[FP__TITLES];
    struct fp__axis x, y;
    size_t cycled;       /* lines that took the next colour */
    size_t cycled_fills; /* scatters, bars and areas that did: theirs is a cycle of its own */
    struct fp__artist **artists; /* strong, in the order in which they are drawn */
    size_t artist_count;
    size_t artist_room;
};

struct fp__bounds;

struct fp_axes {
    struct fp_object base;
    struct fp__axes_body *body;
};

extern const struct fp_class fp__axes_class;

/* The axes' inside; NULL, with FP_ERR_CLOSED raised, when it was closed. */
struct fp__axes_body *fp__axes_open(struct fp_axes *ax);

/* An axes that knows its figure; the figure does not know it yet (fp__figure_take_axes). */
struct fp_axes *fp__axes_create(struct fp_figure *fig, const struct fp__place *place);

/* Takes over a reference to an artist and draws it last. */
enum fp_status fp__axes_take_artist(struct fp_axes *ax, struct fp__artist *artist);

/* Takes an artist out and drops the axes' reference. */
void fp__axes_drop_artist(struct fp_axes *ax, struct fp__artist *artist);

/* What is drawn along x, or with y along y, in the axes and those that share it; false when there
 * is no artist that has an extent. */
bool fp__axes_extent(struct fp_axes *ax, bool y, struct fp__extent *extent);

/* Gives the axes the limits of an image, whatever else is drawn, unless they were set by hand: what
 * matplotlib's imshow does. */
enum fp_status fp__axes_show(struct fp_axes *ax, const double extent[4]);

/* From now on the limits of x, or with y of y, follow all that is drawn, unless they were set by
 * hand: matplotlib's _request_autoscale_view. */
void fp__axes_follow(struct fp_axes *ax, bool y);

/* Fits the limits that follow what is drawn to the artists that have some, those of axes that share
 * them included. A turned axis stays turned. */
void fp__axes_fit(struct fp_axes *ax);

/* The plan of x, or with y of y, that the axes has, its own or in common with others; NULL when
 * there is none. */
struct fp__tick_plan *fp__axis_plan(struct fp_axes *ax, bool y);

/* The same, made when there is none; NULL, with FP_ERR_MEMORY raised, without memory. */
struct fp__tick_plan *fp__axis_make_plan(struct fp_axes *ax, bool y);

/* FP_ERR_ARGUMENT unless all texts are UTF-8, or NULL. */
enum fp_status fp__axis_check_texts(struct fp_context *ctx, const char *const *texts, size_t n);

/* Brings the limits up to date with what is drawn. */
void fp__axes_update(struct fp_axes *ax);

/* Major and minor ticks of x, or with y of y, that lie within the limits as they are now. `length`:
 * of the axis, in points. */
enum fp_status fp__axis_find_ticks(struct fp_axes *ax, bool y, double length,
                                   struct fp__ticks *major, struct fp__ticks *minor);

/* How long x and y are in pixels, by which ticks are chosen: where an axis is shared it is the
 * leader's length, for in matplotlib the others have its locator. */
enum fp_status fp__axes_lengths(struct fp_axes *ax, double lengths[2]);

/* The axes itself, or of a twin the one in whose box it is while that is there. */
struct fp_axes *fp__axes_base(struct fp_axes *ax);

/* Whether a cell is in the last row of its grid; so is every place that is in none. */
bool fp__is_in_last_row(const struct fp__place *place);

/* One direction of a view of the axes. */
struct fp__stretch fp__axis_stretch(const struct fp__axis *axis);

/* The figure that the axes is in, or NULL. */
struct fp_figure *fp__axes_figure(const struct fp__axes_body *body);

/* The axes' view as it is now: artists updated, box laid out. */
enum fp_status fp__axes_view(struct fp_axes *ax, struct fp__view *view);

enum fp_status fp__axes_draw(struct fp_axes *ax, struct fp__canvas *canvas);

/* Widens the bounds by all that a layout must leave room for: the axes' box, and what is drawn
 * around it. */
enum fp_status fp__axes_measure(struct fp_axes *ax, struct fp__bounds *bounds);

#endif
