/* SPDX-License-Identifier: MIT */
/* resample.h: smooth resizing of rows of doubles, one output row at a time.
 *
 * Both axes are filtered separately (filter.h has the definition), in double. Where all
 * values under a kernel are equal the result is exactly that value. A pixel is NaN when Agg would
 * read a value there that is not finite (reach.h); such values else drop out, and the weights of
 * the others sum to 1. */
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
    struct fp__rows rows; /* of the source: x.src pixels of 1 … FP__MAX_CHANNELS channels */
};

/* Starts as {0}. All its memory is cache, kept from one init to the next and only ever grown. */
struct fp__resampler {
    struct fp__filter x;
    struct fp__filter y;
    struct fp__rows rows;
    bool along_x;           /* each source row is filtered along x first, else blended first */
    struct fp__blend blend; /* of columns */
    size_t next;            /* the first source row that was not filtered along x */
    size_t wild;            /* the end of the last one that had values that are not tame (trio.h) */
    size_t slots;           /* of the ring, which holds … */
    void *ring;          /* … the last source rows, filtered along x, or else some output rows, */
    void *flags;         /* and which of their values are bad */
    void *wide;          /* rows of as many values as the source's, and room to filter them */
    void *row;           /* an output row, and behind it room for a column of y.taps */
    size_t first, count; /* the output rows in the ring */
    const double **others; /* in the room behind the row: the rows that are summed up, … */
    double *their_weights; /* … and their weights */
    size_t wide_room, ring_room, flags_room, row_room;
};

/* Gets ready for one pass over an image. With the sizes, spans and kernel of the last time nothing
 * is computed and nothing allocated. FP_ERR_MEMORY leaves it fit for another init or for finish. */
enum fp_status fp__resampler_init(struct fp_context *ctx, struct fp__resampler *resampler,
                                  const struct fp__resampling *wanted);

/* Row o of those that are made, x.count × channels doubles, valid until the next call. Rows are
 * asked for in ascending order. */
const double *fp__resampler_row(struct fp__resampler *resampler, size_t o);

/* Bytes of the memory. */
size_t fp__resampler_size(const struct fp__resampler *resampler);

/* Frees the memory and makes it {0} again. */
void fp__resampler_finish(struct fp__resampler *resampler);

#endif
