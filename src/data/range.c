/* SPDX-License-Identifier: MIT */
/* range.c: the smallest and the largest of values, as far as they lie in an open interval. */
#include "data/range.h"

#include <math.h>

#include "core/status.h"
#include "core/wide.h"
#include "data/layout.h"

enum { BLOCK = 512, LANES = 64 };

void
fp__range_begin(struct fp__range *range, double above, double below)
{
    *range = (struct fp__range){above, below, INFINITY, -INFINITY};
}

static inline void
add(const struct fp__range *range, double value, double *low, double *high)
{
    bool inside = (value > range->above) & (value < range->below);
    double lower = inside ? value : INFINITY, higher = inside ? value : -INFINITY;

    *low = lower < *low ? lower : *low;
    *high = higher > *high ? higher : *high;
}

/* Several at a time, which compilers see when there is no branch. */
FP__WIDE static void
add_block(struct fp__range *range, const double *values, size_t n)
{
    double low[LANES], high[LANES];
    size_t i = 0;

    for (size_t j = 0; j < LANES; j++) {
        low[j] = range->low;
        high[j] = range->high;
    }
    for (; i + LANES <= n; i += LANES)
        for (size_t j = 0; j < LANES; j++)
            add(range, values[i + j], &low[j], &high[j]);
    for (; i < n; i++)
        add(range, values[i], &low[0], &high[0]);
    for (size_t j = 0; j < LANES; j++) {
        range->low = low[j] < range->low ? low[j] : range->low;
        range->high = high[j] > range->high ? high[j] : range->high;
    }
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

enum fp_status
fp_array_range(struct fp_array *array, double above, double below, double *low, double *high)
{
    const unsigned char *data = fp_array_data(array);
    struct fp_layout layout;
    struct fp__range range;
    struct fp__walk walk;
    ptrdiff_t offset;

    if (fp_is_closed(array))
        return fp__fail_closed(array ? ((struct fp_object *)array)->ctx : NULL, "array");
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
