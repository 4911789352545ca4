/* SPDX-License-Identifier: MIT */
/* contour_levels.c: which levels a contour has: matplotlib 3.6's contour.py (_autolev,
 * _process_contour_level_args). */
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/context.h"
#include "core/status.h"
#include "fields/contour.h"
#include "ticks/ticks_scaled.h"

#define LOG_ROOM 9 /* LogLocator's where there is no axis */

/* The smallest and the largest value that counts; both 0 when none does. */
static enum fp_status
find_range(const struct fp_contour *contour, const struct fp_norm *norm, double range[2])
{
    double above, below;
    enum fp_status status;

    fp_norm_domain(norm, &above, &below);
    if (!contour->log)
        above = -INFINITY;
    status = fp_array_range(contour->source.z, above, INFINITY, &range[0], &range[1]);
    if (status == FP_OK && isnan(range[0]))
        range[0] = range[1] = contour->log ? 1 : 0;
    return status;
}

/* Of the ticks those from the last one below the range to the first one above it; one end less
 * where areas go on. All of them when that leaves less than three. */
static void
choose(struct fp__ticks *ticks, const struct fp_contour *contour, const double range[2],
       const double **levels, size_t *n)
{
    size_t first = 0, end = ticks->n;

    for (size_t i = 0; i < ticks->n && ticks->value[i] < range[0]; i++)
        first = i;
    for (size_t i = ticks->n; i-- > 0 && ticks->value[i] > range[1];)
        end = i + 1;
    first += fp__contour_extends(contour, false);
    end -= fp__contour_extends(contour, true);
    if (end < first + 3) {
        first = 0;
        end = ticks->n;
    }
    *levels = ticks->value + first;
    *n = end - first;
}

static void
place(struct fp__ticks *ticks, const struct fp_contour *contour, const double range[2],
      size_t wanted)
{
    struct fp__ruler ruler = {.lo = range[0], .hi = range[1], .room = LOG_ROOM};

    ticks->n = 0;
    if (contour->log)
        fp__ticks_place_log(ticks, &ruler, false);
    else
        fp__ticks_place_levels(ticks, range[0], range[1],
                               wanted < FP__TICKS_AT_MOST ? (int)wanted + 1 : FP__TICKS_AT_MOST);
}

static bool
any_inside(const double *levels, size_t n, const double range[2])
{
    bool any = false;

    for (size_t i = 0; i < n; i++)
        any |= levels[i] > range[0] && levels[i] < range[1];
    return any;
}

static enum fp_status
check(struct fp_context *ctx, bool filled, const double *levels, size_t n)
{
    bool rises = n > 0 && isfinite(levels[0]);

    for (size_t i = 1; i < n; i++)
        rises &= levels[i] > levels[i - 1] && isfinite(levels[i]);
    if (filled && n < 2)
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "contourf: areas lie between levels, so there must be two or more" FP__HINT
                        "give a lower and an upper one, or leave levels out");
    return rises ? FP_OK
                 : fp__fail(ctx, FP_ERR_ARGUMENT,
                            "contour: the levels do not rise from one to the next" FP__HINT
                            "sort them, and give each only once");
}

static enum fp_status
keep(struct fp_contour *contour, const double *levels, size_t n)
{
    struct fp_context *ctx = contour->artist.base.ctx;

    contour->levels = fp_alloc_array(n, sizeof *contour->levels);
    contour->looks = fp_alloc_array(n, sizeof *contour->looks);
    if (!contour->levels || !contour->looks)
        return fp__fail_memory(ctx, "the levels of a contour");
    contour->level_count = n;
    memcpy(contour->levels, levels, n * sizeof *levels);
    return FP_OK;
}

enum fp_status
fp__contour_take_levels(struct fp_contour *contour, const struct fp_contour_options *o)
{
    const double *levels = o->levels;
    size_t n = o->level_count;
    struct fp__ticks ticks;
    double range[2];
    enum fp_status status = find_range(contour, &o->norm, range);

    if (status != FP_OK)
        return status;
    if (!levels) {
        place(&ticks, contour, range, n);
        choose(&ticks, contour, range, &levels, &n);
    }
    status = check(contour->artist.base.ctx, contour->filled, levels, n);
    if (status != FP_OK)
        return status;
    if (!contour->filled && !any_inside(levels, n, range)) {
        fp__warn(contour->artist.base.ctx, FP_WARN_NO_LEVELS,
                 "contour: no level lies within the values, so there is one line at the smallest");
        levels = range;
        n = 1;
    }
    return keep(contour, levels, n);
}
