/* SPDX-License-Identifier: MIT */
/* areas.h: error bars, stems, rules and spans across the axes, and filled areas. */
#ifndef FLATPLOT_AREAS_H
#define FLATPLOT_AREAS_H

#include "flatplot/plot.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- error bars -------------------------------------------------------------------------------
 *
 * What errorbar takes beside the points. Start from fp_errorbar_defaults(). Errors are borrowed,
 * errorbar keeps references: one number for all, (N,) for one each, or (2, N) for those below (to
 * the left) and those above (to the right). Lengths are in points. */
struct fp_errorbar_options {
    struct fp_plot_options plot;  /* the line through the points, and its markers; FP_NO_LINE and
                                      no marker for bars alone */
    struct fp_array *xerr, *yerr; /* NULL: no bars along x, along y */
    bool has_ecolor;              /* of bars and caps; else the line's */
    struct fp_color ecolor;
    double elinewidth; /* of bars; NAN: the line's */
    double capsize;    /* half the length of the strokes that end bars; 0: there are none */
    double capthick;   /* their width; NAN: the markers' edge's */
};

/* The defaults that are told above; plot as fp_plot_defaults(). */
FP_API struct fp_errorbar_options fp_errorbar_defaults(void);

/* Draws y against x as fp_axes_plot does, and behind it a bar over what each value may be. A bar
 * with an end that is not finite is not drawn; ends count for the limits. options may be NULL.
 * Lent; NULL with FP_ERR_ARGUMENT for what plot refuses, errors of other shapes or below 0. */
FP_API struct fp_errorbar *fp_axes_errorbar(struct fp_axes *ax, struct fp_array *x,
                                            struct fp_array *y,
                                            const struct fp_errorbar_options *options);

/* --- stems ------------------------------------------------------------------------------------
 *
 * What stem takes beside the points. Start from fp_stem_defaults(). Of each look the marker, the
 * line's style, its width and the colours count; a format goes in by fp_plot_format_parse. */
struct fp_stem_options {
    struct fp_plot_options line; /* of stems; solid, without a colour the style's first */
    struct fp_plot_options
        marker;                  /* at their heads: 'o' and no line; without a colour the stems' */
    struct fp_plot_options base; /* the line that they stand on; without a colour the fourth */
    double bottom;               /* where it is: 0 */
    const char *label;           /* as in plot */
};

/* The defaults that are told above. */
FP_API struct fp_stem_options fp_stem_defaults(void);

/* Draws a stem from the base line to each of y, at x, arrays of shape (N,) that are kept by
 * reference; x NULL is 0, 1, 2 … Points that are not finite have none. All of it counts for the
 * limits. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for what plot refuses and a bottom
 * that is not finite. */
FP_API struct fp_stem *fp_axes_stem(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
                                    const struct fp_stem_options *options);

/* --- rules ------------------------------------------------------------------------------------
 *
 * Lines straight across the axes. What they take beside the place; start from
 * fp_rule_defaults(). */
struct fp_rule_options {
    struct fp_plot_options plot; /* looks and label; without a colour the style's first (in the dark
                                    one white), which takes none of the ten */
    double from, to;             /* where it begins and ends, in fractions of the axes: 0, 1 */
};

/* The defaults that are told above. */
FP_API struct fp_rule_options fp_rule_defaults(void);

/* Draws a line at y (axvline: at x) in data coordinates, as wide (as high) as the axes whatever
 * their limits. As in matplotlib it counts for the limits of its own axis when it lies beyond them,
 * or when something is drawn after it. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for
 * places that are not finite and for what plot refuses. */
FP_API struct fp_rule *fp_axes_axhline(struct fp_axes *ax, double y,
                                       const struct fp_rule_options *options);
FP_API struct fp_rule *fp_axes_axvline(struct fp_axes *ax, double x,
                                       const struct fp_rule_options *options);

/* --- spans ------------------------------------------------------------------------------------
 *
 * How an area is filled, and its edge. Start from fp_area_defaults(). */
struct fp_area_options {
    bool has_color; /* of the face; else what the function says */
    struct fp_color color;
    double alpha;       /* 1: multiplies the alpha of both colours; 0 … 1 */
    bool has_edgecolor; /* else there is no edge */
    struct fp_color edgecolor;
    double linewidth; /* of the edge, in points: 1; 0: none */
    enum fp_linestyle linestyle;
    const char *label; /* as in plot */
};

/* The defaults that are told above. */
FP_API struct fp_area_options fp_area_defaults(void);

/* What axhspan and axvspan take beside their ends. Start from fp_span_defaults(). */
struct fp_span_options {
    struct fp_area_options area; /* without a colour the style's first, which takes none */
    double from, to;             /* how far it reaches across, in fractions of the axes: 0, 1 */
};

/* The defaults that are told above. */
FP_API struct fp_span_options fp_span_defaults(void);

/* Shades everything from y0 to y1 (axvspan: from x0 to x1; data coordinates, finite), behind lines.
 * The ends count for the limits of their own axis only. options may be NULL. Lent; NULL with
 * FP_ERR_ARGUMENT for ends or looks that cannot be drawn. */
FP_API struct fp_span *fp_axes_axhspan(struct fp_axes *ax, double y0, double y1,
                                       const struct fp_span_options *options);
FP_API struct fp_span *fp_axes_axvspan(struct fp_axes *ax, double x0, double x1,
                                       const struct fp_span_options *options);

/* --- filled areas -----------------------------------------------------------------------------
 *
 * What fill_between takes beside the values. Start from fp_fill_between_defaults(). */
struct fp_fill_between_options {
    struct fp_area_options area; /* without a colour the next of the style's ten, after those that
                                    scatters, bars and areas have taken since clear */
    struct fp_array
        *where; /* NULL: everywhere; or of shape (N,): between neighbours that are not 0 */
    enum fp_drawstyle step; /* how both lines run from point to point */
    bool interpolate;       /* with `where`: on to where both lines cross */
};

/* The defaults that are told above. */
FP_API struct fp_fill_between_options fp_fill_between_defaults(void);

/* Fills what lies between two lines, y1 and y2 against x: arrays of shape (N,), kept by reference,
 * or one number for all of x. x NULL is 0, 1, 2 …, y2 NULL is 0. Values that are not finite make
 * gaps. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for other shapes, unequal lengths or
 * looks that cannot be drawn. */
FP_API struct fp_fill *fp_axes_fill_between(struct fp_axes *ax, struct fp_array *x,
                                            struct fp_array *y1, struct fp_array *y2,
                                            const struct fp_fill_between_options *options);

/* Fills the polygon whose corners are x, y, arrays of shape (N,) that are kept by reference. Those
 * that are not finite part it into several, each of them closed, the last one, as in matplotlib, by
 * way of the first corner if that is finite; one within another that runs the other way round is a
 * hole. Colour, options and failures as in fill_between. */
FP_API struct fp_fill *fp_axes_fill(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
                                    const struct fp_area_options *options);

#ifdef __cplusplus
}
#endif
#endif
