/* SPDX-License-Identifier: MIT */
/* tick_marks.h: the strokes at ticks, and the grid. How their labels look is in axis.h. */
#ifndef FLATPLOT_TICK_MARKS_H
#define FLATPLOT_TICK_MARKS_H

#include "flatplot/plot.h"

#ifdef __cplusplus
extern "C" {
#endif

enum fp_tick_direction { FP_TICKS_OUT, FP_TICKS_IN, FP_TICKS_INOUT };

/* How the marks of one axis look. Start from fp_tick_marks_defaults(), matplotlib's; lengths are in
 * points, those of minor ticks behind the stroke. */
struct fp_tick_marks {
    bool on;                          /* at the side of the axis' labels: true */
    bool opposite;                    /* at the other side: false */
    enum fp_tick_direction direction; /* out of the axes' box, into it, or half and half: out */
    double length;                    /* 3.5 / 2 */
    double width;                     /* .8 / .6 */
    double pad;                       /* from the mark to its label: 3.5 / 3.4 */
    bool has_color;                   /* else the style's ink */
    struct fp_color color;
};

/* The defaults that are told above, of major or of minor ticks. */
FP_API struct fp_tick_marks fp_tick_marks_defaults(bool minor);

/* Sets them for the major or the minor ticks, until the axes is cleared. FP_ERR_ARGUMENT for a
 * direction that there is not, and lengths that are not finite or, but for pad, below 0. */
FP_API enum fp_status fp_axes_set_xtick_marks(struct fp_axes *ax, bool minor,
                                              const struct fp_tick_marks *marks);
FP_API enum fp_status fp_axes_set_ytick_marks(struct fp_axes *ax, bool minor,
                                              const struct fp_tick_marks *marks);
FP_API enum fp_status fp_axes_get_xtick_marks(struct fp_axes *ax, bool minor,
                                              struct fp_tick_marks *marks);
FP_API enum fp_status fp_axes_get_ytick_marks(struct fp_axes *ax, bool minor,
                                              struct fp_tick_marks *marks);

/* --- grid -------------------------------------------------------------------------------------
 *
 * The lines across the axes at the ticks of one of its axis. Start from fp_grid_defaults(). */
struct fp_grid {
    bool on;        /* true */
    bool has_color; /* else the style's */
    struct fp_color color;
    double alpha;                /* 1: multiplies the colour's; 0 … 1 */
    double linewidth;            /* in points: .8 */
    enum fp_linestyle linestyle; /* solid */
};

/* The defaults that are told above. */
FP_API struct fp_grid fp_grid_defaults(void);

/* Sets it at the major or the minor ticks along x (y), until the axes is cleared; fp_axes_set_grid
 * switches that at the major ones of both. FP_ERR_ARGUMENT for lines that cannot be drawn. */
FP_API enum fp_status fp_axes_set_xgrid(struct fp_axes *ax, bool minor, const struct fp_grid *grid);
FP_API enum fp_status fp_axes_set_ygrid(struct fp_axes *ax, bool minor, const struct fp_grid *grid);

#ifdef __cplusplus
}
#endif
#endif
