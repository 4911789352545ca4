/* SPDX-License-Identifier: MIT */
/* blend.h: rows of pixels blended into fewer, each read once: reducing an image's height. */
#ifndef PIXELS_BLEND_H
#define PIXELS_BLEND_H

#include <stdint.h>

#include "pixels/filter.h"
#include "pixels/rows.h"

/* What is known of a blended value. */
enum fp__blend_flag {
    FP__BLEND_BAD = 1,  /* Agg would read a value for it that is not finite */
    FP__BLEND_HOLES = 2 /* a value that is not finite was left out: it is no mean */
};

/* One pass over an image, from its first row to its last. Memory is 17 bytes for each value of a
 * row and slot, and 8 for each of a row that is kept; a height that is not enlarged takes no more
 * than two kernel radii and 6 slots, however wide the image is. Starts as {0}; its memory is cache,
 * kept from one init to the next and only ever grown. */
struct fp__blend {
    struct fp__rows rows;
    const struct fp__filter *filter; /* of rows */
    size_t slots;                    /* output rows that are summed up at the same time */
    size_t next;                     /* the first source row that was not read */
    void *sums, *flags;              /* one row for each slot */
    size_t sums_room, flags_room;
    /* For rows that are blended without sums: */
    size_t checked; /* the first source row of which nobody knows whether it is tame */
    size_t wild;    /* the end of the last one that is not */
    size_t kept_rows;
    void *kept; /* the last source rows as doubles, which lie nowhere as such or as floats */
    size_t kept_room;
};

/* Source rows are read together in groups, which begin at every fourth. */
enum { FP__BLEND_ROWS = 4 };

static inline size_t
fp__blend_group(size_t row)
{
    return row - row % FP__BLEND_ROWS;
}

/* False without memory. The filter stays where it is and as it is during the pass. */
bool fp__blend_init(struct fp__blend *blend, const struct fp__rows *rows,
                    const struct fp__filter *filter);

/* The mean of each column's rows in the filter's window o, width × channels of them, and their
 * flags, NULL when all are 0. Both are valid, and may be written to, until the next call. Rows are
 * asked for in ascending order. Equal values give exactly that value. */
double *fp__blend_row(struct fp__blend *blend, size_t o, uint8_t **flags);

/* The same into `to`, which is done with fewer instructions where it can be, and where all values
 * are tame (trio.h): then so are the means. False where fp__blend_row is to be called. */
bool fp__blend_quick(struct fp__blend *blend, size_t o, double *to);

/* Part of fp__blend_init. */
bool fp__blend_quick_init(struct fp__blend *blend);

/* Value i of row o again, from its column's finite values only. `column` is room for filter->taps
 * values. */
double fp__blend_finite(const struct fp__blend *blend, size_t o, size_t i, double *column);

/* Bytes of the memory. */
size_t fp__blend_size(const struct fp__blend *blend);

/* Frees the memory and makes it {0} again. */
void fp__blend_finish(struct fp__blend *blend);

#endif
