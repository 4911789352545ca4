/* SPDX-License-Identifier: MIT */
/* contour_look.c: colours, widths and styles of a contour's lines and areas: matplotlib 3.6's
 * contour.py (_process_colors, _process_linewidths, _process_linestyles). */
#include <math.h>

#include "color/colormap.h"
#include "color/mapper.h"
#include "fields/contour.h"

static struct fp_color
fade(struct fp_color color, double alpha)
{
    color.a = (uint8_t)(color.a * alpha + .5);
    return color;
}

/* --- through the colormap --------------------------------------------------------------------- */

/* The value that tells a level's colour. */
static double
layer_of(const struct fp_contour *contour, size_t i)
{
    const double *level = &contour->levels[i];

    if (!contour->filled)
        return *level;
    if (i + 1 == contour->level_count)
        return contour->log ? 1e250 : INFINITY;
    return contour->log ? sqrt(level[0]) * sqrt(level[1]) : .5 * (level[0] + level[1]);
}

/* Values below the first level have the map's first colour and those above the last one its last,
 * wherever the norm has its ends. */
static struct fp_color
color_at(const struct fp__mapper *mapper, const struct fp_colormap *map, double value)
{
    uint32_t place;

    if (isinf(value))
        return fp__colormap_rounded(map, map->n - 1);
    fp__mapper_row(mapper, &value, 1, &place);
    if (place == mapper->n + 2)
        return FP_CLEAR;
    return fp__colormap_rounded(map, place == 0 ? 0 : place > map->n ? map->n - 1 : place - 1);
}

/* The norm's limits are those of the levels. */
static enum fp_status
find_norm(const struct fp_contour *contour, struct fp_norm *norm)
{
    double above, below, low = NAN, high = NAN;

    fp_norm_domain(norm, &above, &below);
    for (size_t i = 0; i < contour->level_count; i++) {
        double v = contour->levels[i];

        if (!(v > above && v < below))
            continue;
        low = fmin(low, v);
        high = fmax(high, v);
    }
    return fp_norm_resolve(contour->artist.base.ctx, norm, low, high);
}

static enum fp_status
map_colors(struct fp_contour *contour, const struct fp_contour_options *o)
{
    struct fp_norm norm = o->norm;
    struct fp__mapper mapper;
    enum fp_status status = find_norm(contour, &norm);

    if (status != FP_OK)
        return status;
    if (isnan(norm.vmin) || isnan(norm.vmax))
        norm = (struct fp_norm){.kind = FP_NORM_LINEAR}; /* it has a place for none of them */
    fp__mapper_init(&mapper, &o->cmap, &norm, NULL, NULL, &FP_CLEAR);
    fp__mapper_number(&mapper);
    for (size_t i = 0; i < contour->level_count; i++)
        contour->looks[i].color = color_at(&mapper, &o->cmap, layer_of(contour, i));
    contour->under = fp__colormap_rounded(&o->cmap, 0);
    return FP_OK;
}

/* --- from a list ------------------------------------------------------------------------------ */

static void
list_colors(struct fp_contour *contour, const struct fp_contour_options *o)
{
    bool below = fp__contour_extends(contour, false), above = fp__contour_extends(contour, true);
    size_t n = contour->level_count - (contour->filled ? 1 : 0);
    bool whole = (below || above) && o->color_count == n + below + above;
    size_t from = whole && below ? 1 : 0;

    for (size_t i = 0; i < n; i++)
        contour->looks[i].color = o->colors[from + i % (o->color_count - from)];
    contour->under = o->colors[0];
    if (contour->filled)
        contour->looks[n].color =
            whole && above ? o->colors[o->color_count - 1] : contour->looks[n - 1].color;
}

/* --- lines ------------------------------------------------------------------------------------ */

/* What is drawn in one colour has dashes below 0, by more than a rounding error. */
static double
find_dashed_below(const struct fp_contour *contour, const struct fp_contour_options *o)
{
    double low, high;

    if (o->color_count != 1 ||
        fp_array_range(contour->source.z, -INFINITY, INFINITY, &low, &high) != FP_OK)
        return -INFINITY;
    return -(high - low) * 1e-15;
}

static void
style_lines(struct fp_contour *contour, const struct fp_contour_options *o)
{
    double dashed_below = find_dashed_below(contour, o);

    for (size_t i = 0; i < contour->level_count; i++) {
        struct fp__contour_look *look = &contour->looks[i];

        look->linewidth = o->linewidth_count ? o->linewidths[i % o->linewidth_count] : 1.5;
        if (o->linestyle_count)
            look->linestyle = o->linestyles[i % o->linestyle_count];
        else
            look->linestyle = contour->levels[i] < dashed_below ? FP_DASHED : FP_SOLID;
    }
}

enum fp_status
fp__contour_take_looks(struct fp_contour *contour, const struct fp_contour_options *o)
{
    enum fp_status status = FP_OK;

    if (o->color_count)
        list_colors(contour, o);
    else
        status = map_colors(contour, o);
    for (size_t i = 0; i < contour->level_count; i++)
        contour->looks[i].color = fade(contour->looks[i].color, o->alpha);
    contour->under = fade(contour->under, o->alpha);
    style_lines(contour, o);
    return status;
}
