/* SPDX-License-Identifier: MIT */
/* mapper.c: rows of values to rows of pixels through a norm and a colormap. */
#include "color/mapper.h"

#include <assert.h>
#include <float.h>
#include <math.h>

#include "color/color.h"
#include "color/mapper_ways.h"
#include "core/wide.h"

enum { CHUNK = 256 };

static bool
has_one_colour(const struct fp_norm *norm)
{
    return norm->vmin == norm->vmax && norm->kind != FP_NORM_TWOSLOPE;
}

static bool
is_gray(const struct fp_colormap *map)
{
    for (size_t i = 0; i < map->n; i++)
        if (!fp__color_is_gray(fp_colormap_color(map, i)))
            return false;
    return true;
}

void
fp__mapper_init(struct fp__mapper *mapper, const struct fp_colormap *map,
                const struct fp_norm *norm, const struct fp_color *under,
                const struct fp_color *over, const struct fp_color *bad)
{
    size_t n = map->n;
    struct fp_color below = under ? *under : fp_colormap_color(map, 0);
    struct fp_color above = over ? *over : fp_colormap_color(map, n - 1);

    assert(n <= FP__COLORMAP_MAX);
    mapper->placer = fp__placer_of(norm);
    if (norm->kind == FP_NORM_BOUNDARY)
        fp__boundaries_init(&mapper->boundaries, norm, n);
    mapper->n = n;
    mapper->opaque = has_one_colour(norm) || (below.a == 255 && above.a == 255);
    mapper->bad_opaque = bad->a == 255;
    mapper->argb[0] = fp__premultiply(below);
    for (size_t i = 0; i < n; i++)
        mapper->argb[1 + i] = fp__premultiply(fp_colormap_color(map, i));
    mapper->argb[1 + n] = fp__premultiply(above);
    mapper->argb[2 + n] = fp__premultiply(*bad);
    mapper->gray = fp__color_is_gray(below) && fp__color_is_gray(above) &&
                   fp__color_is_gray(*bad) && is_gray(map);
}

/* n·x reaches n exactly when x reaches 1, for every double, so one product decides all. No branch
 * tells under and over from the rest: in noise across the limits it would be mispredicted, and
 * compilers work on several values at once. −1 is under, n over, n + 1 bad. */
static inline int
index_at(double n, double x, bool fine)
{
    double place = n * x;

    place = place > -0.5 ? place : -0.5;
    place = place < n + 0.5 ? place : n + 0.5;
    place = place < 0 ? -1 : place;
    place = place == n ? n - 1 : place;
    return (int)(fine ? place : n + 1);
}

FP__WIDE static void
linear_indices(const struct fp__placer *placer, double colors, const double *values, size_t n,
               int *indices)
{
    for (size_t i = 0; i < n; i++)
        indices[i] =
            index_at(colors, fp__placer_linear(placer, values[i]), fabs(values[i]) <= DBL_MAX);
}

void
fp__mapper_linear_plain(const struct fp__mapper *mapper, const double *values, size_t n,
                        uint32_t *argb)
{
    int indices[CHUNK];

    for (size_t first = 0; first < n; first += CHUNK) {
        size_t count = n - first < CHUNK ? n - first : CHUNK;

        linear_indices(&mapper->placer, (double)mapper->n, values + first, count, indices);
        for (size_t i = 0; i < count; i++)
            argb[first + i] = mapper->argb[1 + indices[i]];
    }
}

static void
linear_row(const struct fp__mapper *mapper, const double *values, size_t n, uint32_t *argb)
{
#if FP__X86
    if (fp__cpu_has_avx512() && fp__mapper_fits_avx512(mapper)) {
        fp__mapper_linear_avx512(mapper, values, n, argb);
        return;
    }
    if (fp__cpu_has_avx2()) {
        fp__mapper_linear_avx2(mapper, values, n, argb);
        return;
    }
#endif
    fp__mapper_linear_plain(mapper, values, n, argb);
}

static void
boundary_row(const struct fp__mapper *mapper, const double *values, size_t n, uint32_t *argb)
{
    for (size_t i = 0; i < n; i++)
        argb[i] =
            mapper->argb[isfinite(values[i])
                             ? (size_t)(fp__boundaries_index(&mapper->boundaries, values[i]) + 1)
                             : mapper->n + 2];
}

static void
curved_row(const struct fp__mapper *mapper, const double *values, size_t n, uint32_t *argb)
{
    for (size_t i = 0; i < n; i++) {
        double x = isfinite(values[i]) ? fp__placer_at(&mapper->placer, values[i]) : NAN;

        argb[i] = mapper->argb[1 + index_at((double)mapper->n, x, isfinite(x))];
    }
}

void
fp__mapper_row(const struct fp__mapper *mapper, const double *values, size_t n, uint32_t *argb)
{
    switch (mapper->placer.kind) {
    case FP_NORM_LINEAR:
    case FP_NORM_CENTERED:
        linear_row(mapper, values, n, argb);
        break;
    case FP_NORM_BOUNDARY:
        boundary_row(mapper, values, n, argb);
        break;
    default:
        curved_row(mapper, values, n, argb);
    }
}

void
fp__mapper_number(struct fp__mapper *mapper)
{
    for (size_t i = 0; i < mapper->n + 3; i++)
        mapper->argb[i] = (uint32_t)i;
}

bool
fp__mapper_opaque(const struct fp__mapper *mapper)
{
    return mapper->opaque;
}
