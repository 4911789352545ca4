/* SPDX-License-Identifier: MIT */
/* table_array.c: an array file as the columns of a table. */
#include "core/status.h"
#include "data/array.h"
#include "data/layout.h"
#include "data/table_data.h"

static enum fp_status
check_shape(const struct fp__source *source)
{
    const struct fp_layout *layout = &source->layout;
    char shape[FP__SHAPE_ROOM];

    if ((layout->ndim == 1 || layout->ndim == 2) && layout->shape[layout->ndim - 1] > 0) {
        return FP_OK;
    }
    fp__shape_format(layout->ndim, layout->shape, shape);
    return fp__fail(source->ctx, FP_ERR_INPUT,
                    "%s: the shape %s is not that of a table" FP__HINT
                    "columns are (N,) or (N, C): np.save('a.npy', a.reshape(len(a), -1))",
                    source->path, shape);
}

enum fp_status
fp__table_read_array(struct fp__source *source, struct fp_array **array)
{
    enum fp_status status = check_shape(source);
    struct fp__buffer *buffer;

    if (status < 0) {
        return status;
    }
    buffer = fp__buffer_create(source->value_bytes);
    if (!buffer) {
        return fp__fail_memory(source->ctx, "a table");
    }
    status = fp__source_read(source, fp__buffer_fill(buffer), source->value_bytes, 0, FP__NO_FRAME);
    if (status == FP_OK) {
        *array = fp__array_over(source->ctx, buffer, fp__buffer_bytes(buffer), &source->layout);
        status = *array ? FP_OK : FP_ERR_MEMORY;
    }
    fp__buffer_unref(buffer);
    return status;
}
