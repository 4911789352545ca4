/* SPDX-License-Identifier: MIT */
/* straight.c: alpha taken out of premultiplied pixels. */
#include "output/straight.h"

#include "core/wide.h"
#include "output/bytes.h"
#include "output/straight_ways.h"

FP__WIDE static void
narrow(uint8_t *restrict to, const uint32_t *restrict from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        to[i] = (uint8_t)from[i];
}

void
fp__straight_gray(uint8_t *restrict to, const uint32_t *restrict from, size_t n)
{
    narrow(to, from, n);
}

void
fp__straight_rgb_plain(uint8_t *restrict to, const uint32_t *restrict from, size_t n)
{
    if (n == 0)
        return;
    /* Four bytes at once are faster than three; the next pixel overwrites the fourth. */
    for (size_t i = 0; i + 1 < n; i++)
        fp__put_be32(to + 3 * i, from[i] << 8);
    to += 3 * (n - 1);
    to[0] = (uint8_t)(from[n - 1] >> 16);
    to[1] = (uint8_t)(from[n - 1] >> 8);
    to[2] = (uint8_t)from[n - 1];
}

void
fp__straight_rgb(uint8_t *restrict to, const uint32_t *restrict from, size_t n)
{
    if (fp__cpu_has_avx2())
        fp__straight_rgb_avx2(to, from, n);
    else
        fp__straight_rgb_plain(to, from, n);
}

/* Adding ⌊a/2⌋ rounds to nearest: c × 255 / a lies halfway only where a is even. */
static uint8_t
divide(uint32_t color, uint32_t alpha)
{
    uint32_t straight = (color * 255 + alpha / 2) / alpha;

    return (uint8_t)(straight < 255 ? straight : 255);
}

static void
put_translucent(uint8_t *to, uint32_t pixel, uint32_t alpha)
{
    to[0] = divide(pixel >> 16 & 0xff, alpha);
    to[1] = divide(pixel >> 8 & 0xff, alpha);
    to[2] = divide(pixel & 0xff, alpha);
    to[3] = (uint8_t)alpha;
}

void
fp__straight_rgba(uint8_t *restrict to, const uint32_t *restrict from, size_t n)
{
    for (size_t i = 0; i < n; i++, to += 4) {
        uint32_t alpha = from[i] >> 24;

        if (alpha == 255)
            fp__put_be32(to, from[i] << 8 | 255);
        else if (alpha == 0)
            fp__put_be32(to, 0);
        else
            put_translucent(to, from[i], alpha);
    }
}

size_t
fp__straight_size(const struct fp__raster *raster)
{
    if (!raster->opaque)
        return 4;
    return raster->gray ? 1 : 3;
}

void
fp__straight_row(uint8_t *restrict to, const struct fp__raster *raster, int y)
{
    const uint32_t *from = raster->pixels + (size_t)y * raster->stride;
    size_t n = (size_t)raster->width;

    if (!raster->opaque)
        fp__straight_rgba(to, from, n);
    else if (raster->gray)
        fp__straight_gray(to, from, n);
    else
        fp__straight_rgb(to, from, n);
}
