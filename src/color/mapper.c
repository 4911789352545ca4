/* SPDX-License-Identifier: MIT */
/* mapper.c: rows of values to rows of pixels through a norm and a colormap. */
#include "color/mapper.h"

#include <assert.h>
#include <math.h>

#include "color/color.h"

void
fp__mapper_init(struct fp__mapper *mapper, const struct fp_colormap *map,
                const struct fp_norm *norm, const struct fp_color *under,
                const struct fp_color *over, const struct fp_color *bad)
{
    size_t n = map->n;
    struct fp_color below = under ? *under : fp_colormap_color(map, 0);
    struct fp_color above = over ? *over : fp_colormap_color(map, n - 1);

    assert(n <= FP__COLORMAP_MAX);
    mapper->scale = fp__norm_scale(norm);
    mapper->n = n;
    mapper->opaque = norm->vmin == norm->vmax || (below.a == 255 && above.a == 255);
    mapper->bad_opaque = bad->a == 255;
    mapper->argb[0] = fp__premultiply(below);
    for (size_t i = 0; i < n; i++)
        mapper->argb[1 + i] = fp__premultiply(fp_colormap_color(map, i));
    mapper->argb[1 + n] = fp__premultiply(above);
    mapper->argb[2 + n] = fp__premultiply(*bad);
}

/* n·x reaches n exactly when x reaches 1, for every double, so one product decides all. No branch
 * tells under and over from the rest: in noise across the limits it would be mispredicted. */
static inline uint32_t
pixel(const struct fp__mapper *mapper, double value)
{
    double n = (double)mapper->n;
    double place = n * fp__scale_at(&mapper->scale, value);
    int index;

    place = place > -0.5 ? place : -0.5;
    place = place < n + 0.5 ? place : n + 0.5;
    index = 1 + (int)place - (place < 0) - (place == n);
    return mapper->argb[isfinite(value) ? index : (int)mapper->n + 2];
}

void
fp__mapper_row(const struct fp__mapper *mapper, const double *values, size_t n, uint32_t *argb)
{
    for (size_t i = 0; i < n; i++)
        argb[i] = pixel(mapper, values[i]);
}

bool
fp__mapper_opaque(const struct fp__mapper *mapper)
{
    return mapper->opaque;
}
