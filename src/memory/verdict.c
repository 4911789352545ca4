/* SPDX-License-Identifier: MIT */
/* verdict.c: the metrics of a run put together: one outcome, and what it comes from. */
#include "flatplot/verdict.h"

#include <math.h>

/* Resident memory comes and goes by pages. */
#define PAGE 4096.0

void
fp_verdict_options_init(struct fp_verdict_options *options, enum fp_checked checked)
{
    *options = (struct fp_verdict_options){
        .tolerance[FP_METRIC_HEAP] = 16,
        .tolerance[FP_METRIC_RSS] = checked == FP_CHECKED_COMMAND ? 4096 : 1024,
        .window.warm_up = FP_UNKNOWN,
    };
}

/* Judges a metric by the samples from `from` on, as if the run had begun there. */
static void
judge_from(const struct fp_samples *samples, const struct fp_verdict_options *options,
           enum fp_metric metric, double heap_growth, size_t from, struct fp_judgement *judged)
{
    const double *x = samples->x[metric];
    bool resident = metric == FP_METRIC_RSS;
    struct fp_series series = {samples->t + from, x ? x + from : NULL, samples->n - from};
    struct fp_window window = options->window;
    struct fp_rule rule = {
        .tolerance = options->tolerance[metric],
        .granularity = resident ? PAGE : 0,
        .heap_free = resident && samples->heap_free ? samples->heap_free + from : NULL,
        .heap_growth = heap_growth,
    };

    if (window.warm_up != FP_UNKNOWN)
        window.warm_up = window.warm_up > from ? window.warm_up - from : 0;
    fp_judge_series(&series, &window, &rule, judged);
    judged->first += from;
    if (judged->wanted > 0)
        judged->wanted += from;
}

/* Judges heap or resident memory: unless flat as a whole, from the last new character on. True when
 * too little came after it to tell its cache from a leak. */
static bool
judge_filling(const struct fp_samples *samples, const struct fp_verdict_options *options,
              enum fp_metric metric, double heap_growth, struct fp_judgement *judged)
{
    struct fp_judgement rest;

    judge_from(samples, options, metric, heap_growth, 0, judged);
    if (judged->outcome == FP_FLAT || samples->last_new_glyph <= judged->first ||
        samples->last_new_glyph >= samples->n)
        return false;
    judge_from(samples, options, metric, heap_growth, samples->last_new_glyph, &rest);
    if (rest.outcome == FP_FLAT || rest.outcome == FP_GROWING) {
        *judged = rest;
        return false;
    }
    if (!(judged->slope > judged->tolerance))
        return false;
    judged->outcome = FP_INCONCLUSIVE;
    judged->wanted = rest.wanted;
    return true;
}

/* Whether the allocator's free heap grew over the window in which resident memory did, and so much
 * that no more than the tolerance is left unexplained. */
static bool
free_heap_accounts(const struct fp_samples *samples, const struct fp_window *window,
                   const struct fp_judgement *rss)
{
    struct fp_series series = {samples->t + rss->first,
                               samples->heap_free ? samples->heap_free + rss->first : NULL,
                               samples->n - rss->first};
    struct fp_window same = {.drop_last = window->drop_last};
    struct fp_judgement held;

    fp_judge_series(&series, &same, &(struct fp_rule){0}, &held);
    return held.outcome == FP_GROWING && rss->slope - held.slope <= rss->tolerance;
}

/* Whether resident memory gives no hint of the heap's growth. */
static bool
is_hidden(const struct fp_judgement *heap, const struct fp_judgement *rss)
{
    return rss->outcome == FP_FLAT ||
           (rss->outcome == FP_INCONCLUSIVE && rss->slope < heap->slope / 2);
}

/* The cause that growth of a metric has, first by its own kind. */
static enum fp_cause
cause_of(enum fp_metric metric, const struct fp_judgement *judged)
{
    static const enum fp_cause causes[FP_METRICS] = {
        [FP_METRIC_OBJECTS] = FP_CAUSE_OBJECTS, [FP_METRIC_FILES] = FP_CAUSE_FILES,
        [FP_METRIC_THREADS] = FP_CAUSE_THREADS, [FP_METRIC_HEAP] = FP_CAUSE_HEAP,
        [FP_METRIC_RSS] = FP_CAUSE_RESIDENT,
    };

    if (metric == FP_METRIC_HEAP && is_hidden(&judged[FP_METRIC_HEAP], &judged[FP_METRIC_RSS]))
        return FP_CAUSE_HIDDEN;
    return causes[metric];
}

/* The first metric with that outcome; FP_METRICS: none has it. */
static enum fp_metric
first_with(const struct fp_judgement *judged, enum fp_outcome outcome)
{
    enum fp_metric metric = FP_METRIC_OBJECTS;

    while (metric < FP_METRICS && judged[metric].outcome != outcome)
        metric++;
    return metric;
}

static void
conclude(struct fp_verdict *verdict, enum fp_outcome outcome, enum fp_cause cause,
         enum fp_metric metric)
{
    verdict->outcome = outcome;
    verdict->cause = cause;
    verdict->metric = metric;
}

static size_t
most_wanted(const struct fp_judgement *judged)
{
    size_t most = 0;

    for (size_t i = 0; i < FP_METRICS; i++)
        if (judged[i].wanted > most)
            most = judged[i].wanted;
    return most;
}

/* Heap before resident memory: what is known of its growth bounds what is hidden from the other. */
static void
judge_metrics(const struct fp_samples *samples, const struct fp_verdict_options *options,
              struct fp_judgement *judged, bool *filling)
{
    const struct fp_judgement *heap = &judged[FP_METRIC_HEAP];
    double heap_growth;

    for (enum fp_metric metric = FP_METRIC_OBJECTS; metric < FP_METRIC_HEAP; metric++)
        judge_from(samples, options, metric, INFINITY, 0, &judged[metric]);
    filling[FP_METRIC_HEAP] =
        judge_filling(samples, options, FP_METRIC_HEAP, INFINITY, &judged[FP_METRIC_HEAP]);
    heap_growth = heap->outcome == FP_FLAT ? fmax(heap->upper, 0) : INFINITY;
    filling[FP_METRIC_RSS] =
        judge_filling(samples, options, FP_METRIC_RSS, heap_growth, &judged[FP_METRIC_RSS]);
}

void
fp_verdict_judge(const struct fp_samples *samples, const struct fp_verdict_options *options,
                 struct fp_verdict *verdict)
{
    const struct fp_judgement *judged = verdict->judged, *rss = &judged[FP_METRIC_RSS];
    bool filling[FP_METRICS + 1] = {false}, retained;
    enum fp_metric growing, open;

    judge_metrics(samples, options, verdict->judged, filling);
    growing = first_with(judged, FP_GROWING);
    open = first_with(judged, FP_INCONCLUSIVE);
    retained = growing == FP_METRIC_RSS && judged[FP_METRIC_HEAP].outcome != FP_UNMEASURED &&
               free_heap_accounts(samples, &options->window, rss);

    verdict->wanted = 0;
    if (growing != FP_METRICS && !retained) {
        conclude(verdict, FP_GROWING, cause_of(growing, judged), growing);
    } else if (open != FP_METRICS || first_with(judged, FP_FLAT) == FP_METRICS) {
        conclude(verdict, FP_INCONCLUSIVE, filling[open] ? FP_CAUSE_GLYPHS : FP_CAUSE_NONE, open);
        verdict->wanted = most_wanted(judged);
    } else if (retained) {
        conclude(verdict, options->strict ? FP_GROWING : FP_FLAT, FP_CAUSE_RETENTION,
                 FP_METRIC_RSS);
    } else {
        conclude(verdict, FP_FLAT, FP_CAUSE_NONE, FP_METRICS);
    }
}
