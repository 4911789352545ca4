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

/* Clears, as matplotlib's cla: artists, title, labels, limits, scales and the grid go, frame and
 * ticks come back; the axes, its place, its aspect, the colour behind the artists and whom it
 * shares limits with stay. Its colorbars are closed and give their space back. */
FP_API enum fp_status fp_axes_clear(struct fp_axes *ax);

/* Takes the axes out of its figure and closes it. */
FP_API enum fp_status fp_axes_remove(struct fp_axes *ax);

/* A title may stand at the left and one at the right, too. */
enum fp_axes_text { FP_TITLE, FP_XLABEL, FP_YLABEL, FP_TITLE_LEFT, FP_TITLE_RIGHT };

/* Text above the axes (12 pt) and along them (10 pt): UTF-8, copied; NULL or "" for none. Each
 * newline begins a new line. */
FP_API enum fp_status fp_axes_set_text(struct fp_axes *ax, enum fp_axes_text which,
                                       const char *text);
FP_API enum fp_status fp_axes_set_title(struct fp_axes *ax, const char *text);
FP_API enum fp_status fp_axes_set_xlabel(struct fp_axes *ax, const char *text);
FP_API enum fp_status fp_axes_set_ylabel(struct fp_axes *ax, const char *text);

/* Until the axes is cleared: another size for one of them, in points, above 0; another colour than
 * the style's; and how many points it stays away from the axes (titles, of which all have the
 * pad that was set last: 6) or from its tick labels (4). */
FP_API enum fp_status fp_axes_set_text_size(struct fp_axes *ax, enum fp_axes_text which,
                                            double points);
FP_API enum fp_status fp_axes_set_text_color(struct fp_axes *ax, enum fp_axes_text which,
                                             struct fp_color color);
FP_API enum fp_status fp_axes_set_text_pad(struct fp_axes *ax, enum fp_axes_text which,
                                           double points);

/* The data coordinates at the left and right, bottom and top edge: finite, and from 1e-300 apart to
 * a finite difference. From the larger to the smaller is fine. */
FP_API enum fp_status fp_axes_set_xlim(struct fp_axes *ax, double left, double right);
FP_API enum fp_status fp_axes_set_ylim(struct fp_axes *ax, double bottom, double top);
FP_API enum fp_status fp_axes_get_xlim(struct fp_axes *ax, double *left, double *right);
FP_API enum fp_status fp_axes_get_ylim(struct fp_axes *ax, double *bottom, double *top);

/* Gives ax the limits of `with`, and both have them in common from now on, with all that share with
 * either, as matplotlib's sharex and sharey: whoever sets them sets them for all, and while nobody
 * has set them they fit what is drawn in any of them. Sharing keeps nobody alive; a closed axes
 * drops out. Clearing the one that others share with sets the limits back for all, clearing another
 * one leaves them. The aspect stays each one's own, and shrinks its box as it does alone.
 * FP_ERR_ARGUMENT for a colorbar's axes. */
FP_API enum fp_status fp_axes_share_x(struct fp_axes *ax, struct fp_axes *with);
FP_API enum fp_status fp_axes_share_y(struct fp_axes *ax, struct fp_axes *with);

/* What matplotlib's subplots(sharex=True) does with inner axes: unless the axes stands in the last
 * row of its grid, its x label goes and tick labels are no longer drawn along x; along y unless it
 * stands in the first column. Labels set later are drawn, tick labels stay away. */
FP_API enum fp_status fp_axes_label_outer_x(struct fp_axes *ax);
FP_API enum fp_status fp_axes_label_outer_y(struct fp_axes *ax);

/* How an axis runs: evenly; by the logarithm, in decades; or by the logarithm of what is larger
 * than ±linthresh, evenly between. */
enum fp_scale_kind { FP_SCALE_LINEAR, FP_SCALE_LOG, FP_SCALE_SYMLOG };

/* What set_xscale takes; the last two are symlog's, and 0 stands for matplotlib's values. */
struct fp_scale {
    enum fp_scale_kind kind;
    double linthresh; /* above 0; 2 */
    double linscale;  /* how many decades each half of the even part takes; above 0; 1 */
};

/* Sets how the axes, and all that share its limits, run in x and in y: linear unless told
 * otherwise, and with NULL. Everything in data coordinates follows, images too: their pixels are
 * even in data coordinates. To log and back, limits that nobody has set fit all lines and images
 * anew. On a log axis values that are not above 0 lie infinitely far down, limits that are not are
 * moved (those that were set before) or ignored (those set later), with a warning, and where every
 * decade has a tick there are minor ticks between. FP_ERR_ARGUMENT for a linthresh or linscale that
 * is not above 0. */
FP_API enum fp_status fp_axes_set_xscale(struct fp_axes *ax, const struct fp_scale *scale);
FP_API enum fp_status fp_axes_set_yscale(struct fp_axes *ax, const struct fp_scale *scale);

/* The aspect is the height of a data unit in y per width of one in x. Any number above 0 shrinks
 * the box inside its place, 1 for square data pixels; this value fills the place. */
#define FP_ASPECT_AUTO 0.0

/* Sets the aspect: FP_ASPECT_AUTO or a finite number above 0. */
FP_API enum fp_status fp_axes_set_aspect(struct fp_axes *ax, double aspect);

/* Whether the frame, ticks and labels are drawn (the title is kept), and the ticks alone. */
FP_API enum fp_status fp_axes_set_axis(struct fp_axes *ax, bool on);
FP_API enum fp_status fp_axes_set_ticks(struct fp_axes *ax, bool on);

/* The colour behind the artists: the style's, white; not drawn when the axis is off. */
FP_API enum fp_status fp_axes_set_facecolor(struct fp_axes *ax, struct fp_color color);

/* The box that is drawn, in pixels from the picture's lower left corner: x0, y0, x1, y1. */
FP_API enum fp_status fp_axes_get_box(struct fp_axes *ax, double box[4]);

/* --- imshow ----------------------------------------------------------------------------------- */

enum fp_interpolation {
    FP_INTERPOLATION_AUTO, /* matplotlib's "antialiased": nearest when enlarging by 1, 2 or more
                              than 3, else hanning */
    FP_INTERPOLATION_NONE, /* as nearest */
    FP_NEAREST,
    /* Agg's kernels, agg_image_filters.h, with their radii in data pixels; when the image is
     * reduced they grow with it. Where it is shown one to one they are as nearest. */
    FP_BILINEAR, /* 1 */
    FP_BICUBIC,  /* 2: the cubic B-spline */
    FP_SPLINE16, /* 2 */
    FP_SPLINE36, /* 3 */
    FP_HANNING,  /* 1 */
    FP_HAMMING,  /* 1 */
    FP_HERMITE,  /* 1 */
    FP_KAISER,   /* 1 */
    FP_QUADRIC,  /* 1.5 */
    FP_CATROM,   /* 2 */
    FP_GAUSSIAN, /* 2 */
    FP_BESSEL,   /* 4 */
    FP_MITCHELL, /* 2 */
    FP_SINC,     /* filterrad */
    FP_LANCZOS,  /* filterrad */
    FP_BLACKMAN, /* filterrad */
    FP_INTERPOLATIONS
};

/* By matplotlib's name ("auto" or "antialiased", "none", "nearest", "bilinear" …);
 * FP_ERR_ARGUMENT with a hint when there is none such. */
FP_API enum fp_status fp_interpolation_find(struct fp_context *ctx, const char *name,
                                            enum fp_interpolation *value);

/* What is interpolated: the values, before norm and colormap, or the colours that these give. */
enum fp_stage { FP_STAGE_DATA, FP_STAGE_RGBA };

#define FP_MAX_FILTERRAD 1000.0

enum fp_origin { FP_ORIGIN_UPPER, FP_ORIGIN_LOWER };

/* What imshow takes beside the array. Start from fp_imshow_defaults(). */
struct fp_imshow_options {
    struct fp_colormap cmap; /* viridis */
    struct fp_norm norm;     /* linear, limits NaN: minimum and maximum of the finite values */
    struct fp_color bad;     /* for NaN, infinite and masked values: transparent. A value is masked
                                by making it NaN (numpy.ma: a.filled(numpy.nan)) */
    struct fp_color under;   /* below vmin, if has_under; else the first colour */
    struct fp_color over;    /* above vmax, if has_over; else the last colour */
    bool has_under;
    bool has_over;
    enum fp_interpolation interpolation;
    enum fp_stage stage; /* data. A value that is not finite makes all pixels bad that it is blended
                            into; as a colour it is blended like the others, alpha apart */
    bool filternorm;     /* true; for matplotlib's sake: the weights of a pixel's kernel are divided
                            by their sum in any case, as Agg does in the end */
    double filterrad;    /* 4: the radius of sinc, lanczos and blackman, above 0 to
                            FP_MAX_FILTERRAD; below 2 it is 2 */
    double alpha;        /* 1: multiplies the alpha of all pixels; 0 … 1 */
    /* NULL, or (M,N) factors of 0 … 1 more, one for each value, interpolated as the data is.
     * Borrowed; imshow keeps a reference. RGB(A) images and those of stage rgba ignore them with a
     * warning; matplotlib ignores them there, too. */
    struct fp_array *alphas;
    enum fp_origin origin;
    double aspect; /* 1; FP_ASPECT_AUTO */
    bool has_extent;
    double extent[4]; /* left, right, bottom, top in data coordinates; without has_extent
                                  upper: −.5, N−.5, M−.5, −.5; lower: −.5, N−.5, −.5, M−.5 */
};

/* The defaults that are told above. */
FP_API struct fp_imshow_options fp_imshow_defaults(void);

/* Draws the array as an image: (M,N) through norm and colormap, (M,N,3|4) as RGB(A), (M,N,1) as
 * (M,N). Keeps a reference to the array, never a copy. Sets the aspect as asked, and the limits to
 * the extent, whatever else is drawn, unless they were set by hand since the axes was cleared. A
 * line that comes later widens them (see plot.h). Images in one axes are drawn in the order in
 * which they came. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for another shape, for vmin
 * > vmax, for options out of their range, limits that are not finite or an extent that limits
 * cannot be. */
FP_API struct fp_image *fp_axes_imshow(struct fp_axes *ax, struct fp_array *array,
                                       const struct fp_imshow_options *options);

/* Which ends of a colorbar point beyond its scale, in the colours of what lies there. */
enum fp_extend { FP_EXTEND_NEITHER, FP_EXTEND_MIN, FP_EXTEND_MAX, FP_EXTEND_BOTH };

/* What colorbar takes beside the artist. Start from fp_colorbar_defaults(). */
struct fp_colorbar_options {
    const char *label;     /* along its scale: UTF-8, copied; NULL or "" for none */
    bool horizontal;       /* below the axes instead of at their right */
    enum fp_extend extend; /* neither */
    double fraction;       /* of the axes' place, that it takes: .15; with the pad below 1 */
    double pad;            /* of the place, between both: NaN: .05, of a horizontal one .15 */
    double shrink;         /* its length, as a part of the place's: 1; above 0 to 1 */
    double aspect;         /* its length over its width: 20 */
};

/* The defaults that are told above. */
FP_API struct fp_colorbar_options fp_colorbar_defaults(void);

/* Adds a colorbar for an artist that colours values through a norm and a colormap (an image, a
 * scatter …) beside its axes, which make room for it; each point of its ends
 * takes a twentieth of the scale's length. Its
 * axis runs along the artist's norm; between boundaries all steps are equally long. When all values
 * lie on one side of a two-slope norm's centre the bar shows that half of the colours along all of
 * its length, where matplotlib spends half of it on one colour that stands for no value. An artist
 * without a value has the scale of a constant: 0, 1 in a log norm, ½ in a logit one, the centre in
 * a centered one. A second one for the same artist, or one for an image that completely hides the
 * older one's, takes the first one's place. The colorbar dies with its artist and the axes get
 * their space back. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for an artist of other
 * axes, one whose colours are its own, and options out of their range. */
FP_API struct fp_colorbar *fp_axes_colorbar(struct fp_axes *ax, void *artist,
                                            const struct fp_colorbar_options *options);

/* --- grid ------------------------------------------------------------------------------------- */

/* Lines across the axes at every major tick; see tick_marks.h for how they look. */
FP_API enum fp_status fp_axes_set_grid(struct fp_axes *ax, bool on);

/* Above filled areas and below lines (zorder 1.5), below everything but images (.5), or above lines
 * (2.5). */
enum fp_axisbelow { FP_AXIS_BELOW_LINES, FP_AXIS_BELOW, FP_AXIS_ABOVE };

/* Where grid, ticks and their labels are drawn, until the axes is cleared. */
FP_API enum fp_status fp_axes_set_axisbelow(struct fp_axes *ax, enum fp_axisbelow below);

#ifdef __cplusplus
}
#endif
#endif
