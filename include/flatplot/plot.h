/* SPDX-License-Identifier: MIT */
/* plot.h: what is plotted in axes: lines and what belongs to them. */
#ifndef FLATPLOT_PLOT_H
#define FLATPLOT_PLOT_H

#include "flatplot/axes.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- lines ---------------------------------------------------------------------------------------
 *
 * Lines and what belongs to them. Unless limits are set by hand, a line that comes makes them fit all
 * lines and images, then and when these change, with matplotlib's margins of 5 % that end where an
 * image ends; a turned axis stays turned. */

enum fp_linestyle { FP_SOLID, FP_DASHED, FP_DASHDOT, FP_DOTTED };

/* What plot takes beside the values. Start from fp_plot_defaults(). */
struct fp_plot_options {
    bool has_color; /* else the next of the style's ten (tab10) after those taken since clear */
    struct fp_color color;
    double linewidth; /* in points: 1.5 */
    enum fp_linestyle linestyle;
    const char *label; /* for the legend: one line of UTF-8, copied; NULL or "" for none, and as
                          in matplotlib what begins with "_" is kept from it */
};

/* The defaults that are told above. */
FP_API struct fp_plot_options fp_plot_defaults(void);

/* Draws y against x, arrays of shape (N,) that are kept by reference; x NULL is 0, 1, 2 … A value
 * that is not finite makes a gap. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for other
 * shapes, unequal lengths, a width that is not above 0 or a label with a newline. */
FP_API struct fp_line *fp_axes_plot(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
                                    const struct fp_plot_options *options);

/* Shades everything from x0 to x1 (data coordinates, finite), behind lines. It does not count for
 * the limits. Lent. */
FP_API struct fp_span *fp_axes_axvspan(struct fp_axes *ax, double x0, double x1,
                                       struct fp_color color);

/* Writes one line of text (10 pt, UTF-8, copied) that begins at a point in data coordinates, its letters
 * centred on it: a name at the end of a curve. It does not count for the limits. Lent; NULL with
 * FP_ERR_ARGUMENT for no text, one with a newline or a place that is not finite. */
FP_API struct fp_note *fp_axes_text(struct fp_axes *ax, double x, double y, const char *text,
                                    struct fp_color color);

#ifdef __cplusplus
}
#endif
#endif
