/* SPDX-License-Identifier: MIT */
/* mesh.c: the mesh artist: what pcolormesh makes. How it looks is in mesh_draw.c. */
#include "fields/mesh.h"

#include <math.h>

#include "color/colormap.h"
#include "color/norm.h"
#include "core/status.h"
#include "figure/axes.h"
#include "image/coloring.h"

/* --- life ------------------------------------------------------------------------------------- */

static void
mesh_close(struct fp_object *obj)
{
    struct fp_mesh *mesh = (struct fp_mesh *)obj;

    fp__artist_close(&mesh->artist);
    fp__lattice_drop(&mesh->source);
    fp_unref(mesh->options.norm.boundaries);
    mesh->options.norm.boundaries = NULL;
}

static void
mesh_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    const struct fp_mesh *mesh = (const struct fp_mesh *)obj;
    struct fp_array *held[] = {mesh->source.x, mesh->source.y, mesh->source.z,
                               mesh->options.norm.boundaries};

    for (size_t i = 0; i < sizeof held / sizeof held[0]; i++)
        if (held[i])
            visit((struct fp_object *)held[i], arg);
}

/* --- the class -------------------------------------------------------------------------------- */

static void
mesh_limits(const struct fp__artist *artist, struct fp__extent *x, struct fp__extent *y)
{
    const struct fp_mesh *mesh = (const struct fp_mesh *)artist;

    for (int end = 0; end < 2; end++) {
        fp__extent_stick(x, mesh->x[end]);
        fp__extent_stick(y, mesh->y[end]);
    }
}

static bool
mesh_coloring(const struct fp__artist *artist, struct fp__coloring *coloring)
{
    const struct fp_pcolormesh_options *o = &((const struct fp_mesh *)artist)->options;

    *coloring = (struct fp__coloring){
        .cmap = o->cmap, .norm = fp__coloring_shown(artist, &o->norm), .alpha = o->alpha};
    return true;
}

const struct fp__artist_class fp__mesh_class = {
    .base = {.name = "mesh",
             .size = sizeof(struct fp_mesh),
             .traverse = mesh_traverse,
             .close = mesh_close},
    .layer = FP__LAYER_PATCHES,
    .limits = mesh_limits,
    .coloring = mesh_coloring,
    .draw = fp__mesh_draw,
};

/* --- making ----------------------------------------------------------------------------------- */

struct fp_pcolormesh_options
fp_pcolormesh_defaults(void)
{
    struct fp_pcolormesh_options options = {
        .norm = {.kind = FP_NORM_LINEAR, .vmin = NAN, .vmax = NAN}, .alpha = 1, .linewidth = 1};

    fp_colormap_find(NULL, "viridis", &options.cmap);
    return options;
}

enum fp_status
fp__mesh_corners(const struct fp_mesh *mesh, struct fp__points *corners)
{
    struct fp_context *ctx = mesh->artist.base.ctx;
    enum fp_status status = fp__points_read(ctx, &mesh->source, corners);

    return status == FP_OK && mesh->around ? fp__points_surround(ctx, corners) : status;
}

/* Whether there are as many x as values, which are the middles of cells then. */
static bool
has_middles(const struct fp__lattice_source *source, enum fp_shading shading)
{
    const struct fp_layout *x = source->x ? fp_array_layout(source->x) : NULL;
    const struct fp_layout *z = source->z ? fp_array_layout(source->z) : NULL;

    if (shading != FP_SHADING_AUTO)
        return shading == FP_SHADING_NEAREST;
    return x && z && x->ndim > 0 && z->ndim == 2 && x->shape[x->ndim - 1] == z->shape[1];
}

static enum fp_status
take_grid(struct fp_mesh *mesh, const struct fp__lattice_source *source)
{
    struct fp_context *ctx = mesh->artist.base.ctx;
    size_t more = mesh->around ? 0 : 1;
    struct fp__points corners;
    enum fp_status status = fp__lattice_check(ctx, "pcolormesh", source, 1, more);

    if (status != FP_OK)
        return status;
    mesh->source = *source;
    mesh->source.more = more;
    mesh->source.last[0] = (double)(fp_array_layout(source->z)->shape[1] + more - 1);
    mesh->source.last[1] = (double)(fp_array_layout(source->z)->shape[0] + more - 1);
    fp__lattice_hold(&mesh->source);
    status = fp__mesh_corners(mesh, &corners);
    if (status == FP_OK && !fp__points_extent(&corners, mesh->x, mesh->y))
        status = fp__fail(ctx, FP_ERR_ARGUMENT,
                          "pcolormesh: a point of the grid is not finite" FP__HINT
                          "only the values may have gaps, which are NaN");
    return status;
}

static enum fp_status
take_colors(struct fp_mesh *mesh, const struct fp_pcolormesh_options *o)
{
    struct fp_context *ctx = mesh->artist.base.ctx;
    bool bounded = o->norm.kind == FP_NORM_BOUNDARY;
    enum fp_status status;

    mesh->options = *o;
    mesh->options.norm.boundaries = bounded ? fp_ref(o->norm.boundaries) : NULL;
    if (!(o->alpha >= 0 && o->alpha <= 1) || !(o->linewidth >= 0) || isinf(o->linewidth))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "pcolormesh: an alpha or a line width that cannot be drawn" FP__HINT
                        "alpha is from 0 to 1, widths are from 0 on");
    status = fp__norm_check(ctx, &o->norm);
    if (status == FP_OK)
        status = fp__colormap_check(ctx, &o->cmap);
    if (status == FP_OK)
        status = fp__norm_fits(ctx, &o->norm, &o->cmap);
    if (status == FP_OK)
        status = fp__coloring_find_limits(ctx, mesh->source.z, &mesh->options.norm);
    return status;
}

struct fp_mesh *
fp_axes_pcolormesh(struct fp_axes *ax, struct fp_array *x, struct fp_array *y, struct fp_array *z,
                   const struct fp_pcolormesh_options *options)
{
    struct fp_pcolormesh_options chosen = options ? *options : fp_pcolormesh_defaults();
    const struct fp__lattice_source source = {.x = x, .y = y, .z = z};
    struct fp_mesh *mesh = fp__axes_open(ax) ? fp__artist_create(ax, &fp__mesh_class) : NULL;

    if (!mesh)
        return NULL;
    mesh->around = has_middles(&source, chosen.shading);
    if (take_grid(mesh, &source) != FP_OK || take_colors(mesh, &chosen) != FP_OK) {
        fp_unref(mesh);
        return NULL;
    }
    if (fp__axes_take_artist(ax, &mesh->artist) != FP_OK)
        return NULL;
    fp_axes_set_grid(ax, false);
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
    return mesh;
}
