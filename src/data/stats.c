/* SPDX-License-Identifier: MIT */
/* stats.c: smallest, largest and mean value, NaN and infinity counts, in one pass.
 *
 * The mean is a compensated sum (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur
 * Summation endlicher Summen", ZAMM 54, 1974). What an addition rounds away is found by Knuth's
 * two-sum, which gives Neumaier's number without his comparison and so without a branch. */
#include "data/stats.h"

#include <math.h>
#include <string.h>

#include "core/status.h"
#include "data/layout.h"

enum { LANES = FP__STATS_LANES, BLOCK = 512 };

void
fp__stats_begin(struct fp__stats_sum *sum)
{
    *sum = (struct fp__stats_sum){0};
    for (int lane = 0; lane < LANES; lane++) {
        sum->min[lane] = INFINITY;
        sum->max[lane] = -INFINITY;
    }
}

static inline void
add_value(struct fp__stats_sum *to, size_t lane, double value)
{
    double before = to->sum[lane];
    double after = before + value;
    double added = after - before;

    to->lost[lane] += (before - (after - added)) + (value - added);
    to->sum[lane] = after;
    to->min[lane] = value < to->min[lane] ? value : to->min[lane];
    to->max[lane] = value > to->max[lane] ? value : to->max[lane];
}

/* Two doubles, which is what every 64-bit machine's baseline computes at a time. */
typedef double pair __attribute__((vector_size(16)));
typedef int64_t pair_bits __attribute__((vector_size(16)));

static inline pair
choose(pair_bits mask, pair yes, pair no)
{
    return (pair)((mask & (pair_bits)yes) | (~mask & (pair_bits)no));
}

struct pairs {
    pair min, max, sum, lost;
};

static inline void
add_pair(struct pairs *to, const double *values)
{
    pair value, after, added;

    memcpy(&value, values, sizeof value);
    after = to->sum + value;
    added = after - to->sum;
    to->lost += (to->sum - (after - added)) + (value - added);
    to->sum = after;
    to->min = choose(value < to->min, value, to->min);
    to->max = choose(value > to->max, value, to->max);
}

static void
load(struct pairs *pairs, const struct fp__stats_sum *sum, size_t lane)
{
    memcpy(&pairs->min, sum->min + lane, sizeof pairs->min);
    memcpy(&pairs->max, sum->max + lane, sizeof pairs->max);
    memcpy(&pairs->sum, sum->sum + lane, sizeof pairs->sum);
    memcpy(&pairs->lost, sum->lost + lane, sizeof pairs->lost);
}

static void
store(const struct pairs *pairs, struct fp__stats_sum *sum, size_t lane)
{
    memcpy(sum->min + lane, &pairs->min, sizeof pairs->min);
    memcpy(sum->max + lane, &pairs->max, sizeof pairs->max);
    memcpy(sum->sum + lane, &pairs->sum, sizeof pairs->sum);
    memcpy(sum->lost + lane, &pairs->lost, sizeof pairs->lost);
}

/* add_value for all; compilers do not find the pairs by themselves. NaN and infinities spoil the
 * sums, which is how they are noticed. */
static void
add_blindly(struct fp__stats_sum *sum, const double *values, size_t n)
{
    size_t i = 0;
    struct pairs first, second;

    load(&first, sum, 0);
    load(&second, sum, 2);
    for (; i + LANES <= n; i += LANES) {
        add_pair(&first, values + i);
        add_pair(&second, values + i + 2);
    }
    store(&first, sum, 0);
    store(&second, sum, 2);
    for (; i < n; i++) {
        add_value(sum, i % LANES, values[i]);
    }
}

static bool
is_spoilt(const struct fp__stats_sum *sum)
{
    for (int lane = 0; lane < LANES; lane++) {
        if (!isfinite(sum->sum[lane])) {
            return true;
        }
    }
    return false;
}

static void
add_any(struct fp__stats_sum *sum, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (isnan(values[i])) {
            sum->nan++;
        } else if (isinf(values[i])) {
            sum->inf++;
        } else {
            add_value(sum, i % LANES, values[i]);
        }
    }
}

static void
add_block(struct fp__stats_sum *sum, const double *values, size_t n)
{
    struct fp__stats_sum attempt = *sum;

    add_blindly(&attempt, values, n);
    if (is_spoilt(&attempt)) {
        add_any(sum, values, n);
    } else {
        *sum = attempt;
    }
}

void
fp__stats_add(struct fp__stats_sum *sum, const struct fp__run *run, size_t n)
{
    double values[BLOCK];
    struct fp__run rest = *run;

    sum->count += n;
    while (n > 0) {
        size_t piece = n < BLOCK ? n : BLOCK;

        fp__values_to_double(&rest, piece, values);
        add_block(sum, values, piece);
        rest.base = (const unsigned char *)rest.base + (ptrdiff_t)piece * rest.stride;
        n -= piece;
    }
}

/* The lanes as one: their sums are compensated among themselves once more. */
static double
total(const struct fp__stats_sum *sum)
{
    struct fp__stats_sum all;
    double lost = 0;

    fp__stats_begin(&all);
    for (int lane = 0; lane < LANES; lane++) {
        add_value(&all, 0, sum->sum[lane]);
        lost += sum->lost[lane];
    }
    lost += all.lost[0];
    return isfinite(lost) ? all.sum[0] + lost : all.sum[0];
}

void
fp__stats_end(const struct fp__stats_sum *sum, struct fp_stats *stats)
{
    size_t finite = sum->count - sum->nan - sum->inf;

    *stats = (struct fp_stats){.count = sum->count,
                               .finite = finite,
                               .nan = sum->nan,
                               .inf = sum->inf,
                               .min = NAN,
                               .max = NAN,
                               .mean = NAN};
    if (finite == 0) {
        return;
    }
    stats->min = sum->min[0];
    stats->max = sum->max[0];
    for (int lane = 1; lane < LANES; lane++) {
        stats->min = fmin(stats->min, sum->min[lane]);
        stats->max = fmax(stats->max, sum->max[lane]);
    }
    stats->mean = total(sum) / (double)finite;
}

enum fp_status
fp_array_stats(struct fp_array *array, struct fp_stats *stats)
{
    const unsigned char *data = fp_array_data(array);
    struct fp_layout layout;
    struct fp__stats_sum sum;
    struct fp__walk walk;
    ptrdiff_t offset;

    if (fp_is_closed(array)) {
        return fp__fail_closed(array ? ((struct fp_object *)array)->ctx : NULL, "array");
    }
    layout = *fp_array_layout(array);
    fp__layout_sort(&layout);
    fp__stats_begin(&sum);
    fp__walk_begin(&walk, &layout);
    while (fp__walk_next(&walk, &offset)) {
        struct fp__run run = {data + offset, walk.stride, layout.dtype, layout.swapped};

        fp__stats_add(&sum, &run, walk.length);
    }
    fp__stats_end(&sum, stats);
    return FP_OK;
}
