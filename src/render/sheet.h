/* SPDX-License-Identifier: MIT */
/* sheet.h: the pixels of a canvas, for what is drawn past cairo. */
#ifndef RENDER_SHEET_H
#define RENDER_SHEET_H

#include <stddef.h>
#include <stdint.h>

struct fp__sheet {
    uint32_t *pixels;
    size_t stride; /* in pixels */
    int width, height;
};

/* v, or the end of low … high beyond which it lies. */
static inline int
fp__within(int v, int low, int high)
{
    return v < low ? low : v > high ? high : v;
}

#endif
