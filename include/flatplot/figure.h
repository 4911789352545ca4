/* SPDX-License-Identifier: MIT */
/* figure.h: the figure, which holds axes, which hold artists (axes.h, artist.h).
 *
 * Sizes follow matplotlib 3.6: 6.4 × 4.8 inches at 100 dpi, subplot margins left .125, right .9,
 * bottom .11, top .88 and gaps of .2 of the mean axes size. Text and line widths are in points
 * (1/72 inch). A figure can be drawn any number of times, in memory or to a file (output.h). */
#ifndef FLATPLOT_FIGURE_H
#define FLATPLOT_FIGURE_H

#include "flatplot/color.h"
#include "flatplot/object.h"

#ifdef __cplusplus
extern "C" {
#endif

struct fp_figure;
struct fp_axes;

/* The largest side of a picture in pixels (cairo's image surfaces end there). */
#define FP_MAX_SIDE 32767

/* A figure of the default size. NULL with FP_ERR_LIMIT when the context's cap is reached. */
FP_API struct fp_figure *fp_figure_create(struct fp_context *ctx);

/* Clears: every axes is cleared and closed, suptitle and metadata go. Size, dpi, face colour,
 * style, margins, the window and, in the pyplot layer, number and being current stay. */
FP_API enum fp_status fp_figure_clear(struct fp_figure *fig);

/* The picture's size. In inches its pixels are truncated: 3.333 × 2.777 in at 72 dpi is 239 × 199.
 * In pixels it is exact at the present dpi, and stays exact until inches or dpi are set again.
 * A side ends at FP_MAX_SIDE pixels, dpi at 32767: FP_ERR_LIMIT. */
FP_API enum fp_status fp_figure_set_size_inches(struct fp_figure *fig, double width, double height);
FP_API enum fp_status fp_figure_set_size_pixels(struct fp_figure *fig, int width, int height);
FP_API enum fp_status fp_figure_set_dpi(struct fp_figure *fig, double dpi);
FP_API enum fp_status fp_figure_get_size_pixels(struct fp_figure *fig, int *width, int *height);
FP_API enum fp_status fp_figure_get_dpi(struct fp_figure *fig, double *dpi);

/* The colour behind the axes: the style's, white. With an alpha below 255 files have an alpha
 * channel. */
FP_API enum fp_status fp_figure_set_facecolor(struct fp_figure *fig, struct fp_color color);

/* Colours of everything that nobody coloured: faces, texts, ticks, spines, grids, legends and the
 * lines made from now on. They are matplotlib 3.6's defaults, its dark_background (white on black),
 * and its tableau-colorblind10 (lines in colours that most people can tell apart). */
enum fp_style { FP_STYLE_DEFAULT, FP_STYLE_DARK, FP_STYLE_COLORBLIND, FP_STYLES };

/* Sets the style, and with it the face colours of the figure and of all its axes, those that come
 * later included: set faces of your own afterwards. Lines that are there keep their colours. */
FP_API enum fp_status fp_figure_set_style(struct fp_figure *fig, enum fp_style style);

/* Text above all axes (12 pt, hanging from .98 of the height): UTF-8, copied; NULL or "" for none.
 * Each newline begins a new line. */
FP_API enum fp_status fp_figure_set_suptitle(struct fp_figure *fig, const char *text);

/* Another size for it, in points, above 0, until the figure is cleared. */
FP_API enum fp_status fp_figure_set_suptitle_size(struct fp_figure *fig, double points);

/* Margins and gaps of the subplot grid, as in matplotlib's subplots_adjust: left < right and
 * bottom < top as fractions of the figure, gaps as fractions of the mean axes size. */
struct fp_margins {
    double left, right, bottom, top, wspace, hspace;
};

/* What a new figure has: .125, .9, .11, .88, .2 and .2. */
FP_API struct fp_margins fp_margins_defaults(void);

/* Sets them for all axes of the grid, those that are there included. */
FP_API enum fp_status fp_figure_set_margins(struct fp_figure *fig,
                                            const struct fp_margins *margins);

/* Sets them so that titles, labels, ticks and colorbars of all axes in grids just fit, with 1.08
 * times 10 pt around them, as matplotlib's tight_layout does: once, for what is there now. Axes
 * added at a place of their own are left alone. Changes nothing and fails with FP_ERR_LIMIT when no
 * room would be left, with FP_ERR_ARGUMENT for grids of which one does not divide the other. */
FP_API enum fp_status fp_figure_tight_layout(struct fp_figure *fig);

/* Adds axes number `index` (from 1, row by row) of a grid of rows × cols. Lent. */
FP_API struct fp_axes *fp_figure_add_subplot(struct fp_figure *fig, int rows, int cols, int index);

/* Adds axes at a place given in fractions of the figure: left, bottom, width, height. Lent. */
FP_API struct fp_axes *fp_figure_add_axes(struct fp_figure *fig, const double box[4]);

/* Axes i (from 0, in the order in which they were added, colorbars included). Lent; NULL past the
 * last. */
FP_API struct fp_axes *fp_figure_get_axes(struct fp_figure *fig, size_t i);

/* Text that goes into written files beside the picture (PNG: tEXt). A value of NULL or "" removes
 * the key. Keys are 1 to 79 printable ASCII characters. */
FP_API enum fp_status fp_figure_set_metadata(struct fp_figure *fig, const char *key,
                                             const char *value);

#ifdef __cplusplus
}
#endif
#endif
