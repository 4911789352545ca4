/* SPDX-License-Identifier: MIT */
/* artist.h: what is drawn in axes. */
#ifndef FLATPLOT_ARTIST_H
#define FLATPLOT_ARTIST_H

#include "flatplot/array.h"

#ifdef __cplusplus
extern "C" {
#endif

struct fp_image;
struct fp_colorbar;
struct fp_line;
struct fp_errorbar;
struct fp_stem;
struct fp_rule;
struct fp_fill;
struct fp_scatter;
struct fp_bars;
struct fp_contour;
struct fp_mesh;
struct fp_span;
struct fp_note;
struct fp_legend;

/* Takes an artist (an image, a line, a colorbar …) out of its axes and closes it. */
FP_API enum fp_status fp_artist_remove(void *artist);

/* What is drawn before what in its axes: a finite number, the smaller first, and those of the same
 * in the order in which they were added. matplotlib's: images 0, filled areas, bars and scatters 1,
 * grid and ticks 1.5 (fp_axes_set_axisbelow), lines 2, frame 2.5, texts 3, legends 5. */
FP_API enum fp_status fp_artist_set_zorder(void *artist, double zorder);

/* Replaces the values; limits, extent and colours stay. Same shapes as for fp_axes_imshow. */
FP_API enum fp_status fp_image_set_data(struct fp_image *image, struct fp_array *array);

/* The values at the ends of the colormap. A NaN in set_clim leaves that end as it is; get_clim
 * gives NaN for both when the image has no finite value or colours of its own. */
FP_API enum fp_status fp_image_set_clim(struct fp_image *image, double vmin, double vmax);
FP_API enum fp_status fp_image_get_clim(struct fp_image *image, double *vmin, double *vmax);

/* The text along the colorbar: UTF-8, copied; NULL or "" for none. */
FP_API enum fp_status fp_colorbar_set_label(struct fp_colorbar *colorbar, const char *text);

/* The ticks along the colorbar, and how their numbers are written: as for the axis of axes, see
 * fp_axes_set_xticks and fp_axes_set_xformat. */
FP_API enum fp_status fp_colorbar_set_ticks(struct fp_colorbar *colorbar, const double *values,
                                            size_t n, const char *const *labels);
FP_API enum fp_status fp_colorbar_set_format(struct fp_colorbar *colorbar, const char *format);

/* Replaces a line's values; its looks and the axes' limits set by hand stay. As in fp_axes_plot. */
FP_API enum fp_status fp_line_set_data(struct fp_line *line, struct fp_array *x,
                                       struct fp_array *y);

/* Replaces the places of a scatter's points, columns as in fp_axes_scatter; sizes and values stay.
 * FP_ERR_ARGUMENT when it has one of these for each point and there are not as many points now. */
FP_API enum fp_status fp_scatter_set_offsets(struct fp_scatter *scatter, struct fp_array *x,
                                             struct fp_array *y);

/* Replaces the values that colour a scatter's points, as many; the colours' limits stay.
 * FP_ERR_ARGUMENT for a scatter that was made without values. */
FP_API enum fp_status fp_scatter_set_array(struct fp_scatter *scatter, struct fp_array *values);

/* Replaces the values of a mesh by as many rows and columns; the colours' limits stay. */
FP_API enum fp_status fp_mesh_set_array(struct fp_mesh *mesh, struct fp_array *z);

/* As those of images. */
FP_API enum fp_status fp_mesh_set_clim(struct fp_mesh *mesh, double vmin, double vmax);
FP_API enum fp_status fp_mesh_get_clim(struct fp_mesh *mesh, double *vmin, double *vmax);

#ifdef __cplusplus
}
#endif
#endif
