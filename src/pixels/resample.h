/* SPDX-License-Identifier: MIT */
/* resample.h: smooth resizing of rows of doubles, one output row at a time.
 *
 * The definition: output pixel o of D, over the S source pixels of a span, samples the position
 * p = start + (o+½)·S/D − ½; with f = max(1, S/D) source pixel k weighs kernel((k−p)/f) for
 * |k−p| < radius·f, the weights normalised to a sum of 1 and source indices clamped to the array.
 * Both axes are filtered separately, rows first, in double. An array of one value stays exactly
 * that value. A pixel with a value that is not finite under its kernel is not finite; so is one
 * where two values' difference does not fit in a double. */
#ifndef PIXELS_RESAMPLE_H
#define PIXELS_RESAMPLE_H

#include <stddef.h>

#include "flatplot/context.h"
#include "pixels/kernel.h"
#include "pixels/nearest.h"

/* The weights along one axis. */
struct fp__filter {
    const struct fp__kernel *kernel; /* NULL: no weights were made */
    size_t out;
    size_t src;
    struct fp__span span;
    size_t taps; /* places for weights per output pixel */
    struct fp__taps *windows;
    double *weights; /* out × taps */
    void *block;     /* holds both */
    size_t room;
};

/* Starts as {0}. All its memory is cache, kept from one init to the next and only ever grown. */
struct fp__resampler {
    struct fp__filter x;
    struct fp__filter y;
    size_t channels;
    size_t next; /* the first source row that was not fetched */
    void *ring;  /* the last y.taps source rows, filtered along x */
    size_t ring_room;
    void *row;
    size_t row_room;
};

/* Gives source row `row` as src_w × channels doubles that stay valid until the next call; NULL
 * gives up. */
typedef const double *(*fp__fetch_fn)(void *arg, size_t row);

/* Gets ready for one pass over an image; all sizes above 0, spans as in nearest.h. With the sizes,
 * spans and kernel of the last time nothing is computed and nothing allocated. FP_ERR_MEMORY
 * leaves it fit for another init or for finish. */
enum fp_status fp__resampler_init(struct fp_context *ctx, struct fp__resampler *resampler,
                                  const struct fp__kernel *kernel, size_t out_w, size_t out_h,
                                  size_t src_w, size_t src_h, struct fp__span span_x,
                                  struct fp__span span_y, size_t channels);

/* Output row o, out_w × channels doubles, valid until the next call. Rows are asked for in
 * ascending order; each source row is fetched at most once, in ascending order. NULL when fetch
 * gave up. */
const double *fp__resampler_row(struct fp__resampler *resampler, size_t o, fp__fetch_fn fetch,
                                void *arg);

/* Frees the memory and makes it {0} again. */
void fp__resampler_finish(struct fp__resampler *resampler);

#endif
