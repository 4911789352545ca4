/* SPDX-License-Identifier: MIT */
/* straight.h: a raster's pixels as bytes R, G, B(, A) with straight alpha. */
#ifndef OUTPUT_STRAIGHT_H
#define OUTPUT_STRAIGHT_H

#include <stddef.h>
#include <stdint.h>

/* n pixels (raster.h) to 3n bytes; alpha is left out, so it must be 255. */
void fp__straight_rgb(uint8_t *restrict to, const uint32_t *restrict from, size_t n);

/* n pixels to 4n bytes. A colour c under alpha a becomes c × 255 / a, rounded to nearest, halves
 * up; where a is 0 all four bytes are 0. */
void fp__straight_rgba(uint8_t *restrict to, const uint32_t *restrict from, size_t n);

#endif
