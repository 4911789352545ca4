/* SPDX-License-Identifier: MIT */
/* colormap.h: what floors above may take for granted of a colormap. */
#ifndef COLOR_COLORMAP_H
#define COLOR_COLORMAP_H

#include "flatplot/color.h"

/* The most colours that a map may have; the largest of the library's own, twilight, has 510. */
#define FP__COLORMAP_MAX 1024

/* Red, green and blue of colour i of the map in 255ths, with their fractions: truncated they are
 * fp_colormap_color's. */
void fp__colormap_shade(const struct fp_colormap *map, size_t i, double shade[3]);

/* Colour i rounded to bytes, as Agg rounds those of collections; images are truncated. */
struct fp_color fp__colormap_rounded(const struct fp_colormap *map, size_t i);

/* FP_ERR_ARGUMENT for a map without a table or with 0 or more than FP__COLORMAP_MAX colours: the
 * struct is public, so a caller may have filled it in, or not. */
enum fp_status fp__colormap_check(struct fp_context *ctx, const struct fp_colormap *map);

#endif
