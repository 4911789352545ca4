/* SPDX-License-Identifier: MIT */
/* tick_marks.h: the strokes at ticks. How their labels look is in axis.h. */
#ifndef FLATPLOT_TICK_MARKS_H
#define FLATPLOT_TICK_MARKS_H

#include "flatplot/axes.h"

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

#ifdef __cplusplus
}
#endif
#endif
