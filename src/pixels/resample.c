/* SPDX-License-Identifier: MIT */
/* resample.c: smooth resizing of rows of doubles, one output row at a time. */
#include "pixels/resample.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"

/* The source pixels under one output pixel; their weights follow each other. */
struct fp__taps {
    size_t first;
    size_t count;
};

/* --- weights ------------------------------------------------------------------------------------ */

static double
step_of(const struct fp__filter *filter)
{
    return (filter->span.stop - filter->span.start) / (double)filter->out;
}

static size_t
clamp(int64_t k, size_t n)
{
    if (k < 0)
        return 0;
    return (size_t)k < n ? (size_t)k : n - 1;
}

/* Weights of 0 at the ends are dropped, so that a bad value there does no harm. */
static void
trim(struct fp__taps *window, double *weights)
{
    size_t zeros = 0;

    while (weights[zeros] == 0)
        zeros++;
    window->first += zeros;
    window->count -= zeros;
    memmove(weights, weights + zeros, window->count * sizeof *weights);
    while (weights[window->count - 1] == 0)
        window->count--;
}

static void
normalise(double *weights, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += weights[i];
    for (size_t i = 0; i < n; i++)
        weights[i] /= sum;
}

static void
fill_window(const struct fp__filter *filter, size_t o)
{
    const struct fp__span *span = &filter->span;
    double size = span->stop - span->start;
    double at = span->start + ((double)o + 0.5) * size / (double)filter->out - 0.5;
    double stretch = fmax(1, step_of(filter));
    double reach = filter->kernel->radius * stretch;
    int64_t low = (int64_t)floor(at - reach) + 1;
    int64_t high = (int64_t)ceil(at + reach) - 1;
    struct fp__taps *window = &filter->windows[o];
    double *weights = filter->weights + o * filter->taps;

    window->first = clamp(low, filter->src);
    window->count = clamp(high, filter->src) - window->first + 1;
    assert(window->count <= filter->taps);
    memset(weights, 0, window->count * sizeof *weights);
    for (int64_t k = low; k <= high; k++)
        weights[clamp(k, filter->src) - window->first] +=
            filter->kernel->weight(((double)k - at) / stretch);
    trim(window, weights);
    normalise(weights, window->count);
}

/* The most source pixels that can lie under one output pixel; one more for rounding. */
static size_t
taps_of(const struct fp__filter *filter)
{
    double most = 2 * filter->kernel->radius * fmax(1, step_of(filter)) + 2;

    return most < (double)filter->src ? (size_t)most : filter->src;
}

static bool
reserve(struct fp__filter *filter)
{
    size_t taps = taps_of(filter);
    size_t each;
    size_t total;

    if (__builtin_mul_overflow(taps, sizeof(double), &each) ||
        __builtin_add_overflow(each, sizeof(struct fp__taps), &each) ||
        __builtin_mul_overflow(each, filter->out, &total) ||
        !fp__cache_reserve(&filter->block, &filter->room, total))
        return false;
    filter->taps = taps;
    filter->windows = filter->block;
    filter->weights = (double *)(filter->windows + filter->out);
    return true;
}

static bool
is_made_for(const struct fp__filter *filter, const struct fp__filter *wanted)
{
    return filter->kernel == wanted->kernel && filter->out == wanted->out &&
           filter->src == wanted->src && filter->span.start == wanted->span.start &&
           filter->span.stop == wanted->span.stop;
}

static bool
filter_init(struct fp__filter *filter, struct fp__filter wanted)
{
    assert(wanted.out > 0 && wanted.src > 0 && wanted.span.start < wanted.span.stop);
    assert(wanted.span.start > -1 && wanted.span.stop < (double)wanted.src + 1);
    if (is_made_for(filter, &wanted))
        return true;
    wanted.block = filter->block;
    wanted.room = filter->room;
    *filter = wanted;
    if (!reserve(filter)) {
        filter->kernel = NULL;
        return false;
    }
    for (size_t o = 0; o < filter->out; o++)
        fill_window(filter, o);
    return true;
}

/* --- rows --------------------------------------------------------------------------------------- */

/* Sums of differences from one of the values: equal values stay what they are, to the last bit,
 * and a saturated area does not step over its limit. */
static inline double
weigh(const double *values, size_t stride, const double *weights, size_t n)
{
    double sum = values[0];

    for (size_t i = 1; i < n; i++)
        sum += weights[i] * (values[i * stride] - values[0]);
    return sum;
}

static void
filter_row(const struct fp__filter *filter, const double *source, size_t channels, double *row)
{
    for (size_t o = 0; o < filter->out; o++) {
        const struct fp__taps *window = &filter->windows[o];
        const double *weights = filter->weights + o * filter->taps;
        const double *values = source + window->first * channels;

        for (size_t c = 0; c < channels; c++)
            *row++ = weigh(values + c, channels, weights, window->count);
    }
}

static size_t
row_length(const struct fp__resampler *resampler)
{
    return resampler->x.out * resampler->channels;
}

static double *
ring_row(const struct fp__resampler *resampler, size_t row)
{
    return (double *)resampler->ring + row % resampler->y.taps * row_length(resampler);
}

static bool
fetch_rows(struct fp__resampler *resampler, const struct fp__taps *window, fp__fetch_fn fetch,
           void *arg)
{
    if (resampler->next < window->first)
        resampler->next = window->first;
    while (resampler->next < window->first + window->count) {
        const double *source = fetch(arg, resampler->next);

        if (!source)
            return false;
        filter_row(&resampler->x, source, resampler->channels,
                   ring_row(resampler, resampler->next++));
    }
    return true;
}

/* As weigh(), for whole rows of the ring. */
static void
blend_rows(const struct fp__resampler *resampler, const struct fp__taps *window,
           const double *weights, double *row)
{
    size_t length = row_length(resampler);
    const double *base = ring_row(resampler, window->first);

    memcpy(row, base, length * sizeof *row);
    for (size_t j = 1; j < window->count; j++) {
        const double *other = ring_row(resampler, window->first + j);
        double weight = weights[j];

        for (size_t i = 0; i < length; i++)
            row[i] += weight * (other[i] - base[i]);
    }
}

const double *
fp__resampler_row(struct fp__resampler *resampler, size_t o, fp__fetch_fn fetch, void *arg)
{
    const struct fp__taps *window = &resampler->y.windows[o];

    assert(o < resampler->y.out && window->first + resampler->y.taps >= resampler->next);
    if (!fetch_rows(resampler, window, fetch, arg))
        return NULL;
    blend_rows(resampler, window, resampler->y.weights + o * resampler->y.taps, resampler->row);
    return resampler->row;
}

/* --- life --------------------------------------------------------------------------------------- */

static bool
reserve_rows(struct fp__resampler *resampler)
{
    size_t row;
    size_t ring;

    return !__builtin_mul_overflow(resampler->x.out, resampler->channels, &row) &&
           !__builtin_mul_overflow(row, sizeof(double), &row) &&
           !__builtin_mul_overflow(row, resampler->y.taps, &ring) &&
           fp__cache_reserve(&resampler->row, &resampler->row_room, row) &&
           fp__cache_reserve(&resampler->ring, &resampler->ring_room, ring);
}

enum fp_status
fp__resampler_init(struct fp_context *ctx, struct fp__resampler *resampler,
                   const struct fp__kernel *kernel, size_t out_w, size_t out_h, size_t src_w,
                   size_t src_h, struct fp__span span_x, struct fp__span span_y, size_t channels)
{
    struct fp__filter x = {.kernel = kernel, .out = out_w, .src = src_w, .span = span_x};
    struct fp__filter y = {.kernel = kernel, .out = out_h, .src = src_h, .span = span_y};

    assert(channels > 0);
    resampler->channels = channels;
    resampler->next = 0;
    if (!filter_init(&resampler->x, x) || !filter_init(&resampler->y, y) ||
        !reserve_rows(resampler))
        return fp__fail_memory(ctx, "resampling an image");
    return FP_OK;
}

void
fp__resampler_finish(struct fp__resampler *resampler)
{
    fp_free(resampler->x.block);
    fp_free(resampler->y.block);
    fp_free(resampler->ring);
    fp_free(resampler->row);
    *resampler = (struct fp__resampler){0};
}
