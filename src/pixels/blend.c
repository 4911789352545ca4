/* SPDX-License-Identifier: MIT */
/* blend.c: rows of pixels blended into fewer, each read once: the loops that cost most when a large
 * image is reduced.
 *
 * Source rows are read four at a time and added, with their weights, to all output rows that they
 * are a part of. That is done piece by piece, so that what was read stays in the nearest cache. */
#include "pixels/blend.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/wide.h"
#include "pixels/finite.h"

enum { ROWS = FP__BLEND_ROWS };

/* Values of a piece. Rows of it do not lie 4096 bytes apart, which would make a CPU take one for
 * another. */
enum { PIECE = 248 };

/* --- sums ------------------------------------------------------------------------------------- */

/* The sums are loaded and stored once for four products. What is summed up are differences from a
 * value of the column: equal values stay what they are, to the last bit, a saturated area does not
 * step over its limit, and nothing is lost where small differences are far from 0. */
FP__WIDE static void
add_rows(const double rows[ROWS][PIECE], const double w[ROWS], const double *restrict base,
         size_t n, double *restrict sums)
{
    for (size_t i = 0; i < n; i++) {
        double b = base[i];

        sums[i] += (w[0] * (rows[0][i] - b) + w[1] * (rows[1][i] - b)) +
                   (w[2] * (rows[2][i] - b) + w[3] * (rows[3][i] - b));
    }
}

FP__WIDE static void
add_base(const double *restrict base, size_t n, double *restrict sums)
{
    for (size_t i = 0; i < n; i++)
        sums[i] += base[i];
}

/* --- slots ------------------------------------------------------------------------------------ */

static size_t
row_length(const struct fp__blend *blend)
{
    return blend->rows.width * blend->rows.channels;
}

/* A row of sums, and behind it one of what they are differences from. */
static double *
sums_of(const struct fp__blend *blend, size_t o)
{
    return (double *)blend->sums + o % blend->slots * 2 * row_length(blend);
}

static double *
base_of(const struct fp__blend *blend, size_t o)
{
    return sums_of(blend, o) + row_length(blend);
}

/* First whether there are any. */
static uint8_t *
flags_of(const struct fp__blend *blend, size_t o)
{
    return (uint8_t *)blend->flags + o % blend->slots * (1 + row_length(blend));
}

static void
clear_slot(struct fp__blend *blend, size_t o)
{
    uint8_t *flags = flags_of(blend, o);

    memset(sums_of(blend, o), 0, row_length(blend) * sizeof(double));
    if (flags[0])
        memset(flags, 0, 1 + row_length(blend));
}

/* --- reading ---------------------------------------------------------------------------------- */

/* Part of the rows next … */
struct piece {
    size_t col, cols, at, n; /* pixels, and their values */
    size_t count;            /* of the rows */
    double values[ROWS][PIECE];
    bool bad[ROWS];
    uint8_t holes[ROWS][PIECE]; /* in bad rows: 255 or 0 */
};

/* Values that are not finite are remembered, and left out. */
FP__WIDE static bool
take_out(double *restrict values, size_t n, uint8_t *restrict holes)
{
    uint8_t any = 0;

    for (size_t i = 0; i < n; i++) {
        bool fine = fabs(values[i]) <= DBL_MAX;

        holes[i] = fine ? 0 : 255;
        any |= holes[i];
        values[i] = fine ? values[i] : 0;
    }
    return any;
}

/* Whether all are finite. It may say no where large values are. */
FP__WIDE static bool
are_finite(double rows[ROWS][PIECE], size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += fabs((rows[0][i] + rows[1][i]) + (rows[2][i] + rows[3][i])) <= DBL_MAX;
    return count == n;
}

static void
read_piece(const struct fp__blend *blend, struct piece *piece)
{
    size_t k;

    for (k = 0; k < piece->count; k++)
        fp__rows_read(&blend->rows, blend->next + k, piece->col, piece->cols, piece->values[k]);
    for (; k < ROWS; k++)
        memset(piece->values[k], 0, piece->n * sizeof(double));
    memset(piece->bad, 0, sizeof piece->bad);
    if (blend->rows.finite || are_finite(piece->values, piece->n))
        return;
    for (k = 0; k < piece->count; k++)
        piece->bad[k] = take_out(piece->values[k], piece->n, piece->holes[k]);
}

FP__WIDE static void
add_flags(const uint8_t *restrict holes, uint8_t flag, size_t n, uint8_t *restrict flags)
{
    for (size_t i = 0; i < n; i++)
        flags[i] |= holes[i] & flag;
}

static bool
is_in(const struct fp__window *window, size_t row)
{
    return row >= window->first && row < window->first + window->count;
}

static void
add_holes(const struct fp__blend *blend, const struct piece *piece, size_t o)
{
    const struct fp__window *window = &blend->filter->windows[o];
    uint8_t *flags = flags_of(blend, o);

    for (size_t k = 0; k < piece->count; k++) {
        size_t row = blend->next + k;
        bool read = row >= window->read.first && row <= window->read.last;

        if (!piece->bad[k] || !is_in(window, row))
            continue;
        flags[0] = 1;
        add_flags(piece->holes[k], FP__BLEND_HOLES | (read ? FP__BLEND_BAD : 0), piece->n,
                  flags + 1 + piece->at);
    }
}

/* Adds what has a weight in the output row. Nothing has one before its base is read. */
static void
add_piece(const struct fp__blend *blend, const struct piece *piece, size_t o)
{
    const struct fp__window *window = &blend->filter->windows[o];
    const double *weights = blend->filter->weights + o * blend->filter->taps;
    size_t first = window->first + window->leading;
    double *sums = sums_of(blend, o) + piece->at, *base = base_of(blend, o) + piece->at;
    double w[ROWS] = {0};

    if (first >= blend->next + ROWS)
        return;
    if (first >= blend->next)
        memcpy(base, piece->values[first - blend->next], piece->n * sizeof *base);
    for (size_t k = 0; k < piece->count; k++)
        if (is_in(window, blend->next + k))
            w[k] = weights[blend->next + k - window->first];
    add_rows(piece->values, w, base, piece->n, sums);
}

/* The rows next … are added to the output rows first … last − 1. */
static void
add_next(struct fp__blend *blend, size_t first, size_t last)
{
    size_t channels = blend->rows.channels, width = blend->rows.width, cols = PIECE / channels;
    size_t left = blend->filter->plan.side.src - blend->next;
    struct piece piece;

    piece.count = left < ROWS ? left : ROWS;
    for (piece.col = 0; piece.col < width; piece.col += cols) {
        piece.cols = width - piece.col < cols ? width - piece.col : cols;
        piece.at = piece.col * channels;
        piece.n = piece.cols * channels;
        read_piece(blend, &piece);
        for (size_t o = first; o < last; o++) {
            add_piece(blend, &piece, o);
            add_holes(blend, &piece, o);
        }
    }
}

/* The end of the output rows that begin before source row `end`. */
static size_t
begun_before(const struct fp__blend *blend, size_t o, size_t end)
{
    while (o < blend->filter->out && blend->filter->windows[o].first < end)
        o++;
    return o;
}

static void
read_rows(struct fp__blend *blend, size_t o)
{
    const struct fp__window *windows = blend->filter->windows;
    size_t end = windows[o].first + windows[o].count;

    /* Which rows are read together does not depend on where an image is cut, so sums do not. */
    if (blend->next < fp__blend_group(windows[o].first))
        blend->next = fp__blend_group(windows[o].first);
    for (; blend->next < end; blend->next += ROWS) {
        size_t last = begun_before(blend, o, blend->next + ROWS);

        for (size_t begun = begun_before(blend, o, blend->next); begun < last; begun++)
            clear_slot(blend, begun);
        add_next(blend, o, last);
    }
}

/* --- a row ------------------------------------------------------------------------------------ */

double *
fp__blend_row(struct fp__blend *blend, size_t o, uint8_t **flags)
{
    double *sums = sums_of(blend, o);
    uint8_t *found = flags_of(blend, o);

    read_rows(blend, o);
    add_base(base_of(blend, o), row_length(blend), sums);
    if (!found[0] && !fp__all_finite(sums, 1, row_length(blend)))
        found[0] = 1; /* values far apart */
    *flags = found[0] ? found + 1 : NULL;
    return sums;
}

double
fp__blend_finite(const struct fp__blend *blend, size_t o, size_t i, double *column)
{
    const struct fp__window *window = &blend->filter->windows[o];
    size_t channels = blend->rows.channels;
    double pixel[FP__MAX_CHANNELS];

    for (size_t j = 0; j < window->count; j++) {
        fp__rows_read(&blend->rows, window->first + j, i / channels, 1, pixel);
        column[j] = pixel[i % channels];
    }
    return fp__mean_of_finite(column, 1, blend->filter->weights + o * blend->filter->taps,
                              window->count);
}

/* --- life ------------------------------------------------------------------------------------- */

/* How many output rows are begun at most before the one that is asked for is complete. */
static size_t
most_begun(const struct fp__blend *blend)
{
    size_t most = 1;

    for (size_t o = 0, last = 0; o < blend->filter->out; o++) {
        const struct fp__window *window = &blend->filter->windows[o];

        last = begun_before(blend, last, fp__blend_group(window->first + window->count - 1) + ROWS);
        most = last - o > most ? last - o : most;
    }
    return most;
}

bool
fp__blend_init(struct fp__blend *blend, const struct fp__rows *rows,
               const struct fp__filter *filter)
{
    size_t values, flags;

    blend->rows = *rows;
    blend->filter = filter;
    blend->next = 0;
    blend->slots = most_begun(blend);
    if (__builtin_mul_overflow(rows->width, rows->channels * blend->slots, &values) ||
        __builtin_add_overflow(values, blend->slots, &flags) ||
        !fp__cache_reserve_array(&blend->sums, &blend->sums_room, values, 2 * sizeof(double)) ||
        !fp__cache_reserve(&blend->flags, &blend->flags_room, flags))
        return false;
    memset(blend->flags, 0, flags);
    return fp__blend_quick_init(blend);
}

size_t
fp__blend_size(const struct fp__blend *blend)
{
    return fp__alloc_size(blend->sums) + fp__alloc_size(blend->flags) + fp__alloc_size(blend->kept);
}

void
fp__blend_finish(struct fp__blend *blend)
{
    fp_free(blend->sums);
    fp_free(blend->flags);
    fp_free(blend->kept);
    *blend = (struct fp__blend){0};
}
