/* SPDX-License-Identifier: MIT */
/* mapper.h: rows of values to rows of pixels through a norm and a colormap. */
#ifndef COLOR_MAPPER_H
#define COLOR_MAPPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "color/colormap.h"
#include "color/norm.h"
#include "flatplot/color.h"

/* Made once per draw; a plain value with nothing to free. */
struct fp__mapper {
    struct fp__scale scale;
    size_t n;                            /* colours of the map */
    bool opaque;                         /* see fp__mapper_opaque */
    bool bad_opaque;                     /* the bad colour has alpha 255 */
    uint32_t argb[FP__COLORMAP_MAX + 3]; /* premultiplied: under, the map's n, over, bad */
};

/* The norm's limits are finite and in order (fp__norm_check), the map is usable
 * (fp__colormap_check). under NULL: the first colour; over NULL: the last. */
void fp__mapper_init(struct fp__mapper *mapper, const struct fp_colormap *map,
                     const struct fp_norm *norm, const struct fp_color *under,
                     const struct fp_color *over, const struct fp_color *bad);

/* Pixels of n values, with x = (v − vmin) / (vmax − vmin): x < 0 under, x = 1 the last colour,
 * x > 1 over, else colour ⌊n·x⌋; vmin = vmax: the first colour. Values that are not finite are bad,
 * infinities too: matplotlib 3.6.3's imshow masks them (cbook.safe_masked_invalid). */
void fp__mapper_row(const struct fp__mapper *mapper, const double *values, size_t n,
                    uint32_t *argb);

/* True when every colour that a finite value can get has alpha 255. */
bool fp__mapper_opaque(const struct fp__mapper *mapper);

#endif
