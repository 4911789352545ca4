/* SPDX-License-Identifier: MIT */
/* resample_ring.c: output rows out of source rows that were filtered along x, of which a ring holds
 * the last ones: for pictures that are enlarged. */
#include <assert.h>
#include <math.h>

#include "pixels/add_rows.h"
#include "pixels/finite.h"
#include "pixels/resample_parts.h"
#include "pixels/trio_rows.h"

/* What fp__filter_mend says of a row: whether any of it is bad, and then which. */
static uint8_t *
flags_of(const struct fp__resampler *resampler, size_t row)
{
    return (uint8_t *)resampler->flags +
           row % resampler->slots * (1 + fp__resample_length(resampler));
}

/* Rows are read ahead where that is of use; others would warn of what is in rows not shown. */
static size_t
count_next(const struct fp__resampler *resampler)
{
    size_t left = resampler->y.plan.side.src - resampler->next;

    return resampler->rows.channels == 1 && left >= FP__FOUR ? FP__FOUR : 1;
}

static void
filter_next(struct fp__resampler *resampler)
{
    const struct fp__rows *rows = &resampler->rows;
    size_t n = count_next(resampler), first = resampler->next;
    double *filtered[FP__FOUR] = {NULL};
    bool tame = true;

    for (size_t k = 0; k < n; k++) {
        fp__rows_read(rows, first + k, 0, rows->width, fp__resample_wide(resampler, k));
        tame = tame && (rows->finite || fp__are_tame(fp__resample_wide(resampler, k),
                                                     fp__resample_width(resampler)));
        filtered[k] = fp__resample_values(resampler, first + k);
    }
    fp__resample_together(resampler, n, tame, filtered);
    for (size_t k = 0; k < n; k++) {
        uint8_t *flags = flags_of(resampler, first + k);

        flags[0] = !tame && fp__filter_mend(&resampler->x, fp__resample_wide(resampler, k),
                                            rows->channels, filtered[k], flags + 1);
    }
    resampler->next += n;
    if (!tame)
        resampler->wild = resampler->next;
}

static void
filter_rows(struct fp__resampler *resampler, const struct fp__window *window)
{
    if (resampler->next < window->first)
        resampler->next = window->first;
    while (resampler->next < window->first + window->count)
        filter_next(resampler);
}

/* --- an output row out of the ring ------------------------------------------------------------ */

/* Rows without weight, and the base itself, add nothing, not even where they are not finite. */
static void
blend_rows(const struct fp__resampler *resampler, const struct fp__window *window,
           const double *weights, double *row)
{
    const double **others = resampler->others;
    double *their_weights = resampler->their_weights;
    const double *base = fp__resample_values(resampler, window->first + window->heaviest);
    size_t n = 0;

    for (size_t j = 0; j < window->count; j++) {
        others[n] = fp__resample_values(resampler, window->first + j);
        their_weights[n] = weights[j];
        n += others[n] != base && weights[j] != 0;
    }
    fp__add_rows(others, their_weights, n, base, fp__resample_length(resampler), row);
}

/* One value of the row again, from the finite ones above each other. The column is put together
 * behind the row. */
static double
mend(const struct fp__resampler *resampler, const struct fp__window *window, const double *weights,
     size_t i)
{
    double *column = (double *)resampler->row + fp__resample_length(resampler);

    for (size_t j = 0; j < window->count; j++)
        column[j] = fp__resample_values(resampler, window->first + j)[i];
    return fp__mean_of_finite(column, 1, weights, window->count);
}

static void
mark_bad(const struct fp__resampler *resampler, const struct fp__window *window, double *row)
{
    for (size_t k = window->read.first; k <= window->read.last; k++) {
        const uint8_t *flags = flags_of(resampler, k);

        for (size_t i = 0; flags[0] && i < fp__resample_length(resampler); i++)
            row[i] = flags[1 + i] ? NAN : row[i];
    }
}

static void
blend_trio(const struct fp__resampler *resampler, const struct fp__trio *trio, double *row)
{
    struct fp__trio_rows rows = {.base = fp__resample_values(resampler, trio->base)};

    for (size_t k = 0; k < 2; k++) {
        rows.others[k] = fp__resample_values(resampler, trio->others[k]);
        rows.weights[k] = trio->weights[k];
    }
    fp__trio_rows(&rows, fp__resample_length(resampler), row);
}

const double *
fp__resample_by_ring(struct fp__resampler *resampler, size_t o)
{
    const struct fp__window *window = &resampler->y.windows[o];
    const double *weights = resampler->y.weights + o * resampler->y.taps;
    double *row = resampler->row;

    assert(window->first + resampler->slots >= resampler->next);
    filter_rows(resampler, window);
    if (resampler->wild <= window->first && resampler->y.trios.each) {
        blend_trio(resampler, resampler->y.trios.each + o, row);
        return row;
    }
    blend_rows(resampler, window, weights, row);
    if (!fp__all_finite(row, 1, fp__resample_length(resampler)))
        for (size_t i = 0; i < fp__resample_length(resampler); i++)
            row[i] = isfinite(row[i]) ? row[i] : mend(resampler, window, weights, i);
    mark_bad(resampler, window, row);
    return row;
}
