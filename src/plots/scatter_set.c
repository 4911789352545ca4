/* SPDX-License-Identifier: MIT */
/* scatter_set.c: new points and new values for a scatter that is there. */
#include "core/status.h"
#include "plots/scatter.h"

static bool
open_scatter(struct fp_scatter *scatter)
{
    fp__object_check(scatter, &fp__scatter_class.base);
    if (!fp_is_closed(scatter))
        return true;
    fp__fail_closed(scatter ? scatter->artist.base.ctx : NULL, "scatter");
    return false;
}

static void
replace(struct fp_array **held, struct fp_array *array)
{
    fp_ref(array);
    fp_unref(*held);
    *held = array;
}

enum fp_status
fp_scatter_set_offsets(struct fp_scatter *scatter, struct fp_array *x, struct fp_array *y)
{
    const struct fp_scatter_options *o = &scatter->options;
    struct fp_context *ctx;

    if (!open_scatter(scatter))
        return FP_ERR_CLOSED;
    ctx = scatter->artist.base.ctx;
    if (fp_is_closed(x) || fp_is_closed(y))
        return fp__fail_closed(ctx, "array");
    if (!fp__scatter_fits(x, x) || !fp__scatter_fits(y, x) ||
        (o->sizes && !fp__scatter_fits(o->sizes, x)) ||
        (o->values && !fp__scatter_fits(o->values, x)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "set_offsets: x and y must be columns of one length" FP__HINT
                        "as long as sizes and values, if there is one for each point");
    replace(&scatter->x, x);
    replace(&scatter->y, y);
    return FP_OK;
}

enum fp_status
fp_scatter_set_array(struct fp_scatter *scatter, struct fp_array *values)
{
    struct fp_context *ctx;

    if (!open_scatter(scatter))
        return FP_ERR_CLOSED;
    ctx = scatter->artist.base.ctx;
    if (fp_is_closed(values))
        return fp__fail_closed(ctx, "array");
    if (!scatter->options.values || !fp__scatter_fits(values, scatter->x))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "set_array: a value for each point of a scatter that was made with "
                        "values" FP__HINT "scatter takes them as options.values");
    replace(&scatter->options.values, values);
    return FP_OK;
}
