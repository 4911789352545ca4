/* SPDX-License-Identifier: MIT */
/* colormap_tables.h: the colours of all colormaps. Written by colormap_tables.py. */
#ifndef COLOR_COLORMAP_TABLES_H
#define COLOR_COLORMAP_TABLES_H

#include <stdint.h>

#define FP__COLORMAPS 83

/* Where a map's colours lie in fp__colormap_rgb. */
struct fp__colormap_table {
    uint16_t first;
    uint16_t n;
};

extern const struct fp__colormap_table fp__colormap_tables[FP__COLORMAPS];

/* The name of map i at 2i and the one of its reversed form, which has no table, at 2i + 1. */
extern const char *const fp__colormap_names[2 * FP__COLORMAPS];

extern const uint8_t fp__colormap_rgb[18828][3];

/* What truncation took from those bytes, in 65,536ths, rounded down. */
extern const uint16_t fp__colormap_fractions[18828][3];

#endif
