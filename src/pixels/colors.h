/* SPDX-License-Identifier: MIT */
/* colors.h: rows of red, green and blue as numbers to opaque pixels. */
#ifndef PIXELS_COLORS_H
#define PIXELS_COLORS_H

#include <float.h>
#include <stddef.h>
#include <stdint.h>

#include "core/cpu.h"

/* n pixels, 0xffRRGGBB, of 3n values from 0 to `full`, scaled to 255 and truncated as matplotlib
 * makes bytes. (numpy scales float32 in float32; for each of them in 0 … 1 that comes to the same.)
 * What lies outside is clipped, and what is not finite is 0. */
void fp__colors_opaque(const double *values, size_t n, double full, uint32_t *argb);

/* The ways in which it can be done; all give the same pixels. */
void fp__colors_opaque_plain(const double *values, size_t n, double full, uint32_t *argb);
#if FP__X86
void fp__colors_opaque_avx2(const double *values, size_t n, double full, uint32_t *argb);
#endif

/* One value as such a byte. */
static inline uint8_t
fp__color_byte(double value, double full)
{
    if (!(value > 0 && value <= DBL_MAX))
        return 0;
    return (uint8_t)((value < full ? value : full) * (255 / full));
}

#endif
