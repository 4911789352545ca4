/* SPDX-License-Identifier: MIT */
/* judge.c: resolution, sustained rise, decision, and what would decide instead. */
#include "memory/judge.h"

#include <math.h>

#include "memory/slope.h"

enum { SEGMENTS = 4, TAIL = 10 };

/* A verdict that needs more than this many times the samples is not worth naming a number for. */
#define MOST_TIMES 1000.0

/* With 1, 159 of 229 undecided runs were decided by the number named, with 2, 202 of 226. */
#define MARGIN 2.0

/* The median of y[begin … end−1]. */
static double
median(const double *y, size_t begin, size_t end)
{
    double sorted[FP__BLOCKS];
    size_t n = 0;

    for (size_t i = begin; i < end; i++) {
        size_t at = n++;
        for (; at > 0 && sorted[at - 1] > y[i]; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = y[i];
    }
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

static double
steepest_step(const double *y, size_t n)
{
    double most = 0;

    for (size_t i = 1; i < n; i++)
        if (y[i] - y[i - 1] > most)
            most = y[i] - y[i - 1];
    return most;
}

/* Whether the second half is at least half as steep as the first. */
static bool
keeps_pace(const double *t, const double *y, size_t n)
{
    size_t half = n / 2, second = n - half;

    return fp__slope_median(t + second, y + second, half) >= fp__slope_median(t, y, half) / 2;
}

bool
fp__judge_sustained(const double *t, const double *y, size_t n)
{
    double before = median(y, 0, n / SEGMENTS);

    for (size_t i = 1; i < SEGMENTS; i++) {
        double here = median(y, i * n / SEGMENTS, (i + 1) * n / SEGMENTS);
        if (!(here > before))
            return false;
        before = here;
    }
    return steepest_step(y, n) <= (y[n - 1] - y[0]) / 2 && keeps_pace(t, y, n);
}

static bool
all_equal(const double *y, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (y[i] != y[0])
            return false;
    return true;
}

/* Growth per unit of t that came out of memory which was there already. */
static double
hidden_growth(const struct fp_rule *rule, size_t first, double span)
{
    double most;

    if (!rule->heap_free)
        return 0;
    most = rule->heap_free[first] / span;
    return most < rule->heap_growth ? most : rule->heap_growth;
}

/* The larger upper bound of all the blocks and of the last ten. */
static double
upper_bound(const double *t, const double *y, size_t n, double of_all)
{
    size_t skip = n > TAIL ? n - TAIL : 0;
    double of_last = fp__slope_sen(t + skip, y + skip, n - skip).upper;

    return of_last > of_all ? of_last : of_all;
}

static enum fp_outcome
decide(const struct fp_judgement *judged, bool equal)
{
    if (judged->lower > judged->tolerance && judged->sustained)
        return FP_GROWING;
    if (judged->tolerance > 0 ? judged->upper <= judged->tolerance : equal)
        return FP_FLAT;
    return FP_INCONCLUSIVE;
}

/* The distance of a bound to the slope shrinks at least as 1/n, the slope stays or, where it falls,
 * comes back to 0. A counter, and a rise that is not sustained, need the next look. */
static size_t
wanted(const struct fp_judgement *judged, size_t n)
{
    double slope = judged->slope > 0 ? judged->slope : 0, room = judged->tolerance - slope;
    double times = 2;

    if (judged->tolerance > 0 && judged->lower <= judged->tolerance) {
        double width = room > 0 ? judged->upper - judged->slope : judged->slope - judged->lower;
        double need = MARGIN * width / fabs(room);
        if (!(need <= MOST_TIMES))
            return 0;
        times = need > times ? need : times;
    }
    return (size_t)ceil((double)n * times);
}

void
fp__judge_blocks(const struct fp__blocks *blocks, size_t dropped, size_t n,
                 const struct fp_rule *rule, struct fp_judgement *judgement)
{
    const double *t = blocks->t + dropped, *y = blocks->y + dropped;
    size_t left = blocks->n - dropped, first = blocks->first[dropped];
    double span = t[left - 1] - t[0], grain = rule->granularity / span;
    double resolution = grain + hidden_growth(rule, first, span);
    struct fp__slope slope = fp__slope_sen(t, y, left);

    *judgement = (struct fp_judgement){
        .slope = slope.median,
        .lower = slope.lower - grain,
        .upper = upper_bound(t, y, left, slope.upper) + resolution,
        .resolution = resolution,
        .tolerance = rule->tolerance,
        .sustained = fp__judge_sustained(t, y, left),
        .first = first,
    };
    judgement->outcome = decide(judgement, all_equal(y, left));
    if (judgement->outcome == FP_INCONCLUSIVE)
        judgement->wanted = wanted(judgement, n);
}

static bool
is_measured(const struct fp_series *series)
{
    size_t i = 0;

    if (!series->x)
        return false;
    while (i < series->n && !isfinite(series->x[i]))
        i++;
    return i < series->n || series->n == 0;
}

/* There are no blocks: for want of samples, of values or of times that move on. */
static void
judge_nothing(const struct fp_series *series, size_t least, double tolerance,
              struct fp_judgement *judgement)
{
    *judgement = (struct fp_judgement){
        .outcome = is_measured(series) ? FP_INCONCLUSIVE : FP_UNMEASURED,
        .slope = NAN,
        .lower = NAN,
        .upper = NAN,
        .resolution = NAN,
        .tolerance = tolerance,
        .first = series->n,
    };
    if (judgement->outcome == FP_INCONCLUSIVE && series->n < least)
        judgement->wanted = least;
}

void
fp_judge_series(const struct fp_series *series, const struct fp_window *window,
                const struct fp_rule *rule, struct fp_judgement *judgement)
{
    struct fp__blocks blocks;
    size_t warm_up = fp__series_warm_up(series->n, window);

    if (fp__series_blocks(series, warm_up, window->drop_last, &blocks))
        fp__judge_blocks(&blocks, fp__series_truncate(&blocks), series->n, rule, judgement);
    else
        judge_nothing(series, warm_up + FP__BLOCKS, rule->tolerance, judgement);
}
