/* SPDX-License-Identifier: MIT */
/* axis.h: the ticks of an axis and how they are written, dates and categories, twins.
 *
 * Axes that share x have their ticks and categories along x in common, as in matplotlib; how the
 * labels look is each one's own. Clearing the axes, and a new scale, take back what is set here;
 * but categories stay until the axes is cleared. */
#ifndef FLATPLOT_AXIS_H
#define FLATPLOT_AXIS_H

#include "flatplot/align.h"
#include "flatplot/axes.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- ticks ------------------------------------------------------------------------------------ */

#define FP_MAX_TICKS 320

/* Sets ticks at these values and nowhere else; n may be 0. Limits widen to show them all, until
 * something else is plotted. labels: one for each value, UTF-8, copied, NULL or "" for none; NULL:
 * they are written like any other. FP_ERR_ARGUMENT for values that are not finite, FP_ERR_LIMIT for
 * more than FP_MAX_TICKS. */
FP_API enum fp_status fp_axes_set_xticks(struct fp_axes *ax, const double *values, size_t n,
                                         const char *const *labels);
FP_API enum fp_status fp_axes_set_yticks(struct fp_axes *ax, const double *values, size_t n,
                                         const char *const *labels);

/* Sets the labels of the ticks that were set or, where none were, of those that the axis has now
 * (categories, say), which stay from now on. FP_ERR_ARGUMENT for another number of labels. */
FP_API enum fp_status fp_axes_set_xticklabels(struct fp_axes *ax, const char *const *labels,
                                              size_t n);
FP_API enum fp_status fp_axes_set_yticklabels(struct fp_axes *ax, const char *const *labels,
                                              size_t n);

/* Minor ticks along x and y: between all major ones, or none anywhere. Unless either was asked for
 * a log axis has some. */
FP_API enum fp_status fp_axes_set_minor_ticks(struct fp_axes *ax, bool on);

/* Is told of each major tick that will be drawn, and what stands at it ("" for nothing). */
typedef void (*fp_tick_fn)(void *data, double value, const char *label);

/* Tells it, from the smallest to the largest. */
FP_API enum fp_status fp_axes_each_xtick(struct fp_axes *ax, fp_tick_fn each, void *data);
FP_API enum fp_status fp_axes_each_ytick(struct fp_axes *ax, fp_tick_fn each, void *data);

/* Sets how the numbers at ticks are written: "%.2f", as printf has it with one number, or as
 * Python's "{x:.1f}", "{x:,.0f} km", "{x:.0%}". On an axis of dates it is strftime's "%b %d" (see
 * fp_date_format). Copied; NULL: as the axis has it by itself. A minus is a hyphen in the first
 * and U+2212 in the second, as in matplotlib from 3.8 on. FP_ERR_ARGUMENT for a format that is
 * none. */
FP_API enum fp_status fp_axes_set_xformat(struct fp_axes *ax, const char *format);
FP_API enum fp_status fp_axes_set_yformat(struct fp_axes *ax, const char *format);

/* What matplotlib's ticklabel_format takes, for axes that are even and have no format. Start from
 * fp_tick_numbers_defaults(). */
struct fp_tick_numbers {
    bool offset;     /* true: what all ticks have in common may stand at the axis' end: "+1e6" */
    bool scientific; /* true: so may a power of ten, unless the largest one is … */
    int least, most; /* … between these powers of ten, −5 and 6, and is neither; with both equal and
                        not 0 it is that power */
};

/* The defaults that are told above. */
FP_API struct fp_tick_numbers fp_tick_numbers_defaults(void);

/* Sets them. FP_ERR_ARGUMENT for powers out of order, or beyond ±300. */
FP_API enum fp_status fp_axes_set_xnumbers(struct fp_axes *ax,
                                           const struct fp_tick_numbers *numbers);
FP_API enum fp_status fp_axes_set_ynumbers(struct fp_axes *ax,
                                           const struct fp_tick_numbers *numbers);

/* How tick labels look. Start from fp_tick_labels_defaults(). */
struct fp_tick_labels {
    bool on;         /* true */
    double size;     /* of their font, in points: 10 */
    double rotation; /* in degrees, counter-clockwise: 0 */
    bool has_color;  /* else the style's */
    struct fp_color color;
    bool has_align;       /* else labels along x are centred below their tick, and those along y end
                           beside it */
    enum fp_halign align; /* of the upright box around a turned label */
};

/* The defaults that are told above. */
FP_API struct fp_tick_labels fp_tick_labels_defaults(void);

/* Sets them. FP_ERR_ARGUMENT for a size that is not above 0 or an angle that is not finite. */
FP_API enum fp_status fp_axes_set_xtick_labels(struct fp_axes *ax,
                                               const struct fp_tick_labels *labels);
FP_API enum fp_status fp_axes_set_ytick_labels(struct fp_axes *ax,
                                               const struct fp_tick_labels *labels);
FP_API enum fp_status fp_axes_get_xtick_labels(struct fp_axes *ax, struct fp_tick_labels *labels);
FP_API enum fp_status fp_axes_get_ytick_labels(struct fp_axes *ax, struct fp_tick_labels *labels);

/* --- dates and categories --------------------------------------------------------------------- */

/* Makes the axis one of dates: its numbers are days since 1970-01-01 (see date.h), its ticks stand
 * at round dates and are written as dates; a label that would run into the one before it is left
 * out unless labels are turned. Ticks and formats that were set stay. */
FP_API enum fp_status fp_axes_set_xdates(struct fp_axes *ax);
FP_API enum fp_status fp_axes_set_ydates(struct fp_axes *ax);

/* Makes room for dates below the subplots, as matplotlib's autofmt_xdate: tick labels along x slant
 * by 30° in the last row of each grid and are no longer drawn, like the x labels, above it; the
 * margin below becomes .2. */
FP_API enum fp_status fp_figure_autofmt_xdate(struct fp_figure *fig);

/* Turns names (UTF-8, copied; NULL is "") into numbers along the axis, which becomes one of
 * categories: those that it has keep theirs, each new one gets the next of 0, 1, 2 …, and each has
 * a tick with its name (of more than FP_MAX_TICKS only every second, third …; labels are left out
 * as with dates). The caller unrefs the array of shape (n,), and plots it. */
FP_API struct fp_array *fp_axes_xcategories(struct fp_axes *ax, const char *const *names, size_t n);
FP_API struct fp_array *fp_axes_ycategories(struct fp_axes *ax, const char *const *names, size_t n);

/* --- limits ----------------------------------------------------------------------------------- */

/* Sets what fitted limits leave free at either end, as fractions of what is drawn: .05 each, more
 * than −.5; NaN leaves it as it is. For all that share the axis; limits that were set by hand
 * stay. */
FP_API enum fp_status fp_axes_set_margins(struct fp_axes *ax, double x, double y);

/* Turns the axis around; limits that follow what is drawn still do. */
FP_API enum fp_status fp_axes_invert_xaxis(struct fp_axes *ax);
FP_API enum fp_status fp_axes_invert_yaxis(struct fp_axes *ax);

/* --- twins ------------------------------------------------------------------------------------ */

/* Adds axes in the same box that share x and have a y of their own, with ticks and label at the
 * right; or that share y and have an x of their own, at the top. A twin is drawn above the axes,
 * clear, begins the colour cycle anew, and stays where the axes goes as long as there is one, but
 * keeps it no more than the axes keeps its twin: either may be removed. Lent; NULL with
 * FP_ERR_ARGUMENT for a colorbar's axes. */
FP_API struct fp_axes *fp_axes_twinx(struct fp_axes *ax);
FP_API struct fp_axes *fp_axes_twiny(struct fp_axes *ax);

#ifdef __cplusplus
}
#endif
#endif
