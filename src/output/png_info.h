/* SPDX-License-Identifier: MIT */
/* png_info.h: what all PNG writers say about a picture beside its pixels. */
#ifndef OUTPUT_PNG_INFO_H
#define OUTPUT_PNG_INFO_H

#include <stdbool.h>
#include <stdint.h>

#include "output/format.h"

/* The text that comes first in every file. */
#define FP__PNG_SOFTWARE_KEY "Software"
#define FP__PNG_SOFTWARE "flatplot " FP_VERSION

/* Fails with FP_ERR_LIMIT unless both sides are 1 … FP_MAX_SIDE, and with FP_ERR_ARGUMENT for a
 * text that no PNG can hold: keys are 1 to 79 printable ASCII characters without a space at either
 * end or two together (PNG specification, 11.3.4.2), values are UTF-8. */
enum fp_status fp__png_check(struct fp_context *ctx, const struct fp__picture *picture);

/* What IHDR says of pixels that fp__straight_row gives: PNG specification, 11.2.2. */
enum { FP__PNG_GRAY = 0, FP__PNG_RGB = 2, FP__PNG_RGBA = 6 };
uint8_t fp__png_color_type(const struct fp__raster *raster);

/* For pHYs: an inch is 0.0254 m, rounded to nearest (100 dpi: 3937). 0, which means no pHYs, when
 * that is not a number from 1 to 2³¹ − 1. */
uint32_t fp__png_pixels_per_metre(double dpi);

/* True when the value goes into a tEXt chunk (printable ASCII and newlines only, which Latin-1 and
 * UTF-8 share); else it goes into an iTXt chunk. */
bool fp__png_text_is_plain(const char *value);

#endif
