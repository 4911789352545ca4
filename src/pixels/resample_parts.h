/* SPDX-License-Identifier: MIT */
/* resample_parts.h: what both ways of resampling share: source rows, and filtered ones. */
#ifndef PIXELS_RESAMPLE_PARTS_H
#define PIXELS_RESAMPLE_PARTS_H

#include "pixels/filter_four.h"
#include "pixels/resample.h"

/* Values of an output row … */
static inline size_t
fp__resample_length(const struct fp__resampler *resampler)
{
    return resampler->x.out * resampler->rows.channels;
}

/* … and of a row of the source. */
static inline size_t
fp__resample_width(const struct fp__resampler *resampler)
{
    return resampler->rows.width * resampler->rows.channels;
}

/* Row k of those that are filtered together; behind the last one is room for the filter. */
static inline double *
fp__resample_wide(const struct fp__resampler *resampler, size_t k)
{
    return (double *)resampler->wide + k * fp__resample_width(resampler);
}

/* A row in the ring. */
static inline double *
fp__resample_values(const struct fp__resampler *resampler, size_t row)
{
    return (double *)resampler->ring + row % resampler->slots * fp__resample_length(resampler);
}

/* Filters n wide rows, at most four, along x. Tame: all of their values are (trio.h). */
void fp__resample_together(const struct fp__resampler *resampler, size_t n, bool tame,
                           double *const rows[FP__FOUR]);

/* Output row o: each source row is filtered along x first … */
const double *fp__resample_by_ring(struct fp__resampler *resampler, size_t o);

/* … or the source's rows are blended first. */
const double *fp__resample_by_columns(struct fp__resampler *resampler, size_t o);

#endif
