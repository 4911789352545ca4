/* SPDX-License-Identifier: MIT */
/* png_data.h: a picture's rows as IDAT chunks: filtered, compressed by ISA-L. */
#ifndef OUTPUT_PNG_DATA_H
#define OUTPUT_PNG_DATA_H

#include <stdbool.h>
#include <stddef.h>

#include "output/png_chunk.h"
#include "render/raster.h"

/* The most bytes that the chunks of this raster can take. False when they do not fit in a size_t. */
bool fp__png_data_bound(const struct fp__raster *raster, size_t *bytes);

/* Bytes of working memory that fp__png_data_append needs, for any raster. */
extern const size_t fp__png_data_work;

/* Appends the IDAT chunks. The result depends on the raster alone, not on what was left in the
 * working memory. False when the compressor refused or needed more than the bound. */
bool fp__png_data_append(struct fp__png_bytes *out, const struct fp__raster *raster, void *work);

#endif
