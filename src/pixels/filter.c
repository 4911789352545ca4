/* SPDX-License-Identifier: MIT */
/* filter.c: how much of each source pixel goes into each output pixel, along one axis. */
#include "pixels/filter.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "core/alloc.h"

double
fp__side_scale(const struct fp__side *side)
{
    return side->bent ? 1 : fabs(side->span.stop - side->span.start) / (double)side->out;
}

static struct fp__places
places_of(const struct fp__side *side, bool columns)
{
    if (side->bent)
        return fp__places_bent(side->bent, side->out);
    return columns ? fp__places_of_cols(side->out, side->span)
                   : fp__places_of_rows(side->out, side->span);
}

static size_t
clamp(int64_t k, size_t n)
{
    if (k < 0)
        return 0;
    return (size_t)k < n ? (size_t)k : n - 1;
}

/* --- windows ---------------------------------------------------------------------------------- */

/* Where an output pixel samples, and which source pixels then weigh something, not yet clamped. */
struct sample {
    double at;
    double stretch;
    int64_t low, high;
};

/* A pixel at the very end of the kernel is out, whatever rounding made of its distance: hamming and
 * kaiser end in weights above 0. */
#define ROUNDING 1e-9

static double
middle_of(const struct fp__side *side, size_t i)
{
    double size = side->span.stop - side->span.start;

    if (side->bent)
        return side->bent[i] - 0.5;
    return side->span.start + ((double)i + 0.5) * size / (double)side->out - 0.5;
}

static struct sample
sample_of(const struct fp__filter *filter, size_t o)
{
    const struct fp__side *side = &filter->plan.side;
    double at = middle_of(side, side->skip + o);
    double stretch = fmax(1, fp__side_scale(side));
    double reach = filter->plan.radius * stretch - ROUNDING;

    return (struct sample){.at = at,
                           .stretch = stretch,
                           .low = (int64_t)floor(at - reach) + 1,
                           .high = (int64_t)ceil(at + reach) - 1};
}

static void
find_window(const struct fp__filter *filter, const struct fp__places *places,
            const struct fp__reach *reach, size_t o)
{
    struct fp__window *window = &filter->windows[o];
    const struct fp__side *side = &filter->plan.side;
    struct sample sample = sample_of(filter, o);
    size_t first = clamp(sample.low, side->src);
    size_t last = clamp(sample.high, side->src);

    window->read = fp__reach_range(reach, fp__place(places, side->skip + o), side->src);
    first = window->read.first < first ? window->read.first : first;
    last = window->read.last > last ? window->read.last : last;
    window->first = first;
    window->count = last - first + 1;
}

/* Rows are asked for in ascending order, also where Agg's rounding would step back by one. */
static void
never_descend(struct fp__filter *filter)
{
    for (size_t o = filter->out - 1; o-- > 0;) {
        struct fp__window *window = &filter->windows[o];
        size_t next = window[1].first;

        if (window->first > next) {
            window->count += window->first - next;
            window->first = next;
        }
    }
}

static void
find_taps(struct fp__filter *filter)
{
    filter->taps = 0;
    for (size_t o = 0; o < filter->out; o++)
        if (filter->windows[o].count > filter->taps)
            filter->taps = filter->windows[o].count;
}

/* Equal counts, a multiple of four where the source has as many, keep the loop over a row free of
 * branches that are hard to predict. */
static void
make_equal(struct fp__filter *filter)
{
    size_t taps = (filter->taps + 3) / 4 * 4;
    size_t src = filter->plan.side.src;

    filter->taps = taps < src ? taps : src;
    for (size_t o = 0; o < filter->out; o++) {
        struct fp__window *window = &filter->windows[o];
        size_t highest = src - filter->taps;

        window->first = window->first < highest ? window->first : highest;
        window->count = filter->taps;
    }
}

static void
find_windows(struct fp__filter *filter)
{
    const struct fp__filter_plan *plan = &filter->plan;
    struct fp__reach reach =
        fp__reach_of(plan->radius, fp__side_scale(&plan->side), plan->other_scale, plan->columns);
    struct fp__places places = places_of(&plan->side, plan->columns);

    for (size_t o = 0; o < filter->out; o++)
        find_window(filter, &places, &reach, o);
    if (!plan->columns)
        never_descend(filter);
    find_taps(filter);
    if (plan->columns)
        make_equal(filter);
}

/* --- weights ---------------------------------------------------------------------------------- */

static void
normalise(double *weights, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += weights[i];
    for (size_t i = 0; i < n; i++)
        weights[i] /= sum;
}

static size_t
leading(const double *weights, size_t n)
{
    size_t i = 0;

    while (i + 1 < n && weights[i] == 0)
        i++;
    return i;
}

static size_t
heaviest(const double *weights, size_t n)
{
    size_t best = 0;

    for (size_t i = 1; i < n; i++)
        if (weights[i] > weights[best])
            best = i;
    return best;
}

static void
weigh_window(const struct fp__filter *filter, size_t o)
{
    struct fp__window *window = &filter->windows[o];
    double *weights = filter->weights + o * filter->taps;
    const struct fp__filter_plan *plan = &filter->plan;
    struct sample sample = sample_of(filter, o);

    memset(weights, 0, filter->taps * sizeof *weights);
    for (int64_t k = sample.low; k <= sample.high; k++) {
        double x = fabs((double)k - sample.at) / sample.stretch;

        weights[clamp(k, plan->side.src) - window->first] += plan->kernel->weight(x, plan->radius);
    }
    normalise(weights, window->count);
    window->leading = leading(weights, window->count);
    window->heaviest = heaviest(weights, window->count);
}

/* --- life ------------------------------------------------------------------------------------- */

static bool
is_same(const struct fp__filter_plan *a, const struct fp__filter_plan *b)
{
    if (a->side.bent || b->side.bent)
        return false;
    return a->kernel == b->kernel && a->radius == b->radius && a->side.src == b->side.src &&
           a->side.span.start == b->side.span.start && a->side.span.stop == b->side.span.stop &&
           a->side.out == b->side.out && a->side.skip == b->side.skip &&
           a->side.count == b->side.count && a->other_scale == b->other_scale &&
           a->by_first == b->by_first && a->columns == b->columns;
}

static void *
reserve(struct fp__filter *filter, int block, size_t count, size_t element)
{
    if (!fp__cache_reserve_array(&filter->blocks[block], &filter->rooms[block], count, element))
        return NULL;
    return filter->blocks[block];
}

static bool
make(struct fp__filter *filter)
{
    size_t each;

    filter->windows = reserve(filter, 0, filter->out, sizeof *filter->windows);
    if (!filter->windows)
        return false;
    find_windows(filter);
    if (__builtin_mul_overflow(filter->taps, sizeof *filter->weights, &each))
        return false;
    filter->weights = reserve(filter, 1, filter->out, each);
    for (size_t o = 0; filter->weights && o < filter->out; o++)
        weigh_window(filter, o);
    return filter->weights && fp__trios_make(&filter->trios, filter);
}

bool
fp__filter_init(struct fp__filter *filter, const struct fp__filter_plan *plan)
{
    const struct fp__side *side = &plan->side;

    assert(side->src > 0 && side->count > 0 && side->out - side->skip >= side->count);
    assert(side->span.start != side->span.stop && fmin(side->span.start, side->span.stop) > -1);
    assert(fmax(side->span.start, side->span.stop) < (double)side->src + 1);
    if (filter->ready && is_same(&filter->plan, plan))
        return true;
    filter->plan = *plan;
    filter->out = side->count;
    filter->ready = make(filter);
    return filter->ready;
}

size_t
fp__filter_size(const struct fp__filter *filter)
{
    return fp__alloc_size(filter->blocks[0]) + fp__alloc_size(filter->blocks[1]) +
           fp__trios_size(&filter->trios);
}

void
fp__filter_finish(struct fp__filter *filter)
{
    fp__trios_finish(&filter->trios);
    fp_free(filter->blocks[0]);
    fp_free(filter->blocks[1]);
    *filter = (struct fp__filter){0};
}
