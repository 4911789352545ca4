/* SPDX-License-Identifier: MIT */
/* color.c: one colour as the pixel that cairo's ARGB32 wants. */
#include "color/color.h"

/* Adding a 256th of the product to itself divides by 255 exactly for all bytes: pixman's
 * MUL_UN8. */
static uint32_t
multiply(uint32_t channel, uint32_t alpha)
{
    uint32_t product = channel * alpha + 0x80;

    return (product + (product >> 8)) >> 8;
}

uint32_t
fp__premultiply(struct fp_color color)
{
    return (uint32_t)color.a << 24 | multiply(color.r, color.a) << 16 |
           multiply(color.g, color.a) << 8 | multiply(color.b, color.a);
}
