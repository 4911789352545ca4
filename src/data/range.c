/* SPDX-License-Identifier: MIT */
/* range.c: the smallest and the largest of values, as far as they lie in an open interval. */
#include "data/range.h"

#include <math.h>

#include "data/layout.h"

enum { BLOCK = 512 };

void
fp__range_begin(struct fp__range *range, double above, double below)
{
    *range = (struct fp__range){above, below, INFINITY, -INFINITY};
}

static void
add_block(struct fp__range *range, const double *values, size_t n)
{
    double low = range->low, high = range->high;

    for (size_t i = 0; i < n; i++) {
        bool inside = values[i] > range->above && values[i] < range->below;

        low = inside && values[i] < low ? values[i] : low;
        high = inside && values[i] > high ? values[i] : high;
    }
    range->low = low;
    range->high = high;
}

void
fp__range_add(struct fp__range *range, const struct fp__run *run, size_t n)
{
    double values[BLOCK];
    struct fp__run rest = *run;

    while (n > 0) {
        size_t piece = n < BLOCK ? n : BLOCK;

        fp__values_to_double(&rest, piece, values);
        add_block(range, values, piece);
        rest.base = (const unsigned char *)rest.base + (ptrdiff_t)piece * rest.stride;
        n -= piece;
    }
}

void
fp__range_end(const struct fp__range *range, double *low, double *high)
{
    bool empty = range->low > range->high;

    *low = empty ? NAN : range->low;
    *high = empty ? NAN : range->high;
}

/* Statistics come two values at a time, and are all that most pictures ask for. */
static enum fp_status
find_finite(struct fp_array *array, double *low, double *high)
{
    struct fp_stats stats;
    enum fp_status status = fp_array_stats(array, &stats);

    if (status == FP_OK) {
        *low = stats.min;
        *high = stats.max;
    }
    return status;
}

enum fp_status
fp_array_range(struct fp_array *array, double above, double below, double *low, double *high)
{
    const unsigned char *data = fp_array_data(array);
    struct fp_layout layout;
    struct fp__range range;
    struct fp__walk walk;
    ptrdiff_t offset;

    if (fp_is_closed(array) || (isinf(above) && isinf(below)))
        return find_finite(array, low, high);
    layout = *fp_array_layout(array);
    fp__layout_sort(&layout);
    fp__range_begin(&range, above, below);
    fp__walk_begin(&walk, &layout);
    while (fp__walk_next(&walk, &offset)) {
        struct fp__run run = {data + offset, walk.stride, layout.dtype, layout.swapped};

        fp__range_add(&range, &run, walk.length);
    }
    fp__range_end(&range, low, high);
    return FP_OK;
}
