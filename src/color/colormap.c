/* SPDX-License-Identifier: MIT */
/* colormap.c: colormaps by name. */
#include "color/colormap.h"

#include <string.h>

#include "color/colormap_tables.h"
#include "core/status.h"
#include "flatplot/text.h"

static enum fp_status
unknown(struct fp_context *ctx, const char *name)
{
    const char *near = fp_text_nearest(name, fp__colormap_names, 2 * FP__COLORMAPS);

    if (near)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "colormap '%s': no such colormap" FP__HINT "did you mean '%s'?", name,
                        near);
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "colormap '%s': no such colormap" FP__HINT
                    "use one of matplotlib's names: viridis, magma, gray, turbo, coolwarm, …; "
                    "_r behind it reverses",
                    name);
}

enum fp_status
fp_colormap_find(struct fp_context *ctx, const char *name, struct fp_colormap *map)
{
    const struct fp__colormap_table *table;
    size_t i = 0;

    name = name ? name : "";
    while (i < 2 * FP__COLORMAPS && strcmp(fp__colormap_names[i], name) != 0)
        i++;
    if (i == 2 * FP__COLORMAPS)
        return unknown(ctx, name);
    table = &fp__colormap_tables[i / 2];
    *map = (struct fp_colormap){
        .name = fp__colormap_names[i - i % 2],
        .rgb = &fp__colormap_rgb[table->first],
        .n = table->n,
        .reversed = i % 2 == 1,
        .fractions = &fp__colormap_fractions[table->first],
    };
    return FP_OK;
}

const char *
fp_colormap_name(size_t i)
{
    return i < FP__COLORMAPS ? fp__colormap_names[2 * i] : NULL;
}

struct fp_color
fp_colormap_color(const struct fp_colormap *map, size_t i)
{
    const uint8_t *rgb = map->rgb[map->reversed ? map->n - 1 - i : i];

    return (struct fp_color){rgb[0], rgb[1], rgb[2], 255};
}

/* The middle of what the fraction stands for: it was rounded down. Byte 255 has none. */
void
fp__colormap_shade(const struct fp_colormap *map, size_t i, double shade[3])
{
    size_t row = map->reversed ? map->n - 1 - i : i;

    for (int c = 0; c < 3; c++) {
        double fraction = map->fractions ? (map->fractions[row][c] + 0.5) / 65536 : 0;

        shade[c] = map->rgb[row][c] + (map->rgb[row][c] < 255 ? fraction : 0);
    }
}

struct fp_color
fp__colormap_rounded(const struct fp_colormap *map, size_t i)
{
    double shade[3];

    fp__colormap_shade(map, i, shade);
    return (struct fp_color){(uint8_t)(shade[0] + .5), (uint8_t)(shade[1] + .5),
                             (uint8_t)(shade[2] + .5), 255};
}

enum fp_status
fp__colormap_check(struct fp_context *ctx, const struct fp_colormap *map)
{
    if (map->rgb && map->n >= 1 && map->n <= FP__COLORMAP_MAX)
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "colormap '%s': a table of 1 to %d colours is needed, not of %zu" FP__HINT
                    "take a colormap from fp_colormap_find",
                    map->name ? map->name : "", FP__COLORMAP_MAX, map->rgb ? map->n : 0);
}
