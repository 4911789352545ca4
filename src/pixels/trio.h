/* SPDX-License-Identifier: MIT */
/* trio.h: windows of which at most three pixels weigh something.
 *
 * Such are all windows of hanning, the default, where a picture is enlarged or is more than two
 * thirds as large as its source. A mean then is the base and two differences from it,
 *     (0 + (w₀·(v₀ − base) + w₁·(v₁ − base))) + base,
 * which is what a sum over the whole window comes to, to the last bit: what weighs nothing adds 0,
 * the base differs from itself by 0, and two numbers have one sum. (The first 0 makes −0 a 0, as in
 * a sum that begins with it.) That holds for tame values only, of which no difference overflows. */
#ifndef PIXELS_TRIO_H
#define PIXELS_TRIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where there are fewer than three, the base stands for the others, and they weigh 0. */
struct fp__trio {
    size_t base;
    size_t others[2];
    double weights[2];
};

enum { FP__BLOCK = 8, FP__BLOCK_REACH = 16 };

/* Eight pixels side by side, whose trios lie within sixteen of the source; behind the last pixel of
 * a row it is repeated. */
struct fp__block {
    size_t start;
    uint8_t base[FP__BLOCK], others[2][FP__BLOCK]; /* counted from the start */
    double weights[2][FP__BLOCK];
};

struct fp__filter;

/* Starts as {0}; its memory is cache. */
struct fp__trios {
    struct fp__trio *each;    /* of each pixel that is made; NULL: some window has more */
    struct fp__block *blocks; /* of columns; NULL: some are wider */
    void *memory[2];
    size_t rooms[2];
};

/* Finds those of a filter. False without memory. */
bool fp__trios_make(struct fp__trios *trios, const struct fp__filter *filter);

/* Bytes of the memory. */
size_t fp__trios_size(const struct fp__trios *trios);

void fp__trios_finish(struct fp__trios *trios);

/* Whether differences of n doubles, wherever they lie, and means of them are far from what a double
 * can hold: none is NaN or infinite, or beyond 2¹⁰⁰⁰. */
bool fp__are_tame(const void *values, size_t n);

/* The same for n floats. */
bool fp__are_tame_floats(const void *values, size_t n);

#endif
