/* SPDX-License-Identifier: MIT */
/* resample.h: smooth resizing of rows of doubles, one output row at a time.
 *
 * Both axes are filtered separately (filter.h has the definition), in double. Where all
 * values under a kernel are equal the result is exactly that value. A pixel is NaN when Agg would
 * read a value there that is not finite (reach.h); such values else drop out, and the weights of the
 * others sum to 1. */
#ifndef PIXELS_RESAMPLE_H
#define PIXELS_RESAMPLE_H

#include <stddef.h>

#include "flatplot/context.h"
#include "pixels/blend.h"
#include "pixels/filter_row.h"

/* What is resampled to what. Rows are asked for from the first: y.span ascends. */
struct fp__resampling {
    const struct fp__kernel *kernel;
    double radius; /* fp__kernel_radius */
    struct fp__side x, y;
    size_t channels; /* 1 … FP__MAX_CHANNELS */
    struct fp__plain_rows
        rows; /* of the source, if there are such: the quick way to reduce it. They
                                   stay as they are during the pass */
};

/* Starts as {0}. All its memory is cache, kept from one init to the next and only ever grown. */
struct fp__resampler {
    struct fp__filter x;
    struct fp__filter y;
    size_t channels;
    struct fp__plain_rows rows; /* without base: rows are fetched */
    size_t next;                /* the first source row that was not fetched */
    void *ring;                 /* the last y.taps source rows, filtered along x, or one row of the
                                   source's width … */
    void *flags;                /* … and which of their values are bad */
    void *row;                  /* the output row, and behind it room for a column of y.taps */
    size_t ring_room, flags_room, row_room;
};

/* Gives source row `row` as x.src × channels doubles that stay valid until the next call; NULL
 * gives up. */
typedef const double *(*fp__fetch_fn)(void *arg, size_t row);

/* Gets ready for one pass over an image. With the sizes, spans and kernel of the last time nothing
 * is computed and nothing allocated. FP_ERR_MEMORY leaves it fit for another init or for finish. */
enum fp_status fp__resampler_init(struct fp_context *ctx, struct fp__resampler *resampler,
                                  const struct fp__resampling *wanted);

/* Row o of those that are made, x.count × channels doubles, valid until the next call. Rows are asked for in
 * ascending order; each source row is fetched at most once, in ascending order. NULL when fetch
 * gave up. */
const double *fp__resampler_row(struct fp__resampler *resampler, size_t o, fp__fetch_fn fetch,
                                void *arg);

/* Frees the memory and makes it {0} again. */
void fp__resampler_finish(struct fp__resampler *resampler);

#endif
