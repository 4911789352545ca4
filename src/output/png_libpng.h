/* SPDX-License-Identifier: MIT */
/* png_libpng.h: a PNG through libpng, some rows at a time. Its memory comes through our door, and
 * what it complains about comes back as a status. */
#ifndef OUTPUT_PNG_LIBPNG_H
#define OUTPUT_PNG_LIBPNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <png.h>

#include "data/png_door.h"
#include "output/format.h"

/* How hard it tries to be small: as it does by itself, which is 6, or zlib's level. */
enum fp__libpng_effort { FP__LIBPNG_USUAL = 0, FP__LIBPNG_TRIAL = 6, FP__LIBPNG_MOST = 9 };

struct fp__libpng {
    struct fp_context *ctx;
    const struct fp__picture *picture;
    enum fp__libpng_effort effort;
    fp_sink_fn sink;
    void *data;
    png_structp png;
    png_infop info;
    const uint8_t *rows; /* the next ones … */
    int count;
    int filters; /* … and libpng's names of those to choose from, row by row; 0: as before */
    enum fp_status refused; /* what the sink said */
    struct fp__png_door door;
};

/* Begins the file that the members ctx, picture, effort, sink and data describe, the others zero,
 * and writes what comes before the pixels. Of the raster its size and kind of pixels count.
 * fp__libpng_finish frees in both cases. */
enum fp_status fp__libpng_begin(struct fp__libpng *w);
void fp__libpng_finish(struct fp__libpng *w);

/* Writes the next `count` rows, whose bytes lie one behind the other. */
enum fp_status fp__libpng_rows(struct fp__libpng *w, const uint8_t *rows, int count, int filters);

/* Writes what comes after the last row. */
enum fp_status fp__libpng_end(struct fp__libpng *w);

#endif
