/* SPDX-License-Identifier: MIT */
/* lattice.c: values over a grid of points. */
#include "fields/lattice.h"

#include <math.h>
#include <string.h>

#include "core/status.h"
#include "data/dtype.h"

/* --- shapes ----------------------------------------------------------------------------------- */

static bool
has_shape(const struct fp_array *array, int ndim, size_t first, size_t second)
{
    const struct fp_layout *layout = fp_array_layout(array);

    return layout->ndim == ndim && layout->shape[0] == first &&
           (ndim == 1 || layout->shape[1] == second);
}

static bool
fits(const struct fp__lattice_source *s, size_t more)
{
    const size_t *shape = fp_array_layout(s->z)->shape;
    size_t ny = shape[0] + more, nx = shape[1] + more;

    if (!s->x || !s->y)
        return !s->x && !s->y;
    return (has_shape(s->x, 1, nx, 0) && has_shape(s->y, 1, ny, 0)) ||
           (has_shape(s->x, 2, ny, nx) && has_shape(s->y, 2, ny, nx));
}

enum fp_status
fp__lattice_check(struct fp_context *ctx, const char *function, const struct fp__lattice_source *s,
                  size_t least, size_t more)
{
    const struct fp_layout *z;

    if (fp_is_closed(s->z) || (s->x && fp_is_closed(s->x)) || (s->y && fp_is_closed(s->y)))
        return fp__fail_closed(ctx, "array");
    z = fp_array_layout(s->z);
    if (z->ndim != 2 || z->shape[0] < least || z->shape[1] < least)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "%s: the values must have two axes of %zu or more values each" FP__HINT
                        "the rows of the array lie along y, its columns along x",
                        function, least);
    if (!fits(s, more))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "%s: x and y do not fit to %zu rows of %zu values" FP__HINT
                        "x has %zu values and y has %zu; or both have as many rows and columns",
                        function, z->shape[0], z->shape[1], z->shape[1] + more, z->shape[0] + more);
    return FP_OK;
}

void
fp__lattice_hold(struct fp__lattice_source *source)
{
    fp_ref(source->z);
    fp_ref(source->x);
    fp_ref(source->y);
}

void
fp__lattice_drop(struct fp__lattice_source *source)
{
    fp_unref(source->z);
    fp_unref(source->x);
    fp_unref(source->y);
    source->z = source->x = source->y = NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

/* Row `row` of an array of two axes, or all of one of one axis. */
static void
convert_row(const struct fp_array *array, size_t row, double *out)
{
    const struct fp_layout *layout = fp_array_layout(array);
    bool flat = layout->ndim == 1;
    const char *data = fp_array_data(array);
    struct fp__run run = {.base = data + (flat ? 0 : (ptrdiff_t)row * layout->strides[0]),
                          .stride = layout->strides[layout->ndim - 1],
                          .dtype = layout->dtype,
                          .swapped = layout->swapped};

    fp__values_to_double(&run, layout->shape[layout->ndim - 1], out);
}

void
fp__lattice_row(const struct fp__lattice_source *source, size_t j, double *values)
{
    convert_row(source->z, j, values);
}

/* A whole array of one or two axes. */
static double *
convert(struct fp_context *ctx, struct fp_array *array, enum fp__scratch_use use)
{
    const struct fp_layout *layout = fp_array_layout(array);
    size_t rows, columns;
    double *out;

    if (!layout) {
        fp__fail_closed(ctx, "array of a grid");
        return NULL;
    }
    rows = layout->ndim == 2 ? layout->shape[0] : 1;
    columns = layout->shape[layout->ndim - 1];
    out = fp__scratch(ctx, use, rows * columns, sizeof *out);
    for (size_t row = 0; out && row < rows; row++)
        convert_row(array, row, out + row * columns);
    return out;
}

/* As numpy's linspace: the last point is what it was told to be. */
static double *
space(struct fp_context *ctx, double first, double last, size_t n, enum fp__scratch_use use)
{
    double step = n > 1 ? (last - first) / (double)(n - 1) : 0;
    double *out = fp__scratch(ctx, use, n, sizeof *out);

    for (size_t i = 0; out && i < n; i++)
        out[i] = i + 1 == n ? last : (double)i * step + first;
    return out;
}

enum fp_status
fp__points_read(struct fp_context *ctx, const struct fp__lattice_source *s, struct fp__points *p)
{
    const struct fp_layout *z = fp_array_layout(s->z);
    const struct fp_layout *x = s->x ? fp_array_layout(s->x) : NULL;
    const struct fp_layout *y = s->y ? fp_array_layout(s->y) : NULL;
    bool bent = x && x->ndim == 2;

    if (!z || (s->x && !x) || (s->y && !y))
        return fp__fail_closed(ctx, "array of a grid");
    *p = (struct fp__points){.nx = x ? x->shape[x->ndim - 1] : z->shape[1] + s->more,
                             .ny = y ? y->shape[0] : z->shape[0] + s->more,
                             .x_along = 1};
    p->x_up = bent ? p->nx : 0;
    p->y_along = bent ? 1 : 0;
    p->y_up = bent ? p->nx : 1;
    p->x = x ? convert(ctx, s->x, FP__SCRATCH_X)
             : space(ctx, s->first[0], s->last[0], p->nx, FP__SCRATCH_X);
    if (!p->x)
        return FP_ERR_MEMORY;
    p->y = y ? convert(ctx, s->y, FP__SCRATCH_Y)
             : space(ctx, s->first[1], s->last[1], p->ny, FP__SCRATCH_Y);
    return p->y ? FP_OK : FP_ERR_MEMORY;
}

double *
fp__lattice_values(struct fp_context *ctx, const struct fp__lattice_source *source)
{
    double *z = convert(ctx, source->z, FP__SCRATCH_Z);
    size_t n = z ? fp_array_count(source->z) : 0;

    for (size_t i = 0; i < n; i++)
        z[i] = isfinite(z[i]) ? z[i] : NAN;
    return z;
}

/* --- corners around middles ------------------------------------------------------------------- */

/* n values `step` apart become n + 1, in place. */
static void
surround(double *v, size_t n, size_t step)
{
    double before = v[0], half = n > 1 ? (v[step] - v[0]) / 2 : 0;

    v[0] = before - half;
    for (size_t i = 1; i < n; i++) {
        double here = v[i * step];

        half = (here - before) / 2;
        v[i * step] = before + half;
        before = here;
    }
    v[n * step] = before + half;
}

/* Rows of nx values move apart to make room for one more each. */
static void
spread(double *v, size_t nx, size_t ny)
{
    for (size_t j = ny; j-- > 0;)
        memmove(v + j * (nx + 1), v + j * nx, nx * sizeof *v);
}

static enum fp_status
surround_bent(struct fp_context *ctx, const struct fp__points *p, double **values,
              enum fp__scratch_use use)
{
    double *v = fp__scratch(ctx, use, (p->nx + 1) * (p->ny + 1), sizeof *v);

    if (!v)
        return FP_ERR_MEMORY;
    spread(v, p->nx, p->ny);
    for (size_t j = 0; j < p->ny; j++)
        surround(v + j * (p->nx + 1), p->nx, 1);
    for (size_t i = 0; i <= p->nx; i++)
        surround(v + i, p->ny, p->nx + 1);
    *values = v;
    return FP_OK;
}

static enum fp_status
surround_straight(struct fp_context *ctx, size_t n, double **values, enum fp__scratch_use use)
{
    double *v = fp__scratch(ctx, use, n + 1, sizeof *v);

    if (!v)
        return FP_ERR_MEMORY;
    surround(v, n, 1);
    *values = v;
    return FP_OK;
}

enum fp_status
fp__points_surround(struct fp_context *ctx, struct fp__points *p)
{
    bool bent = p->x_up != 0;
    enum fp_status status = bent ? surround_bent(ctx, p, &p->x, FP__SCRATCH_X)
                                 : surround_straight(ctx, p->nx, &p->x, FP__SCRATCH_X);

    if (status == FP_OK)
        status = bent ? surround_bent(ctx, p, &p->y, FP__SCRATCH_Y)
                      : surround_straight(ctx, p->ny, &p->y, FP__SCRATCH_Y);
    p->nx++;
    p->ny++;
    p->x_up = bent ? p->nx : 0;
    p->y_up = bent ? p->nx : 1;
    return status;
}

/* --- extent ----------------------------------------------------------------------------------- */

static bool
find_extent(const double *v, size_t n, double extent[2])
{
    bool finite = true;

    extent[0] = INFINITY;
    extent[1] = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        finite &= isfinite(v[i]) != 0;
        extent[0] = fmin(extent[0], v[i]);
        extent[1] = fmax(extent[1], v[i]);
    }
    return finite && n > 0;
}

bool
fp__points_extent(const struct fp__points *p, double x[2], double y[2])
{
    size_t nx = p->x_up ? p->nx * p->ny : p->nx, ny = p->x_up ? p->nx * p->ny : p->ny;

    return find_extent(p->x, nx, x) && find_extent(p->y, ny, y);
}
