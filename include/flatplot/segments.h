/* SPDX-License-Identifier: MIT */
/* segments.h: straight lines from one value to another: hlines and vlines. */
#ifndef FLATPLOT_SEGMENTS_H
#define FLATPLOT_SEGMENTS_H

#include "flatplot/plot.h"

#ifdef __cplusplus
extern "C" {
#endif

struct fp_segments;

/* What hlines and vlines take beside the places. Start from fp_segments_defaults(). */
struct fp_segments_options {
    const struct fp_color *colors; /* one after the other and again from the first, copied; NULL:
                                      the style's first (in the dark one white), which takes none
                                      of the ten */
    size_t color_count;
    double alpha;                /* 1: multiplies the alpha of all colours; 0 … 1 */
    double linewidth;            /* in points: 1.5 */
    enum fp_linestyle linestyle; /* solid */
    const char *label;           /* as in plot */
};

/* The defaults that are told above. */
FP_API struct fp_segments_options fp_segments_defaults(void);

/* Draws a line at each of y from one x to another (vlines: at each of x, from one y to another), in
 * data coordinates and with flat ends: arrays of shape (N,) that are kept by reference, and each
 * may be one number, `from` and `to` then for all. What has a number that is not finite is left
 * out. All of it counts for the limits. options may be NULL. Lent; NULL with FP_ERR_ARGUMENT for
 * other shapes, unequal lengths and looks that cannot be drawn. */
FP_API struct fp_segments *fp_axes_hlines(struct fp_axes *ax, struct fp_array *y,
                                          struct fp_array *from, struct fp_array *to,
                                          const struct fp_segments_options *options);
FP_API struct fp_segments *fp_axes_vlines(struct fp_axes *ax, struct fp_array *x,
                                          struct fp_array *from, struct fp_array *to,
                                          const struct fp_segments_options *options);

#ifdef __cplusplus
}
#endif
#endif
