/* SPDX-License-Identifier: MIT */
/* png_bytes.h: PNG files of every kind, written by libpng, for the tests of this folder. */
#ifndef TESTS_UNIT_DATA_PNG_BYTES_H
#define TESTS_UNIT_DATA_PNG_BYTES_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <png.h>

#include "unit/support.h"

struct png_plan {
    int type; /* PNG_COLOR_TYPE_… */
    int depth;
    bool interlaced;
    bool transparent; /* shade 1, colour (1, 1, 1), entries with the alpha of png_plan_entry */
    unsigned width;
    unsigned height;
};

static inline unsigned
png_plan_channels(const struct png_plan *plan)
{
    return plan->type == PNG_COLOR_TYPE_GRAY_ALPHA ? 2
           : plan->type == PNG_COLOR_TYPE_RGB      ? 3
           : plan->type == PNG_COLOR_TYPE_RGBA     ? 4
                                                   : 1;
}

/* The value stored at a place. */
static inline unsigned
png_plan_value(const struct png_plan *plan, unsigned x, unsigned y, unsigned channel)
{
    return (x * 7 + y * 13 + channel * 3 + x * y * 257) & ((1u << plan->depth) - 1);
}

/* Red, green, blue or alpha of an entry of the palette. */
static inline unsigned
png_plan_entry(unsigned entry, unsigned channel)
{
    return (entry * 37 + channel * 61 + 5) & 255;
}

static inline void
png_set_plan(png_structp png, png_infop info, const struct png_plan *plan)
{
    png_color palette[256];
    png_byte alpha[256];
    png_color_16 key = {.gray = 1, .red = 1, .green = 1, .blue = 1};

    for (unsigned i = 0; i < 256; i++) {
        palette[i] = (png_color){(png_byte)png_plan_entry(i, 0), (png_byte)png_plan_entry(i, 1),
                                 (png_byte)png_plan_entry(i, 2)};
        alpha[i] = (png_byte)png_plan_entry(i, 3);
    }
    png_set_IHDR(png, info, plan->width, plan->height, plan->depth, plan->type,
                 plan->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (plan->type == PNG_COLOR_TYPE_PALETTE) {
        png_set_PLTE(png, info, palette, 1 << plan->depth);
    }
    if (plan->transparent) {
        png_set_tRNS(png, info, alpha, 1 << (plan->depth < 8 ? plan->depth : 8), &key);
    }
    png_set_gAMA(png, info, 0.3); /* is not applied */
}

/* One row, a byte a sample, or two. */
static inline void
png_fill_row(const struct png_plan *plan, unsigned y, png_byte *row)
{
    unsigned channels = png_plan_channels(plan);

    for (unsigned i = 0; i < plan->width * channels; i++) {
        unsigned value = png_plan_value(plan, i / channels, y, i % channels);

        if (plan->depth == 16) {
            row[2 * i] = (png_byte)(value >> 8);
            row[2 * i + 1] = (png_byte)value;
        } else {
            row[i] = (png_byte)value;
        }
    }
}

static inline void
png_make(const char *path, const struct png_plan *plan)
{
    FILE *file = fopen(path, "wb");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_byte *row = malloc((size_t)plan->width * 8);

    assert_true(file && info && row);
    png_init_io(png, file);
    png_set_plan(png, info, plan);
    png_write_info(png, info);
    png_set_packing(png);
    for (int pass = png_set_interlace_handling(png); pass > 0; pass--) {
        for (unsigned y = 0; y < plan->height; y++) {
            png_fill_row(plan, y, row);
            png_write_row(png, row);
        }
    }
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    free(row);
    assert_int_equal(fclose(file), 0);
}

#endif
