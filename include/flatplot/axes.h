/* SPDX-License-Identifier: MIT */
/* axes.h: a rectangle with two axes, labels, and the artists drawn in it. */
#ifndef FLATPLOT_AXES_H
#define FLATPLOT_AXES_H

#include "flatplot/array.h"
#include "flatplot/artist.h"
#include "flatplot/figure.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Clears, as matplotlib's cla: artists, title, labels, limits and the grid go, frame and ticks come
 * back; the axes, its place, its aspect and the colour behind the artists stay. Colorbars of its
 * images are closed and give their space back. */
FP_API enum fp_status fp_axes_clear(struct fp_axes *ax);

/* Takes the axes out of its figure and closes it. */
FP_API enum fp_status fp_axes_remove(struct fp_axes *ax);

/* Text above the axes (12 pt) and along them (10 pt): UTF-8, copied; NULL or "" for none. Each
 * newline begins a new line. */
FP_API enum fp_status fp_axes_set_title(struct fp_axes *ax, const char *text);
FP_API enum fp_status fp_axes_set_xlabel(struct fp_axes *ax, const char *text);
FP_API enum fp_status fp_axes_set_ylabel(struct fp_axes *ax, const char *text);

/* The data coordinates at the left and right, bottom and top edge: finite, and from 1e-300 apart to a
 * finite difference. From the larger to the smaller is fine. */
FP_API enum fp_status fp_axes_set_xlim(struct fp_axes *ax, double left, double right);
FP_API enum fp_status fp_axes_set_ylim(struct fp_axes *ax, double bottom, double top);
FP_API enum fp_status fp_axes_get_xlim(struct fp_axes *ax, double *left, double *right);
FP_API enum fp_status fp_axes_get_ylim(struct fp_axes *ax, double *bottom, double *top);

/* The aspect is the height of a data unit in y per width of one in x. Any number above 0 shrinks
 * the box inside its place, 1 for square data pixels; this value fills the place. */
#define FP_ASPECT_AUTO 0.0

/* Sets the aspect: FP_ASPECT_AUTO or a finite number above 0. */
FP_API enum fp_status fp_axes_set_aspect(struct fp_axes *ax, double aspect);

/* Whether the frame, ticks and labels are drawn (the title is kept), and the ticks alone. */
FP_API enum fp_status fp_axes_set_axis(struct fp_axes *ax, bool on);
FP_API enum fp_status fp_axes_set_ticks(struct fp_axes *ax, bool on);

/* The colour behind the artists: white; not drawn when the axis is off. */
FP_API enum fp_status fp_axes_set_facecolor(struct fp_axes *ax, struct fp_color color);

/* The box that is drawn, in pixels from the picture's lower left corner: x0, y0, x1, y1. */
FP_API enum fp_status fp_axes_get_box(struct fp_axes *ax, double box[4]);

/* --- imshow ------------------------------------------------------------------------------------- */

enum fp_interpolation {
    FP_INTERPOLATION_AUTO, /* matplotlib's "antialiased": nearest when enlarging by 1, 2 or more
                              than 3, else hanning */
    FP_NEAREST,
    FP_HANNING,
    FP_INTERPOLATIONS
};

/* By name ("auto", "nearest", "hanning"); FP_ERR_ARGUMENT with a hint when there is none such. */
FP_API enum fp_status fp_interpolation_find(struct fp_context *ctx, const char *name,
                                            enum fp_interpolation *value);

enum fp_origin { FP_ORIGIN_UPPER, FP_ORIGIN_LOWER };

/* What imshow takes beside the array. Start from fp_imshow_defaults(). */
struct fp_imshow_options {
    struct fp_colormap cmap; /* viridis */
    struct fp_norm norm;     /* linear, limits NaN: minimum and maximum of the finite values */
    struct fp_color bad;     /* for NaN, infinite and masked values: transparent */
    struct fp_color under;   /* below vmin, if has_under; else the first colour */
    struct fp_color over;    /* above vmax, if has_over; else the last colour */
    bool has_under;
    bool has_over;
    enum fp_interpolation interpolation;
    enum fp_origin origin;
    double aspect; /* 1; FP_ASPECT_AUTO */
    bool has_extent;
    double extent[4]; /* left, right, bottom, top in data coordinates; without has_extent
                                  upper: −.5, N−.5, M−.5, −.5; lower: −.5, N−.5, −.5, M−.5 */
};

/* The defaults that are told above. */
FP_API struct fp_imshow_options fp_imshow_defaults(void);

/* Draws the array as an image: (M,N) through norm and colormap, (M,N,3|4) as RGB(A), (M,N,1) as
 * (M,N). Keeps a reference to the array, never a copy. Sets the limits to the extent and the
 * aspect as asked. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for another shape, for
 * vmin > vmax, limits that are not finite or an extent that limits cannot be. */
FP_API struct fp_image *fp_axes_imshow(struct fp_axes *ax, struct fp_array *array,
                                       const struct fp_imshow_options *options);

/* Adds a vertical colorbar for the image at the right of its axes, which make room for it: .15 of
 * their place, .05 apart, 20 times as high as wide. A second one for the same image, or one for an
 * image that completely hides the older one's, takes the first one's place. The colorbar dies
 * with its image and the axes get their space back. Lent. */
FP_API struct fp_colorbar *fp_axes_colorbar(struct fp_axes *ax, struct fp_image *image,
                                            const char *label);

/* --- lines ---------------------------------------------------------------------------------------
 *
 * Lines and what belongs to them. While no limits are set by hand or by imshow, the axes fits all
 * lines with matplotlib's margins of 5 %. */

enum fp_linestyle { FP_SOLID, FP_DASHED, FP_DASHDOT, FP_DOTTED };

/* What plot takes beside the values. Start from fp_plot_defaults(). */
struct fp_plot_options {
    bool has_color; /* else the next of matplotlib's ten, tab10, after those taken since clear */
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

/* Lines across the axes at every tick. */
FP_API enum fp_status fp_axes_set_grid(struct fp_axes *ax, bool on);

enum fp_legend_place {
    FP_LEGEND_BEST, /* the corner or side where it covers the fewest points of lines and spans */
    FP_LEGEND_UPPER_RIGHT,
    FP_LEGEND_UPPER_LEFT,
    FP_LEGEND_LOWER_LEFT,
    FP_LEGEND_LOWER_RIGHT,
    FP_LEGEND_CENTER_RIGHT,
    FP_LEGEND_CENTER_LEFT,
    FP_LEGEND_LOWER_CENTER,
    FP_LEGEND_UPPER_CENTER,
    FP_LEGEND_CENTER,
    FP_LEGEND_PLACES
};

/* A box that names all lines that have a label when it is drawn; nothing when there are none. A
 * second one takes the place of the first. Lent. */
FP_API struct fp_legend *fp_axes_legend(struct fp_axes *ax, enum fp_legend_place place);

#ifdef __cplusplus
}
#endif
#endif
