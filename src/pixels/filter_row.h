/* SPDX-License-Identifier: MIT */
/* filter_row.h: one row of values filtered along itself. */
#ifndef PIXELS_FILTER_ROW_H
#define PIXELS_FILTER_ROW_H

#include <stdint.h>

#include "pixels/filter.h"
#include "pixels/rows.h"

/* Writes filter->out pixels of `channels` means each, which are not finite where a value was
 * not. */
void fp__filter_means(const struct fp__filter *filter, const double *source, size_t channels,
                      double *row);

/* And those means again: where Agg would read a value that is not finite, bad[] is 1 (else 0), and
 * the mean is that of the finite values. True when one is bad; when none is, bad[] is left as it
 * was. */
bool fp__filter_mend(const struct fp__filter *filter, const double *source, size_t channels,
                     double *row, uint8_t *bad);

#endif
