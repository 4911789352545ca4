/* SPDX-License-Identifier: MIT */
/* mesh_set.c: what of a mesh can be set anew. */
#include "core/status.h"
#include "fields/mesh.h"
#include "image/coloring.h"

static bool
is_open(const struct fp_mesh *mesh)
{
    fp__object_check(mesh, NULL);
    if (!fp_is_closed(mesh))
        return true;
    fp__fail_closed(mesh ? mesh->artist.base.ctx : NULL, "mesh");
    return false;
}

/* False too when the mesh's own array was closed. */
static bool
has_same_shape(const struct fp_mesh *mesh, const struct fp_array *z)
{
    const struct fp_layout *old = fp_array_layout(mesh->source.z), *new = fp_array_layout(z);

    return old && new->ndim == 2 && new->shape[0] == old->shape[0] &&
           new->shape[1] == old->shape[1];
}

enum fp_status
fp_mesh_set_array(struct fp_mesh *mesh, struct fp_array *z)
{
    if (!is_open(mesh))
        return FP_ERR_CLOSED;
    if (fp_is_closed(z))
        return fp__fail_closed(mesh->artist.base.ctx, "array");
    if (!has_same_shape(mesh, z))
        return fp__fail(
            mesh->artist.base.ctx, FP_ERR_ARGUMENT,
            "set_array: a mesh takes as many rows and columns of values as it has" FP__HINT
            "make a new mesh for another grid");
    fp_ref(z);
    fp_unref(mesh->source.z);
    mesh->source.z = z;
    return FP_OK;
}

enum fp_status
fp_mesh_set_clim(struct fp_mesh *mesh, double vmin, double vmax)
{
    if (!is_open(mesh))
        return FP_ERR_CLOSED;
    return fp__coloring_set_limits(mesh->artist.base.ctx, &mesh->options.norm, vmin, vmax);
}

enum fp_status
fp_mesh_get_clim(struct fp_mesh *mesh, double *vmin, double *vmax)
{
    struct fp_norm norm;

    if (!is_open(mesh))
        return FP_ERR_CLOSED;
    norm = fp__coloring_shown(&mesh->artist, &mesh->options.norm);
    *vmin = norm.vmin;
    *vmax = norm.vmax;
    return FP_OK;
}
