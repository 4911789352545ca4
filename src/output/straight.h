/* SPDX-License-Identifier: MIT */
/* straight.h: a raster's pixels as bytes with straight alpha: gray, R, G, B or R, G, B, A. */
#ifndef OUTPUT_STRAIGHT_H
#define OUTPUT_STRAIGHT_H

#include <stddef.h>
#include <stdint.h>

#include "render/raster.h"

/* Bytes of one pixel: 1 of gray rasters, 3 of other opaque ones, or 4. */
size_t fp__straight_size(const struct fp__raster *raster);

/* Row y to as many bytes for each of its pixels. */
void fp__straight_row(uint8_t *restrict to, const struct fp__raster *raster, int y);

/* n gray pixels to n bytes. */
void fp__straight_gray(uint8_t *restrict to, const uint32_t *restrict from, size_t n);

/* n pixels (raster.h) to 3n bytes; alpha is left out, so it must be 255. */
void fp__straight_rgb(uint8_t *restrict to, const uint32_t *restrict from, size_t n);

/* n pixels to 4n bytes. A colour c under alpha a becomes c × 255 / a, rounded to nearest, halves
 * up; where a is 0 all four bytes are 0. */
void fp__straight_rgba(uint8_t *restrict to, const uint32_t *restrict from, size_t n);

#endif
