/* SPDX-License-Identifier: MIT */
/* bars.h: bars and histograms in axes.
 *
 * Limits follow bars as they follow lines (plot.h), but where bars begin there is no margin, as in
 * matplotlib. Bars with a number that is not finite are not drawn and do not count. Nobody's edges
 * are drawn that nobody asked for. */
#ifndef FLATPLOT_BARS_H
#define FLATPLOT_BARS_H

#include "flatplot/areas.h"
#include "flatplot/histogram.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What bar and barh take beside the values; for barh, what is told of x holds for y, and so on.
 * Start from fp_bar_defaults(). Arrays are (N,), borrowed; bars keep references. */
struct fp_bar_options {
    double width;             /* across, in data coordinates: 0.8 */
    struct fp_array *widths;  /* NULL, or one for each bar */
    double bottom;            /* where bars begin: 0 */
    struct fp_array *bottoms; /* NULL, or one for each bar: the tops of those that it stands on */
    bool at_edge;             /* x are where bars begin, not their middles: align="edge" */
    bool has_color;           /* else colors, or the next of the style's ten, after those that
                                 scatters, bars and areas have taken since clear */
    struct fp_color color;
    const struct fp_color *colors; /* NULL, or of the bars one after the other; copied */
    size_t color_count;
    bool has_edgecolor; /* else none are drawn */
    struct fp_color edgecolor;
    double linewidth;             /* of edges, in points: 1 */
    double alpha;                 /* 1: multiplies the alpha of all colours; 0 … 1 */
    const char *label;            /* as in plot */
    bool log;                     /* along the bars the axis is logarithmic */
    struct fp_array *xerr, *yerr; /* NULL, or error bars on the middles of the bars' ends, as
                                     fp_errorbar_options has them; they go with the bars */
    struct fp_color ecolor;       /* of these: black */
    double capsize;               /* as there: 0 */
};

/* The defaults that are told above. */
FP_API struct fp_bar_options fp_bar_defaults(void);

/* Draws bars that stand at x, as high as told: below 0 they hang. Arrays of shape (N,) that are
 * kept by reference; x NULL is 0, 1, 2 … Bars beside each other: x moved by a width; on each other:
 * bottoms. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for other shapes, unequal lengths
 * or options out of their range. */
FP_API struct fp_bars *fp_axes_bar(struct fp_axes *ax, struct fp_array *x, struct fp_array *heights,
                                   const struct fp_bar_options *options);

/* The same lying: they begin at the left (options.bottom) and are at y, options.width high. */
FP_API struct fp_bars *fp_axes_barh(struct fp_axes *ax, struct fp_array *y, struct fp_array *widths,
                                    const struct fp_bar_options *options);

/* --- histograms ------------------------------------------------------------------------------ */

/* Bars, or one outline of all of them, as matplotlib's histtype: not filled and drawn in the colour
 * among the lines, or filled. */
enum fp_histtype { FP_HIST_BAR, FP_HIST_STEP, FP_HIST_STEPFILLED };

/* What hist takes beside the values. Start from fp_hist_defaults(). */
struct fp_hist_options {
    struct fp_histogram_options bins;
    enum fp_histtype histtype;
    bool horizontal;            /* bars lie; values are along y */
    bool stacked;               /* sets stand on each other, not beside each other; of a density
                                   the area of all together is 1 */
    struct fp_bar_options bars; /* colour, edges, alpha, label and log: the rest does not count.
                                   Without a colour it is the next one of lines */
};

/* The defaults that are told above. */
FP_API struct fp_hist_options fp_hist_defaults(void);

/* Draws the histogram of values, an array of shape (N,) (fp_array_histogram). *counts and *edges,
 * unless NULL, get new references to what was counted. options may be NULL. Lent; NULL with an
 * error of fp_array_histogram or bar. */
FP_API struct fp_bars *fp_axes_hist(struct fp_axes *ax, struct fp_array *values,
                                    const struct fp_hist_options *options, struct fp_array **counts,
                                    struct fp_array **edges);

/* One of several sets of values. */
struct fp_hist_set {
    struct fp_array *values;  /* (N,) */
    struct fp_array *weights; /* NULL, or (N,), as in fp_histogram_options */
    const char *label;        /* as in plot */
    bool has_color;           /* else that of the options, or the next one of lines */
    struct fp_color color;
};

/* Draws n sets over the same bins, which are those of all values together: their bars share four
 * fifths of each bin; outlines lie on each other; or all are stacked. Weights and label of the
 * options do not count. bars[0 … n − 1] get the bars of each, lent. *tops, (n, bins) or of one
 * set (bins,), and *edges, unless NULL, get new references: what each set counts, stacked with all
 * before it. options may be NULL. As fp_axes_hist otherwise. */
FP_API enum fp_status fp_axes_hist_sets(struct fp_axes *ax, const struct fp_hist_set *sets,
                                        size_t n, const struct fp_hist_options *options,
                                        struct fp_bars **bars, struct fp_array **tops,
                                        struct fp_array **edges);

#ifdef __cplusplus
}
#endif
#endif
