/* SPDX-License-Identifier: MIT */
/* png_data.h: a picture's rows as IDAT chunks: filtered, compressed by ISA-L. */
#ifndef OUTPUT_PNG_DATA_H
#define OUTPUT_PNG_DATA_H

#include <stdbool.h>
#include <stddef.h>

#include "output/png_chunk.h"
#include "render/raster.h"

/* The most bytes that the chunks of this raster can take. False when they do not fit in a
 * size_t. */
bool fp__png_data_bound(const struct fp__raster *raster, size_t *bytes);

/* Bytes of working memory that fp__png_data_append needs, for any raster. */
extern const size_t fp__png_data_work;

/* Appends the IDAT chunks of a raster. The result depends on the raster alone, not on what was left
 * in the working memory. False when the compressor refused or needed more than the bound. */
bool fp__png_data_append(struct fp__png_bytes *out, const struct fp__raster *raster, void *work);

/* The same band by band, for rows that come one by one. A band has room for FP__PNG_BAND bytes, a
 * row of the widest picture and more. After fp__png_data_begin, fp__png_data_add compresses the
 * first n bytes of the band, which are whole filtered rows; with the `last` ones the chunk ends. It
 * appends FP__PNG_BAND_BOUND bytes at the most, and what stands before out->chunk is complete by
 * then. */
#define FP__PNG_BAND ((size_t)256 * 1024)
#define FP__PNG_BAND_BOUND (2 * FP__PNG_BAND)

void fp__png_data_begin(struct fp__png_bytes *out, void *work);
uint8_t *fp__png_data_band(void *work);
bool fp__png_data_add(struct fp__png_bytes *out, void *work, size_t n, bool last);

/* A new chunk begins once one has this much, so that none comes near PNG's limit of 2 GiB. */
#define FP__PNG_DATA_CHUNK ((size_t)1024 * 1024)

#endif
