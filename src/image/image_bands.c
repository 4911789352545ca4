/* SPDX-License-Identifier: MIT */
/* image_bands.c: an image's picture on its way to the canvas, a few rows at a time. */
#include "image/image_bands.h"

#include "core/wide.h"

/* A multiple of the rows that are resampled together; 16 rows of 1920 pixels are 120 KiB. */
enum { BAND = 16 };

size_t
fp__bands_rows(const struct fp__canvas *canvas, const struct fp__image_places *places)
{
    size_t height = places->y.side.count;

    return canvas->ops->bands && height > BAND ? BAND : height;
}

uint32_t *
fp__bands_row(const struct fp__bands *bands, size_t o)
{
    size_t row = o % bands->rows;

    if (!bands->places->from_top)
        row = bands->rows - 1 - row;
    return bands->pixels + row * bands->places->x.side.count;
}

FP__WIDE static uint32_t
common_bits(const uint32_t *pixels, size_t n)
{
    uint32_t bits = 0xffffffffu;

    for (size_t i = 0; i < n; i++)
        bits &= pixels[i];
    return bits;
}

/* The last n rows, of which o is the last one. */
static void
blit(const struct fp__bands *bands, size_t o, size_t n)
{
    const struct fp__image_places *places = bands->places;
    size_t width = places->x.side.count, height = places->y.side.count;
    int top = bands->canvas->height - places->y.at - (int)height;
    struct fp__blit b = {.x = places->x.at,
                         .y = top + (int)(places->from_top ? o + 1 - n : height - 1 - o),
                         .width = (int)width,
                         .height = (int)n,
                         .pixels = fp__bands_row(bands, places->from_top ? o + 1 - n : o),
                         .stride = width,
                         .opaque = bands->opaque || bands->common >> 24 == 255,
                         .gray = bands->gray,
                         .mapped = bands->mapped,
                         .top = top,
                         .tall = (int)height};

    bands->canvas->ops->image(bands->canvas, &b);
}

/* Bad values are clear by default, so that few images are known to be opaque before they are
 * painted, and most are: those need no blending. */
void
fp__bands_done(struct fp__bands *bands, size_t o)
{
    size_t n = o % bands->rows + 1;

    if (n == 1)
        bands->common = 0xffffffffu;
    if (!bands->opaque)
        bands->common &= common_bits(fp__bands_row(bands, o), bands->places->x.side.count);
    if (n == bands->rows || o + 1 == bands->places->y.side.count)
        blit(bands, o, n);
}
