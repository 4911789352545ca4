/* SPDX-License-Identifier: MIT */
/* filter_row.c: one row of values filtered along itself: the innermost loops of resampling. */
#include "pixels/filter_row.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "core/wide.h"
#include "pixels/finite.h"

/* A sum of differences from the heaviest value: equal values stay what they are, to the last bit,
 * and a saturated area does not step over its limit. Four sums at once. */
static inline double
mean(const double *values, const double *weights, size_t n, double base)
{
    double sums[4] = {0};
    size_t i;

    for (i = 0; i + 4 <= n; i += 4)
        for (size_t j = 0; j < 4; j++)
            sums[j] += weights[i + j] * (values[i + j] - base);
    for (; i < n; i++)
        sums[0] += weights[i] * (values[i] - base);
    return base + ((sums[0] + sums[2]) + (sums[1] + sums[3]));
}

FP__WIDE static void
filter_values(const struct fp__filter *filter, const double *source, double *row)
{
    for (size_t o = 0; o < filter->out; o++) {
        const struct fp__window *window = &filter->windows[o];
        const double *values = source + window->first;

        row[o] = mean(values, filter->weights + o * filter->taps, filter->taps,
                      values[window->heaviest]);
    }
}

static inline void
filter_pixels(const struct fp__filter *filter, const double *source, size_t channels, double *row)
{
    for (size_t o = 0; o < filter->out; o++) {
        const struct fp__window *window = &filter->windows[o];
        const double *weights = filter->weights + o * filter->taps;
        const double *values = source + window->first * channels;
        const double *base = values + window->heaviest * channels;
        double sums[FP__MAX_CHANNELS] = {0};

        for (size_t i = 0; i < filter->taps; i++)
            for (size_t c = 0; c < channels; c++)
                sums[c] += weights[i] * (values[i * channels + c] - base[c]);
        for (size_t c = 0; c < channels; c++)
            row[o * channels + c] = base[c] + sums[c];
    }
}

/* A number of channels that the compiler knows lets it unroll the loops over them. */
FP__WIDE static void
filter_all(const struct fp__filter *filter, const double *source, size_t channels, double *row)
{
    if (channels == 1)
        filter_values(filter, source, row);
    else if (channels == 2)
        filter_pixels(filter, source, 2, row);
    else if (channels == 3)
        filter_pixels(filter, source, 3, row);
    else
        filter_pixels(filter, source, 4, row);
}

/* A mean that is not finite: because of a bad value, which may lie beyond what Agg reads, or
 * because of values far apart. */
static bool
mend(const struct fp__filter *filter, size_t o, const double *source, size_t channels, double *to)
{
    const struct fp__window *window = &filter->windows[o];
    const struct fp__range *read = &window->read;

    *to = fp__mean_of_finite(source + window->first * channels, channels,
                             filter->weights + o * filter->taps, window->count);
    return !fp__all_finite(source + read->first * channels, channels, read->last - read->first + 1);
}

void
fp__filter_means(const struct fp__filter *filter, const double *source, size_t channels,
                 double *row)
{
    assert(channels > 0 && channels <= FP__MAX_CHANNELS && filter->plan.columns);
    filter_all(filter, source, channels, row);
}

bool
fp__filter_mend(const struct fp__filter *filter, const double *source, size_t channels, double *row,
                uint8_t *bad)
{
    size_t length = filter->out * channels;
    bool any = false;

    if (fp__all_finite(row, 1, length))
        return false;
    memset(bad, 0, length);
    for (size_t i = 0; i < length; i++) {
        if (isfinite(row[i]))
            continue;
        bad[i] = mend(filter, i / channels, source + i % channels, channels, &row[i]);
        any |= bad[i];
    }
    return any;
}
