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
 * Lines and what belongs to them. Unless limits are set by hand, a line that comes makes them fit
 * all lines and images, then and when these change, with matplotlib's margins of 5 % that end where
 * an image ends; a turned axis stays turned. */

enum fp_linestyle { FP_SOLID, FP_DASHED, FP_DASHDOT, FP_DOTTED, FP_NO_LINE };

/* How a line runs from point to point: straight, or in steps whose level changes before it (at the
 * x of the point that it comes from), in the middle, or after it: matplotlib's step, where="pre" ….
 */
enum fp_drawstyle { FP_STRAIGHT, FP_STEPS_PRE, FP_STEPS_MID, FP_STEPS_POST };

/* What plot takes beside the values. Start from fp_plot_defaults(). */
struct fp_plot_options {
    bool has_color; /* else the next of the style's ten (tab10) after those taken since clear */
    struct fp_color color;
    double alpha;     /* 1: multiplies the alpha of all colours; 0 … 1 */
    double linewidth; /* in points: 1.5 */
    enum fp_linestyle linestyle;
    enum fp_drawstyle drawstyle;
    const char *label; /* for the legend: one line of UTF-8, copied; NULL or "" for none, and as
                          in matplotlib what begins with "_" is kept from it */
    /* What stands at each point: one of matplotlib's . , o v ^ < > 1 2 3 4 8 s p P * h H + x X D d
     * | _ or 0 for nothing. */
    char marker;
    double markersize;                             /* in points: 6; 0: none is drawn */
    double markeredgewidth;                        /* in points: 1; 0: no edge */
    bool has_markerfacecolor, has_markeredgecolor; /* else both the line's colour */
    struct fp_color markerfacecolor, markeredgecolor;
};

/* The defaults that are told above. */
FP_API struct fp_plot_options fp_plot_defaults(void);

/* Reads matplotlib's formats into options that are there: a colour (one letter, C0 … C9), a marker
 * and a line style (- -- -. :) in any order and each at most once, "r--o"; or a colour alone as
 * fp_color_find knows it. Colour, marker and style are all set: a marker without a style has no
 * line, and without a colour it is the next one. FP_ERR_ARGUMENT with a hint for others, and then
 * nothing is changed. */
FP_API enum fp_status fp_plot_format_parse(struct fp_context *ctx, const char *format,
                                           struct fp_plot_options *options);

/* Draws y against x, arrays of shape (N,) that are kept by reference; x NULL is 0, 1, 2 … A value
 * that is not finite makes a gap, and has no marker. Markers do not count for the limits, and are
 * drawn as far as the axes' box. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for other
 * shapes, unequal lengths, a width that is not above 0, a marker that there is not or a
 * label with a newline. */
FP_API struct fp_line *fp_axes_plot(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
                                    const struct fp_plot_options *options);

/* What scatter takes beside the points. Start from fp_scatter_defaults(). Arrays are (N,),
 * borrowed; scatter keeps references. */
struct fp_scatter_options {
    char marker;             /* as in plot; 'o' */
    double size;             /* in points², a square of the marker's size: 36 */
    struct fp_array *sizes;  /* NULL, or one for each point; those below 0 are not drawn */
    struct fp_array *values; /* NULL, or one for each point, coloured through norm and colormap */
    struct fp_colormap cmap; /* viridis */
    struct fp_norm norm;     /* linear, limits NaN: minimum and maximum of the values of all points
                                that are finite */
    bool has_color;          /* without values; else the next of the style's ten, after those that
                                scatters, bars and areas have taken since clear */
    struct fp_color color;
    double alpha;       /* 1: multiplies the alpha of all colours; 0 … 1 */
    bool has_edgecolor; /* else the point's own; markers that are lines have no other. FP_CLEAR:
                           none */
    struct fp_color edgecolor;
    double linewidth;  /* of edges, in points; NaN: 1, and 1.5 for markers that are lines */
    const char *label; /* as in plot */
};

/* The defaults that are told above. */
FP_API struct fp_scatter_options fp_scatter_defaults(void);

/* Draws a marker at each point of x and y, arrays of shape (N,) that are kept by reference. A point
 * with a number that is not finite, its size or value included, is left out, in limits too. With
 * values the scatter can have a colorbar. Limits as in plot. options may be NULL. Lent; NULL with
 * FP_ERR_ARGUMENT for other shapes, unequal lengths or options out of their range. */
FP_API struct fp_scatter *fp_axes_scatter(struct fp_axes *ax, struct fp_array *x,
                                          struct fp_array *y,
                                          const struct fp_scatter_options *options);

#ifdef __cplusplus
}
#endif
#endif
