/* SPDX-License-Identifier: MIT */
/* fields.h: values over a plane: contour lines, filled contours and coloured meshes. */
#ifndef FLATPLOT_FIELDS_H
#define FLATPLOT_FIELDS_H

#include "flatplot/plot.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- contours ------------------------------------------------------------------------------------
 *
 * Lines of one value through a grid of values, and the areas between them. The grid is z, an array
 * of shape (M, N): M rows along y, N columns along x. Its points lie at x, y: arrays of shapes (N,)
 * and (M,), or both (M, N) for grids that are not straight; or both NULL. All are kept by
 * reference. Where z is not finite there is nothing; a cell with one such corner is a triangle. */

/* What contour and contourf take beside the values. Start from fp_contour_defaults(). Lists are
 * copied. */
struct fp_contour_options {
    const double *levels;    /* rising; NULL: about level_count + 1 round steps through the values,
                             or decades with a log norm */
    size_t level_count;      /* 7; no more than 160 are chosen */
    struct fp_colormap cmap; /* viridis: a level's colour; of an area that of the middle between its
                                levels */
    struct fp_norm norm;     /* linear, from the first level to the last */
    const struct fp_color *colors; /* NULL, or the levels' own, over and over; with one more for
                                      each extended end those are the first and the last */
    size_t color_count;
    const double *linewidths; /* in points, over and over; NULL: 1.5 */
    size_t linewidth_count;
    const enum fp_linestyle *linestyles; /* over and over; NULL: solid, and dashed below 0 when
                                            there is one colour for all */
    size_t linestyle_count;
    enum fp_extend extend; /* of areas: whether there are ones below and above all levels too */
    double alpha;          /* 1: multiplies the alpha of all colours; 0 … 1 */
    /* Without x and y the points lie at 0, 1, 2 …; or evenly from one end of the extent to the
     * other; or with an origin where imshow has the middles of its pixels. */
    bool has_origin;
    enum fp_origin origin;
    bool has_extent;
    double extent[4]; /* left, right, bottom, top */
};

/* The defaults that are told above. */
FP_API struct fp_contour_options fp_contour_defaults(void);

/* Draws a line for each level, or fills the areas between each two. Both give the axes limits that
 * fit to the grid, where margins end. Between two points a line runs where linear interpolation
 * has its level; where four crossings of a cell can be joined in two ways the mean of its corners
 * tells (marching squares, as contourpy's mpl2014). When no level lies between the smallest and the
 * largest value there is one line at the smallest, as in matplotlib, and a warning. Edges of areas
 * are smooth unless a colour is translucent; matplotlib's never are. A colorbar shows the levels.
 * options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for other shapes, a grid with a point that
 * is not finite or fewer than 2 · 2 values, levels that do not rise, fewer than two of them to
 * fill, or options out of their range. */
FP_API struct fp_contour *fp_axes_contour(struct fp_axes *ax, struct fp_array *x,
                                          struct fp_array *y, struct fp_array *z,
                                          const struct fp_contour_options *options);
FP_API struct fp_contour *fp_axes_contourf(struct fp_axes *ax, struct fp_array *x,
                                           struct fp_array *y, struct fp_array *z,
                                           const struct fp_contour_options *options);

/* The contour's levels, rising, valid while it is open. Returns how many; 0 when it was closed. */
FP_API size_t fp_contour_levels(const struct fp_contour *contour, const double **levels);

/* What clabel takes. Start from fp_clabel_defaults(). */
struct fp_clabel_options {
    const double *levels; /* NULL: all; else those of the contour's that get a label */
    size_t level_count;
    double fontsize;       /* in points: 10 */
    bool break_lines;      /* true: the line makes room for its label (matplotlib's inline) */
    double inline_spacing; /* at each end of a label, in pixels of 100 to the inch: 5 */
    const char *format;    /* as in fp_axes_set_xformat, copied; NULL: as many decimals as tell
                              those levels apart */
    bool has_color;        /* else the line's own */
    struct fp_color color;
};

/* The defaults that are told above. */
FP_API struct fp_clabel_options fp_clabel_defaults(void);

/* Writes the level onto each of its lines that is long enough, where it is straightest, along it
 * and never upside down; in the place of labels that it had. Places are found when the figure is
 * drawn. options may be NULL. FP_ERR_ARGUMENT for filled contours, for a level that is none of the
 * contour's and options out of their range. */
FP_API enum fp_status fp_contour_label(struct fp_contour *contour,
                                       const struct fp_clabel_options *options);

/* --- meshes -----------------------------------------------------------------------------------
 */

/* Whether the points of a mesh are the corners of its cells, one more per side than values, or
 * their middles; auto: as the number of points tells. */
enum fp_shading { FP_SHADING_AUTO, FP_SHADING_FLAT, FP_SHADING_NEAREST };

/* What pcolormesh takes beside the values. Start from fp_pcolormesh_defaults(). */
struct fp_pcolormesh_options {
    struct fp_colormap cmap; /* viridis */
    struct fp_norm norm;     /* linear, limits NaN: minimum and maximum of the finite values */
    enum fp_shading shading; /* auto */
    double alpha;            /* 1: multiplies the alpha of all colours; 0 … 1 */
    bool has_edgecolor;      /* else cells have no edges */
    struct fp_color edgecolor;
    double linewidth; /* of edges, in points: 1 */
};

/* The defaults that are told above. */
FP_API struct fp_pcolormesh_options fp_pcolormesh_defaults(void);

/* Colours the cells of a grid by z, an array of shape (M, N). x and y are arrays of shapes (N,) and
 * (M,), or both (M, N), with one more per side when they are the cells' corners; or both NULL for
 * corners at 0, 1, 2 … All are kept by reference. A cell without a finite value is not drawn. The
 * edges of straight grids lie on whole pixels as matplotlib's do; of others each pixel shows the
 * cell that its middle lies in. The axes' limits fit to the grid, where margins end, and the axes
 * loses the lines of its grid. A mesh can have a colorbar. options may be NULL. Lent; NULL with
 * FP_ERR_ARGUMENT for other shapes, a point that is not finite, or options out of their range. */
FP_API struct fp_mesh *fp_axes_pcolormesh(struct fp_axes *ax, struct fp_array *x,
                                          struct fp_array *y, struct fp_array *z,
                                          const struct fp_pcolormesh_options *options);

#ifdef __cplusplus
}
#endif
#endif
