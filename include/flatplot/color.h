/* SPDX-License-Identifier: MIT */
/* color.h: colours, colormaps and norms. */
#ifndef FLATPLOT_COLOR_H
#define FLATPLOT_COLOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flatplot/context.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Straight (not premultiplied) sRGB with alpha, 0 … 255. */
struct fp_color {
    uint8_t r, g, b, a;
};

#define FP_BLACK ((struct fp_color){0, 0, 0, 255})
#define FP_WHITE ((struct fp_color){255, 255, 255, 255})
#define FP_CLEAR ((struct fp_color){0, 0, 0, 0})

/* A colormap: a table of n colours. A plain value, with nothing to free. */
struct fp_colormap {
    const char *name; /* without the _r of a reversed map */
    const uint8_t (*rgb)[3];
    size_t n;
    bool reversed;
};

/* The map of that name as in matplotlib 3.6.3: 83 of them, each also reversed with "_r". Unknown
 * names fail with FP_ERR_ARGUMENT and a hint that names the nearest one. */
FP_API enum fp_status fp_colormap_find(struct fp_context *ctx, const char *name,
                                       struct fp_colormap *map);

/* The names in alphabetical order, i from 0; NULL past the last. Reversed forms are not listed. */
FP_API const char *fp_colormap_name(size_t i);

/* Colour i of the map, i < map->n. */
FP_API struct fp_color fp_colormap_color(const struct fp_colormap *map, size_t i);

/* How a value becomes a place in the colormap. vmin and vmax of NaN: found from the data. */
enum fp_norm_kind { FP_NORM_LINEAR };

struct fp_norm {
    enum fp_norm_kind kind;
    double vmin;
    double vmax;
};

#ifdef __cplusplus
}
#endif
#endif
