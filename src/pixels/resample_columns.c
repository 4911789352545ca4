/* SPDX-License-Identifier: MIT */
/* resample_columns.c: output rows out of columns that were blended first, four at a time: for
 * pictures that are reduced. */
#include <math.h>
#include <string.h>

#include "pixels/finite.h"
#include "pixels/resample_parts.h"

static bool
reads_bad(const struct fp__resampler *resampler, size_t i, const uint8_t *flags)
{
    size_t channels = resampler->rows.channels;
    const struct fp__range *read = &resampler->x.windows[i / channels].read;

    for (size_t k = read->first; k <= read->last; k++)
        if (flags[k * channels + i % channels] & FP__BLEND_BAD)
            return true;
    return false;
}

/* What value i of the output row weighs gets means of the finite values where it has holes, or was
 * too large for a sum. */
static void
mend_columns(struct fp__resampler *resampler, size_t o, size_t i, double *wide, uint8_t *flags)
{
    size_t channels = resampler->rows.channels;
    const struct fp__window *window = &resampler->x.windows[i / channels];
    double *column = (double *)resampler->row + fp__resample_length(resampler);

    for (size_t k = window->first; k < window->first + window->count; k++) {
        size_t at = k * channels + i % channels;

        if (isfinite(wide[at]) && !(flags[at] & FP__BLEND_HOLES))
            continue;
        wide[at] = fp__blend_finite(&resampler->blend, o, at, column);
        flags[at] &= (uint8_t)~FP__BLEND_HOLES;
    }
}

/* Pixels that are bad, which most are where many values are, cost no mending. */
static void
find_bad(struct fp__resampler *resampler, size_t o, double *wide, uint8_t *flags, uint8_t *bad)
{
    for (size_t i = 0; i < fp__resample_length(resampler); i++) {
        bad[i] = reads_bad(resampler, i, flags);
        if (!bad[i])
            mend_columns(resampler, o, i, wide, flags);
    }
}

/* Output row o as a wide row, and what of it is bad; whether anything is. */
static bool
blend_columns(struct fp__resampler *resampler, size_t o, double *wide, uint8_t *bad)
{
    uint8_t *flags;
    double *blended = fp__blend_row(&resampler->blend, o, &flags);

    if (flags)
        find_bad(resampler, o, blended, flags, bad);
    memcpy(wide, blended, fp__resample_width(resampler) * sizeof *wide);
    return flags;
}

/* Output rows o … into the ring. */
static void
make_columns(struct fp__resampler *resampler, size_t o)
{
    size_t left = resampler->y.out - o, length = fp__resample_length(resampler);
    size_t n = left < FP__FOUR ? left : FP__FOUR;
    double *rows[FP__FOUR] = {NULL};
    bool any[FP__FOUR] = {false}, tame = true;

    for (size_t k = 0; k < n; k++) {
        rows[k] = fp__resample_values(resampler, o + k);
        if (fp__blend_quick(&resampler->blend, o + k, fp__resample_wide(resampler, k)))
            continue;
        tame = false;
        any[k] = blend_columns(resampler, o + k, fp__resample_wide(resampler, k),
                               (uint8_t *)resampler->flags + 2 * k * length);
    }
    fp__resample_together(resampler, n, tame, rows);
    for (size_t k = 0; !tame && k < n; k++) {
        uint8_t *bad = (uint8_t *)resampler->flags + 2 * k * length;

        fp__filter_mend(&resampler->x, fp__resample_wide(resampler, k), resampler->rows.channels,
                        rows[k], bad + length);
        for (size_t i = 0; any[k] && i < length; i++)
            rows[k][i] = bad[i] ? NAN : rows[k][i];
    }
    resampler->first = o;
    resampler->count = n;
}

const double *
fp__resample_by_columns(struct fp__resampler *resampler, size_t o)
{
    if (o < resampler->first || o - resampler->first >= resampler->count)
        make_columns(resampler, o);
    return fp__resample_values(resampler, o);
}
