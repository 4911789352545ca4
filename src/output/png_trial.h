/* SPDX-License-Identifier: MIT */
/* png_trial.h: which filters make rows small, found by compressing them. */
#ifndef OUTPUT_PNG_TRIAL_H
#define OUTPUT_PNG_TRIAL_H

#include "output/png_libpng.h"

/* Finds which filters (libpng's names) make fewer bytes of the band, `count` rows of the picture
 * one behind the other: none at all, or libpng's choice for each row.
 *
 * libpng takes the filter that leaves the smallest numbers in a row (PNG specification, 12.8),
 * which is right for photographs: one of 920,000 bytes comes to 452,000 instead of 630,000. What
 * goes through a colormap, and lines and letters, have few colours that come again and again, which
 * filters hide: frames of smooth noise through 256 colours come to 1.1 to 1.4 times the bytes.
 *
 * Both are compressed at level 6, in a half to a sixth of the time of level 9. Of 18 pictures
 * (maps, photographs, plots, contact sheets) in bands of 1 MiB that came to the same bytes as
 * choosing by level 9; level 4 chose otherwise in two of them, level 1 in three. */
enum fp_status fp__png_trial(struct fp_context *ctx, const struct fp__picture *picture,
                             const uint8_t *band, int count, int *filters);

#endif
