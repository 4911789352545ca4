/* SPDX-License-Identifier: MIT */
/* mapper.h: rows of values to rows of pixels through a norm and a colormap. */
#ifndef COLOR_MAPPER_H
#define COLOR_MAPPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "color/boundaries.h"
#include "color/colormap.h"
#include "color/norm.h"
#include "flatplot/color.h"

/* Made once per draw; a plain value with nothing to free. */
struct fp__mapper {
    struct fp__placer placer;
    struct fp__boundaries boundaries;    /* of a boundary norm */
    size_t n;                            /* colours of the map */
    bool opaque;                         /* see fp__mapper_opaque */
    bool bad_opaque;                     /* the bad colour has alpha 255 */
    bool gray;                           /* all colours are, however much they let through */
    uint32_t argb[FP__COLORMAP_MAX + 3]; /* premultiplied: under, the map's n, over, bad */
};

/* The norm is resolved and fits the map (fp__norm_fits), the map is usable (fp__colormap_check).
 * under NULL: the first colour; over NULL: the last. */
void fp__mapper_init(struct fp__mapper *mapper, const struct fp_colormap *map,
                     const struct fp_norm *norm, const struct fp_color *under,
                     const struct fp_color *over, const struct fp_color *bad);

/* Pixels of n values, with x the value's place in the norm: x < 0 under, x = 1 the last colour,
 * x > 1 over, else colour ⌊n·x⌋; vmin = vmax: the first colour. Boundary norms: see
 * fp__boundaries_index. Bad are values outside the norm's domain and those that are not finite,
 * infinities too: matplotlib 3.6.3's imshow masks them (cbook.safe_masked_invalid). */
void fp__mapper_row(const struct fp__mapper *mapper, const double *values, size_t n,
                    uint32_t *argb);

/* From now on rows are numbers instead of pixels: 0 for under, 1 … n for the map's colours, n + 1
 * for over and n + 2 for bad. */
void fp__mapper_number(struct fp__mapper *mapper);

/* True when every colour that a finite value in the norm's domain can get has alpha 255. */
bool fp__mapper_opaque(const struct fp__mapper *mapper);

#endif
