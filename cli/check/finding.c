/* SPDX-License-Identifier: MIT */
/* finding.c: from samples to a verdict and its exit code. */
#include "cli/check/finding.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/exit.h"
#include "cli/opt/unicode.h"

void
fp__finding_finish(struct fp__finding *finding)
{
    fp__samples_finish(&finding->samples);
}

bool
fp__finding_name(struct fp__finding *finding, const char *text, size_t most)
{
    struct fp_text line = {0};
    fp__append_line(&line, text, most < sizeof finding->name ? most : sizeof finding->name - 1);
    snprintf(finding->name, sizeof finding->name, "%s", fp_text_string(&line));
    bool fine = !line.failed;
    fp_text_finish(&line);
    return fine;
}

/* Iterations, of which not each needs to have a sample. */
static size_t
warm_up(const struct fp__samples *samples, const struct fp__warm_up *asked)
{
    if (!asked->given)
        return FP_UNKNOWN;
    if (asked->in_seconds)
        return fp_samples_within(samples->seconds, samples->n, asked->value);
    if (samples->by_time)
        return (size_t)asked->value;
    return fp_samples_within(samples->t, samples->n, asked->value);
}

/* What is always there of it: the mean of the least values of twenty blocks. Between one
 * short-lived process and the next there is none. */
static double
lasting(const double *values, size_t n)
{
    enum { PARTS = 20 };
    double sum = 0;
    for (size_t i = 0; i < PARTS; i++) {
        double least = INFINITY;
        for (size_t k = i * n / PARTS; k < (i + 1) * n / PARTS; k++)
            least = fmin(least, values[k]);
        sum += isfinite(least) ? least / PARTS : 0;
    }
    return sum;
}

/* Whether processes that were left out hold what would have to be judged: memory may be handed on
 * from one that is young to the next. While it is, and where one has to wait for its CPU until it
 * is no longer young, the same memory is now among what is left out and now among what is judged,
 * and neither seems to grow: only `all` of it, their sum, tells. */
static bool
all_matters(const struct fp__samples *s, const double *all,
            const struct fp_verdict_options *options)
{
    struct fp_series series = {s->t, all, s->n};
    struct fp_rule rule = {.tolerance = options->tolerance[FP_METRIC_RSS],
                           .granularity = 4096,
                           .heap_growth = INFINITY};
    struct fp_judgement judged;
    fp_judge_series(&series, &options->window, &rule, &judged);
    return judged.outcome == FP_GROWING ||
           (judged.outcome == FP_INCONCLUSIVE &&
            lasting(all, s->n) > 2 * lasting(s->x[FP_METRIC_RSS], s->n));
}

static bool
any_young(const struct fp__samples *s)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->young[i] > 0)
            return true;
    return false;
}

/* Why what was left out forbids to call it flat, or NULL. */
static const char *
doubt_of_young(const struct fp__samples *s, const struct fp_verdict_options *options)
{
    if (!any_young(s))
        return NULL;
    double *all = fp_alloc_array(s->n, sizeof *all);
    if (!all)
        return "there is no memory to look at its short-lived processes";
    for (size_t i = 0; i < s->n; i++)
        all[i] = s->x[FP_METRIC_RSS][i] + s->young[i];
    bool matters = all_matters(s, all, options);
    fp_free(all);
    return matters ? "its short-lived processes, which are not judged, hold more and more, or "
                     "more than the others"
                   : NULL;
}

/* Counts taken at any moment go up and down with what the program is doing: only their growth says
 * something, be it sustained or not. */
static bool
says_nothing(const struct fp_judgement *count)
{
    return count->outcome == FP_INCONCLUSIVE && !(count->lower > count->tolerance);
}

static void
judge(const struct fp__samples *samples, const struct fp_verdict_options *options,
      struct fp_verdict *verdict)
{
    struct fp_samples view = fp__samples_view(samples);
    fp_verdict_judge(&view, options, verdict);
    for (enum fp_metric m = FP_METRIC_FILES; samples->restless && m <= FP_METRIC_THREADS; m++)
        if (says_nothing(&verdict->judged[m]))
            view.x[m] = NULL;
    if (samples->restless)
        fp_verdict_judge(&view, options, verdict);
}

void
fp__finding_judge(struct fp__finding *finding, const struct fp__check_settings *settings)
{
    struct fp_verdict_options options;
    fp_verdict_options_init(&options, finding->checked);
    options.window.warm_up = warm_up(&finding->samples, &settings->warm_up);
    options.window.drop_last = finding->drop_last;
    options.strict = settings->strict;
    for (int m = 0; m < FP_METRICS; m++) {
        if (!isnan(settings->tolerance[m]))
            options.tolerance[m] = settings->tolerance[m];
    }
    judge(&finding->samples, &options, &finding->verdict);
    bool flat = finding->verdict.outcome == FP_FLAT;
    if (flat && !finding->doubt)
        finding->doubt = doubt_of_young(&finding->samples, &options);
    if (flat && finding->doubt) {
        finding->verdict.outcome = FP_INCONCLUSIVE;
        finding->verdict.metric = FP_METRICS;
        finding->verdict.wanted = 0;
    }
}

size_t
fp__finding_done(const struct fp__finding *finding)
{
    const struct fp__samples *s = &finding->samples;
    return s->by_time || s->n == 0 ? s->n : (size_t)s->t[s->n - 1];
}

/* Samples as far apart as those that there are. */
size_t
fp__finding_wanted(const struct fp__finding *finding)
{
    const struct fp__samples *s = &finding->samples;
    double wanted = (double)finding->verdict.wanted;
    double spacing = s->by_time || s->n < 2 ? 1 : (s->t[s->n - 1] - s->t[0]) / (double)(s->n - 1);
    return (size_t)ceil(wanted * fmax(spacing, 1));
}

static int
inconclusive_code(enum fp__inconclusive choice)
{
    switch (choice) {
    case FP__INCONCLUSIVE_6:
        break;
    case FP__INCONCLUSIVE_PASS:
        return FP__EXIT_FINE;
    case FP__INCONCLUSIVE_FAIL:
        return FP__EXIT_VERDICT;
    case FP__INCONCLUSIVE_SKIP:
        return FP__EXIT_UNMEASURABLE;
    }
    return FP__EXIT_INCONCLUSIVE;
}

int
fp__finding_code(const struct fp__finding *finding, const struct fp__check_settings *settings)
{
    if (finding->over_max_rss || finding->verdict.outcome == FP_GROWING)
        return FP__EXIT_VERDICT;
    if (finding->verdict.outcome == FP_FLAT)
        return FP__EXIT_FINE;
    return inconclusive_code((enum fp__inconclusive)settings->inconclusive);
}

bool
fp__finding_as_expected(const struct fp__finding *finding)
{
    bool cause = !finding->causes || (finding->causes >> finding->verdict.cause & 1);
    return finding->expected == FP_UNMEASURED ||
           (finding->verdict.outcome == finding->expected && cause);
}

static int
compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The median, since a process that has to wait for its CPU makes a mean say anything. */
static double
median_step(const struct fp__samples *s, size_t begin, size_t n)
{
    double *steps = fp_alloc_array(n, sizeof *steps);
    if (!steps)
        return NAN;
    for (size_t i = 0; i < n; i++) {
        size_t k = begin + i;
        steps[i] = (s->seconds[k + 1] - s->seconds[k]) / (s->t[k + 1] - s->t[k]);
    }
    qsort(steps, n, sizeof *steps, compare);
    double median = steps[n / 2];
    fp_free(steps);
    return median;
}

void
fp__finding_pace(const struct fp__finding *finding, double *first, double *last)
{
    const struct fp__samples *s = &finding->samples;
    size_t tenth = s->n / 10;
    bool enough = s->n >= 20;
    *first = enough ? median_step(s, 0, tenth) : NAN;
    *last = enough ? median_step(s, s->n - 1 - tenth, tenth) : NAN;
}
