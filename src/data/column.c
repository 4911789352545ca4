/* SPDX-License-Identifier: MIT */
/* column.c: arrays of shape (N,) as doubles, a block at a time. */
#include "data/column.h"

#include "data/dtype.h"

bool
fp__is_column(const struct fp_array *array)
{
    const struct fp_layout *layout = fp_array_layout(array);

    return layout && layout->ndim == 1;
}

size_t
fp__column_read(struct fp_array *array, size_t from, size_t end, double values[FP__COLUMN_BLOCK])
{
    const struct fp_layout *layout = fp_array_layout(array);
    const char *data = fp_array_data(array);
    size_t n = from < end ? end - from : 0;
    struct fp__run run;

    if (n > FP__COLUMN_BLOCK)
        n = FP__COLUMN_BLOCK;
    if (n == 0)
        return 0;
    run = (struct fp__run){.base = data + (ptrdiff_t)from * layout->strides[0],
                           .stride = layout->strides[0],
                           .dtype = layout->dtype,
                           .swapped = layout->swapped};
    fp__values_to_double(&run, n, values);
    return n;
}
