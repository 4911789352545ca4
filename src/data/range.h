/* SPDX-License-Identifier: MIT */
/* range.h: the smallest and the largest of values that come in pieces, as far as they lie in an
 * open interval. */
#ifndef DATA_RANGE_H
#define DATA_RANGE_H

#include <stddef.h>

#include "data/dtype.h"

struct fp__range {
    double above, below; /* the interval */
    double low, high;    /* what was found in it: ∞, −∞ to begin with */
};

void fp__range_begin(struct fp__range *range, double above, double below);
void fp__range_add(struct fp__range *range, const struct fp__run *run, size_t n);

/* NaN for both when there was no value. */
void fp__range_end(const struct fp__range *range, double *low, double *high);

#endif
