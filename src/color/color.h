/* SPDX-License-Identifier: MIT */
/* color.h: one colour as the pixel that cairo's ARGB32 wants. */
#ifndef COLOR_COLOR_H
#define COLOR_COLOR_H

#include <stdbool.h>
#include <stdint.h>

#include "flatplot/color.h"

/* 0xAARRGGBB with colour multiplied by alpha: ⌊c·a/255 + ½⌋, the rounding of cairo and pixman, so
 * that an opaque colour keeps its bytes. */
uint32_t fp__premultiply(struct fp_color color);

/* The colour with its alpha multiplied. */
static inline struct fp_color
fp__color_fade(struct fp_color color, double alpha)
{
    color.a = (uint8_t)(color.a * alpha + .5);
    return color;
}

/* However much it lets through. */
static inline bool
fp__color_is_gray(struct fp_color color)
{
    return color.r == color.g && color.g == color.b;
}

/* fp_color_find without an error: false for what is no colour, and then *color is as it was. */
bool fp__color_known(const char *text, struct fp_color *color);

#endif
