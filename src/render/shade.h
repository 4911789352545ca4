/* SPDX-License-Identifier: MIT */
/* shade.h: a colour over pixels of which it covers a part, to the bit as cairo blends it. */
#ifndef RENDER_SHADE_H
#define RENDER_SHADE_H

#include <stdint.h>

#include "flatplot/color.h"

/* pixman rounds with 128, and cairo's spans of an opaque colour with 127. */
enum fp__rounding { FP__ROUNDING_SPANS = 127, FP__ROUNDING_PIXMAN = 128 };

/* c·a of a premultiplied colour as cairo has it: rounded to 16 bits, and then cut off. */
static inline uint32_t
fp__shade_channel(uint32_t c, uint32_t a)
{
    return (c * a * 514 + 255) / 510 >> 8;
}

static inline uint32_t
fp__shade_color(struct fp_color c)
{
    return (uint32_t)c.a << 24 | fp__shade_channel(c.r, c.a) << 16 |
           fp__shade_channel(c.g, c.a) << 8 | fp__shade_channel(c.b, c.a);
}

/* What is added to each pixel, and how much of it is left, in 255ths. */
struct fp__shade {
    uint32_t add, left, rounding;
};

/* All four bytes of the pixel times b/255, nearly; two at a time. */
static inline uint32_t
fp__shade_times(uint32_t pixel, uint32_t b, uint32_t rounding)
{
    uint32_t even = (pixel & 0xff00ffu) * b + rounding * 0x10001u;
    uint32_t odd = (pixel >> 8 & 0xff00ffu) * b + rounding * 0x10001u;

    even = (even + (even >> 8 & 0xff00ffu)) >> 8 & 0xff00ffu;
    odd = (odd + (odd >> 8 & 0xff00ffu)) & 0xff00ff00u;
    return even | odd;
}

/* Of a colour, premultiplied, where `part` of 255 of a pixel is covered. */
static inline struct fp__shade
fp__shade_of(uint32_t color, uint32_t part, enum fp__rounding rounding)
{
    uint32_t add = fp__shade_times(color, part, rounding);

    return (struct fp__shade){.add = add, .left = 255 - (add >> 24), .rounding = rounding};
}

static inline uint32_t
fp__shade_over(struct fp__shade shade, uint32_t below)
{
    return shade.add + fp__shade_times(below, shade.left, shade.rounding);
}

#endif
