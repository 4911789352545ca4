/* SPDX-License-Identifier: MIT */
/* png_head.h: what stands around the pixels of a PNG file. */
#ifndef OUTPUT_PNG_HEAD_H
#define OUTPUT_PNG_HEAD_H

#include <stdbool.h>

#include "output/format.h"
#include "output/png_chunk.h"

/* The most bytes of both. False when they do not fit in a size_t. */
bool fp__png_head_bound(const struct fp__picture *picture, size_t *total);

/* What comes before the pixels, of which only the raster's size and whether it is opaque are looked
 * at, and what comes after them. */
void fp__png_head_append(struct fp__png_bytes *out, const struct fp__picture *picture);
void fp__png_end_append(struct fp__png_bytes *out);

#endif
