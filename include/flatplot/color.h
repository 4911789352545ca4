/* SPDX-License-Identifier: MIT */
/* color.h: colours, colormaps and norms. */
#ifndef FLATPLOT_COLOR_H
#define FLATPLOT_COLOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flatplot/array.h"

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
    const uint16_t (*fractions)[3]; /* what truncation took from the bytes, in 65,536ths, for where
                                       colours are blended (imshow's stage rgba); NULL: nothing */
};

/* The map of that name as in matplotlib 3.6.3: 83 of them, each also reversed with "_r". Unknown
 * names fail with FP_ERR_ARGUMENT and a hint that names the nearest one. */
FP_API enum fp_status fp_colormap_find(struct fp_context *ctx, const char *name,
                                       struct fp_colormap *map);

/* The names in alphabetical order, i from 0; NULL past the last. Reversed forms are not listed. */
FP_API const char *fp_colormap_name(size_t i);

/* Colour i of the map, i < map->n. */
FP_API struct fp_color fp_colormap_color(const struct fp_colormap *map, size_t i);

/* The colour of that name as in matplotlib 3.6.3:
 *     "none", "transparent"            clear
 *     "tomato", "RebeccaPurple"        the 148 names of CSS 4, in upper or lower case
 *     "tab:blue"                       the ten of Tableau, gray as grey too
 *     "b g r c m y k w"                one letter, matplotlib's own shades
 *     "C0" … "C9", "C10" …             the ten that lines go through, round and round
 *     "#rgb #rgba #rrggbb #rrggbbaa"   hexadecimal
 *     "0" … "0.5" … "1"                gray
 * Left out are the 949 names of xkcd's survey ("xkcd:…").
 * A fraction becomes a byte as in imshow's colormaps, by truncation: 0.5 is 127. Others fail with
 * FP_ERR_ARGUMENT and a hint that names the nearest one. */
FP_API enum fp_status fp_color_find(struct fp_context *ctx, const char *text,
                                    struct fp_color *color);

/* --- norms ---------------------------------------------------------------------------------------
 *
 * How a value becomes a place x in the colormap: 0 at vmin, 1 at vmax; below 0 is under, above 1
 * over. All as in matplotlib 3.6.3's colors.py. */

enum fp_norm_kind {
    FP_NORM_LINEAR,   /* (v − vmin) / (vmax − vmin) */
    FP_NORM_LOG,      /* by log₁₀ v; values ≤ 0 are bad; limits above 0 */
    FP_NORM_SYMLOG,   /* logarithmic on both sides of a line from −linthresh to linthresh */
    FP_NORM_ASINH,    /* by asinh(v / width): the same, smoothly */
    FP_NORM_POWER,    /* ((v − vmin) / (vmax − vmin)) to the power gamma; 0 below vmin */
    FP_NORM_TWOSLOPE, /* two lines that meet in ½ at the centre */
    FP_NORM_CENTERED, /* linear, from centre − half_range to centre + half_range */
    FP_NORM_BOUNDARY, /* one colour between each pair of neighbouring boundaries */
    FP_NORM_LOGIT     /* by log₁₀(v / (1 − v)); values outside 0 < v < 1 are bad */
};

/* A norm. The members that its kind does not name are not read. The defaults are those that
 * fp_norm_parse fills in. */
struct fp_norm {
    enum fp_norm_kind kind;
    double vmin, vmax;           /* NaN: from the data. Centered and boundary find them from what
                                    follows and refuse others */
    double linthresh;            /* symlog: > 0; 2 */
    double linscale;             /* symlog: > 0, decades that 0 … linthresh takes; 1 */
    double width;                /* asinh: > 0, of the nearly straight part; 1 */
    double gamma;                /* power: > 0 */
    double center;               /* twoslope: from vmin to vmax; centered: 0 */
    double half_range;           /* centered: NaN: the largest distance in the data */
    struct fp_array *boundaries; /* boundary: (N,), rising, N − 1 no more than the map's colours;
                                    borrowed. imshow keeps a reference */
};

/* A norm by its name, with parameters after a colon:
 *     linear  log  logit  symlog[:linthresh[,linscale]]  asinh[:width]  power:gamma
 *     twoslope:centre  centered[:centre[,half]]  boundary:b0,b1,…
 * with vmin and vmax NaN. The boundaries are a new array, which the caller unrefs; they are NULL
 * for all other kinds. FP_ERR_ARGUMENT with a hint for an unknown name or wrong parameters, and
 * then *norm is as it was. */
FP_API enum fp_status fp_norm_parse(struct fp_context *ctx, const char *text, struct fp_norm *norm);

/* The open interval of the values that the norm has a place for: log: 0, ∞; logit: 0, 1; all
 * others: −∞, ∞. For fp_array_range and fp_frames_range. */
FP_API void fp_norm_domain(const struct fp_norm *norm, double *above, double *below);

/* Checks the norm and fills in the limits that are NaN, from the smallest and the largest value in
 * its domain (NaN when there is none; then the limits stay NaN unless the norm has its own). As
 * imshow does for one image; for one scale over many. A norm that this gave can be given again.
 *     linear log symlog asinh power logit: low and high
 *     twoslope: the same, but never beyond the centre
 *     centered: centre ∓ half_range, which is found as the larger distance of low and high
 *     boundary: the first and the last boundary
 * FP_ERR_ARGUMENT, with *norm as it was, when a limit is infinite or outside the domain, vmin above
 * vmax, or a parameter not as told above. */
FP_API enum fp_status fp_norm_resolve(struct fp_context *ctx, struct fp_norm *norm, double low,
                                      double high);

#ifdef __cplusplus
}
#endif
#endif
