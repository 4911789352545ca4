/* SPDX-License-Identifier: MIT */
/* row_filter.h: rows of bytes as PNG filters them before compression (PNG specification, 9).
 *
 * A filtered row is one byte that names the filter and then as many bytes as the row has. */
#ifndef PIXELS_ROW_FILTER_H
#define PIXELS_ROW_FILTER_H

#include <stddef.h>
#include <stdint.h>

/* The numbers are PNG's. */
enum fp__row_filter {
    FP__FILTER_NONE = 0, /* the bytes as they are */
    FP__FILTER_SUB = 1,  /* minus the byte one pixel to the left */
    FP__FILTER_UP = 2    /* minus the byte one row up */
};

/* The better of None and Sub for a row of n bytes with `pixel` bytes a pixel.
 *
 * Sub when at least half of the steps from pixel to pixel that are not 0 are at most 12 levels:
 * a gradient's steps are few different small bytes. Else None: steps between unrelated colours are
 * as many as the colours' pairs, where the colours themselves come back. 12 was the best of 4 … 48
 * over smooth and random images, enlarged and resampled, through 256-colour maps and in gray. */
enum fp__row_filter fp__row_filter_choose(const uint8_t *row, size_t n, size_t pixel);

/* Writes the row, filtered by None or Sub, to `to`: 1 + n bytes that do not overlap the row. */
void fp__row_filter_apply(uint8_t *to, enum fp__row_filter filter, const uint8_t *row, size_t n,
                          size_t pixel);

/* Writes a row that equals the one above it, filtered by Up: 1 + n bytes. */
void fp__row_filter_repeat(uint8_t *to, size_t n);

#endif
