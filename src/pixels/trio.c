/* SPDX-License-Identifier: MIT */
/* trio.c: windows of which at most three pixels weigh something, and values fit for them. */
#include "pixels/trio.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/wide.h"
#include "pixels/filter.h"

/* --- trios ------------------------------------------------------------------------------------ */

static bool
find_trio(const struct fp__filter *filter, size_t o, struct fp__trio *trio)
{
    const struct fp__window *window = &filter->windows[o];
    const double *weights = filter->weights + o * filter->taps;
    size_t base = filter->plan.by_first ? window->leading : window->heaviest, n = 0;

    *trio = (struct fp__trio){.base = window->first + base};
    trio->others[0] = trio->others[1] = trio->base;
    for (size_t i = 0; i < window->count; i++) {
        if (weights[i] == 0 || i == base)
            continue;
        if (n == 2)
            return false;
        trio->others[n] = window->first + i;
        trio->weights[n++] = weights[i];
    }
    return true;
}

static bool
find_trios(const struct fp__filter *filter, struct fp__trio *trios)
{
    for (size_t o = 0; o < filter->out; o++)
        if (!find_trio(filter, o, &trios[o]))
            return false;
    return true;
}

/* --- blocks ----------------------------------------------------------------------------------- */

static size_t
lowest_of(const struct fp__trio *trio)
{
    size_t low = trio->base;

    for (size_t k = 0; k < 2; k++)
        low = trio->others[k] < low ? trio->others[k] : low;
    return low;
}

static bool
put(struct fp__block *block, size_t i, const struct fp__trio *trio)
{
    size_t places[3] = {trio->base - block->start, trio->others[0] - block->start,
                        trio->others[1] - block->start};

    block->base[i] = (uint8_t)places[0];
    for (size_t k = 0; k < 2; k++) {
        block->others[k][i] = (uint8_t)places[1 + k];
        block->weights[k][i] = trio->weights[k];
    }
    return places[0] < FP__BLOCK_REACH && places[1] < FP__BLOCK_REACH &&
           places[2] < FP__BLOCK_REACH;
}

/* `left`: trios from the first of the block on. */
static bool
fill_block(struct fp__block *block, const struct fp__trio *trios, size_t left, size_t src)
{
    size_t n = left < FP__BLOCK ? left : FP__BLOCK;
    bool fits = true;

    block->start = src - FP__BLOCK_REACH;
    for (size_t i = 0; i < n; i++) {
        size_t low = lowest_of(&trios[i]);

        block->start = low < block->start ? low : block->start;
    }
    for (size_t i = 0; i < FP__BLOCK; i++)
        fits &= put(block, i, &trios[i < n ? i : n - 1]);
    return fits;
}

static bool
fill_blocks(const struct fp__filter *filter, const struct fp__trio *trios, struct fp__block *blocks)
{
    if (filter->plan.side.src < FP__BLOCK_REACH)
        return false;
    for (size_t o = 0; o < filter->out; o += FP__BLOCK)
        if (!fill_block(&blocks[o / FP__BLOCK], trios + o, filter->out - o, filter->plan.side.src))
            return false;
    return true;
}

bool
fp__trios_make(struct fp__trios *trios, const struct fp__filter *filter)
{
    size_t blocks = filter->plan.columns ? (filter->out + FP__BLOCK - 1) / FP__BLOCK : 0;

    trios->each = NULL;
    trios->blocks = NULL;
    if (!fp__cache_reserve_array(&trios->memory[0], &trios->rooms[0], filter->out,
                                 sizeof *trios->each) ||
        !fp__cache_reserve_array(&trios->memory[1], &trios->rooms[1], blocks,
                                 sizeof *trios->blocks))
        return false;
    if (find_trios(filter, trios->memory[0]))
        trios->each = trios->memory[0];
    if (trios->each && blocks > 0 && fill_blocks(filter, trios->each, trios->memory[1]))
        trios->blocks = trios->memory[1];
    return true;
}

size_t
fp__trios_size(const struct fp__trios *trios)
{
    return fp__alloc_size(trios->memory[0]) + fp__alloc_size(trios->memory[1]);
}

void
fp__trios_finish(struct fp__trios *trios)
{
    fp_free(trios->memory[0]);
    fp_free(trios->memory[1]);
    *trios = (struct fp__trios){0};
}

/* --- values ----------------------------------------------------------------------------------- */

FP__WIDE static bool
are_tame(const unsigned char *values, size_t n)
{
    size_t count = 0;
    double value;

    for (size_t i = 0; i < n; i++) {
        memcpy(&value, values + i * sizeof value, sizeof value);
        count += fabs(value) <= 0x1p1000;
    }
    return count == n;
}

bool
fp__are_tame(const void *values, size_t n)
{
    return are_tame(values, n);
}

/* The sign apart, the bits of floats rise as the floats do, and end with what is not finite. */
FP__WIDE static uint32_t
largest(const unsigned char *values, size_t n)
{
    uint32_t most = 0, bits;

    for (size_t i = 0; i < n; i++) {
        memcpy(&bits, values + i * sizeof bits, sizeof bits);
        bits &= 0x7fffffff;
        most = bits > most ? bits : most;
    }
    return most;
}

bool
fp__are_tame_floats(const void *values, size_t n)
{
    return largest(values, n) < 0x7f800000;
}
