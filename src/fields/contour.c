/* SPDX-License-Identifier: MIT */
/* contour.c: the contour artist, lines or areas. Its levels are found in contour_levels.c, how they
 * look in contour_look.c. */
#include "fields/contour.h"

#include <math.h>

#include "color/colormap.h"
#include "color/norm.h"
#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "image/coloring.h"

/* --- life ------------------------------------------------------------------------------------- */

static void
drop_levels(struct fp_contour *contour)
{
    for (size_t i = 0; i < contour->level_count; i++)
        fp_free(contour->looks[i].text);
    fp_free(contour->looks);
    fp_free(contour->levels);
    contour->looks = NULL;
    contour->levels = NULL;
    contour->level_count = 0;
}

static void
contour_close(struct fp_object *obj)
{
    struct fp_contour *contour = (struct fp_contour *)obj;

    fp__artist_close(&contour->artist);
    fp__lattice_drop(&contour->source);
    drop_levels(contour);
}

static void
contour_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    const struct fp__lattice_source *source = &((struct fp_contour *)obj)->source;
    struct fp_array *held[] = {source->x, source->y, source->z};

    for (size_t i = 0; i < sizeof held / sizeof held[0]; i++)
        if (held[i])
            visit((struct fp_object *)held[i], arg);
}

static size_t
contour_bytes(const struct fp_object *obj)
{
    return ((const struct fp_contour *)obj)->level_count *
           (sizeof(double) + sizeof(struct fp__contour_look));
}

/* --- the class -------------------------------------------------------------------------------- */

static void
contour_limits(const struct fp__artist *artist, struct fp__extent *x, struct fp__extent *y)
{
    const struct fp_contour *contour = (const struct fp_contour *)artist;

    for (int end = 0; end < 2; end++) {
        fp__extent_stick(x, contour->x[end]);
        fp__extent_stick(y, contour->y[end]);
    }
}

static bool
contour_coloring(const struct fp__artist *artist, struct fp__coloring *coloring)
{
    const struct fp_contour *contour = (const struct fp_contour *)artist;

    *coloring = (struct fp__coloring){.contour = contour,
                                      .alpha = 1,
                                      .has_under = true,
                                      .under = contour->under,
                                      .has_over = true,
                                      .over = contour->looks[contour->level_count - 1].color};
    return !fp_is_closed(contour);
}

#define CONTOUR_CLASS(where)                                                                       \
    {                                                                                              \
        .base = {.name = "contour",                                                                \
                 .size = sizeof(struct fp_contour),                                                \
                 .traverse = contour_traverse,                                                     \
                 .close = contour_close,                                                           \
                 .bytes = contour_bytes},                                                          \
        .layer = where, .limits = contour_limits, .coloring = contour_coloring,                    \
        .draw = fp__contour_draw,                                                                  \
    }

static const struct fp__artist_class lines_class = CONTOUR_CLASS(FP__LAYER_LINES);
static const struct fp__artist_class areas_class = CONTOUR_CLASS(FP__LAYER_PATCHES);

/* --- making ----------------------------------------------------------------------------------- */

struct fp_contour_options
fp_contour_defaults(void)
{
    struct fp_contour_options options = {
        .level_count = 7, .norm = {.kind = FP_NORM_LINEAR, .vmin = NAN, .vmax = NAN}, .alpha = 1};

    fp_colormap_find(NULL, "viridis", &options.cmap);
    return options;
}

/* As imshow places the middles of pixels along one axis. */
static void
place_middles(struct fp__lattice_source *source, int axis, size_t n, double from, double to,
              bool turned)
{
    double half = (to - from) / (double)n / 2;

    source->first[axis] = turned ? to - half : from + half;
    source->last[axis] = turned ? from + half : to - half;
}

static void
place_points(struct fp__lattice_source *source, const struct fp_contour_options *o)
{
    const size_t *shape = fp_array_layout(source->z)->shape;
    double whole[4] = {0, (double)shape[1], 0, (double)shape[0]};
    const double *extent = o->has_extent ? o->extent : whole;

    source->first[0] = extent[0];
    source->first[1] = extent[2];
    source->last[0] = o->has_extent ? extent[1] : extent[1] - 1;
    source->last[1] = o->has_extent ? extent[3] : extent[3] - 1;
    if (!o->has_origin)
        return;
    place_middles(source, 0, shape[1], extent[0], extent[1], false);
    place_middles(source, 1, shape[0], extent[2], extent[3], o->origin == FP_ORIGIN_UPPER);
}

static enum fp_status
take_grid(struct fp_contour *contour, const char *function, const struct fp_contour_options *o)
{
    struct fp_context *ctx = contour->artist.base.ctx;
    struct fp__points points;
    enum fp_status status = fp__lattice_check(ctx, function, &contour->source, 2, 0);

    if (status != FP_OK) {
        contour->source = (struct fp__lattice_source){0}; /* not held yet */
        return status;
    }
    fp__lattice_hold(&contour->source);
    place_points(&contour->source, o);
    status = fp__points_read(ctx, &contour->source, &points);
    if (status == FP_OK && !fp__points_extent(&points, contour->x, contour->y))
        status = fp__fail(ctx, FP_ERR_ARGUMENT,
                          "%s: a point of the grid is not finite" FP__HINT
                          "only z may have gaps, which are NaN",
                          function);
    return status;
}

static enum fp_status
check_options(struct fp_context *ctx, const char *function, const struct fp_contour_options *o)
{
    enum fp_status status = fp__norm_check(ctx, &o->norm);
    bool widths_fine = true;

    for (size_t i = 0; i < o->linewidth_count; i++)
        widths_fine &= o->linewidths[i] >= 0 && isfinite(o->linewidths[i]);
    if (status == FP_OK)
        status = fp__colormap_check(ctx, &o->cmap);
    if (status == FP_OK)
        status = fp__norm_fits(ctx, &o->norm, &o->cmap);
    if (status == FP_OK && (!widths_fine || !(o->alpha >= 0 && o->alpha <= 1)))
        status = fp__fail(ctx, FP_ERR_ARGUMENT,
                          "%s: a line width or an alpha that cannot be drawn" FP__HINT
                          "widths are from 0 on, alpha from 0 to 1",
                          function);
    return status;
}

static struct fp_contour *
create(struct fp_axes *ax, const struct fp__lattice_source *source, bool filled,
       const struct fp_contour_options *o)
{
    const char *function = filled ? "contourf" : "contour";
    struct fp_contour *contour = fp__artist_create(ax, filled ? &areas_class : &lines_class);
    enum fp_status status;

    if (!contour)
        return NULL;
    contour->filled = filled;
    contour->extend = o->extend;
    contour->log = o->norm.kind == FP_NORM_LOG;
    contour->source = *source;
    status = take_grid(contour, function, o);
    if (status == FP_OK)
        status = check_options(ax->base.ctx, function, o);
    if (status == FP_OK)
        status = fp__contour_take_levels(contour, o);
    if (status == FP_OK)
        status = fp__contour_take_looks(contour, o);
    if (status == FP_OK)
        return contour;
    fp_unref(contour);
    return NULL;
}

static struct fp_contour *
add(struct fp_axes *ax, const struct fp__lattice_source *source, bool filled,
    const struct fp_contour_options *options)
{
    struct fp_contour_options chosen = options ? *options : fp_contour_defaults();
    struct fp_contour *contour = fp__axes_open(ax) ? create(ax, source, filled, &chosen) : NULL;

    if (!contour || fp__axes_take_artist(ax, &contour->artist) != FP_OK)
        return NULL;
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
    return contour;
}

struct fp_contour *
fp_axes_contour(struct fp_axes *ax, struct fp_array *x, struct fp_array *y, struct fp_array *z,
                const struct fp_contour_options *options)
{
    return add(ax, &(struct fp__lattice_source){.x = x, .y = y, .z = z}, false, options);
}

struct fp_contour *
fp_axes_contourf(struct fp_axes *ax, struct fp_array *x, struct fp_array *y, struct fp_array *z,
                 const struct fp_contour_options *options)
{
    return add(ax, &(struct fp__lattice_source){.x = x, .y = y, .z = z}, true, options);
}

size_t
fp_contour_levels(const struct fp_contour *contour, const double **levels)
{
    if (fp_is_closed(contour))
        return 0;
    *levels = contour->levels;
    return contour->level_count;
}
