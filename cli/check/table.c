/* SPDX-License-Identifier: MIT */
/* table.c: findings as sentences and tables. */
#include "cli/check/table.h"

#include <math.h>

#include "cli/check/grid.h"
#include "cli/check/words.h"

static const char *
unit_of(const struct fp__finding *f)
{
    return f->samples.by_time ? "second" : "iteration";
}

/* What was measured from outside says nothing about the heap. */
static bool
resident_only(const struct fp__finding *f)
{
    return f->verdict.judged[FP_METRIC_HEAP].outcome == FP_UNMEASURED;
}

static void
append_wanted(struct fp_text *out, const struct fp__finding *f)
{
    const struct fp__samples *s = &f->samples;
    size_t wanted = fp__finding_wanted(f);
    if (s->n == 0) {
        fp_text_append(out, ": nothing was sampled");
        return;
    }
    if (wanted == 0) {
        fp_text_append(out, ": no number of samples is known that would decide; growth is as good "
                            "as equal to the tolerance, or values are missing");
        return;
    }
    fp_text_append_format(out, ": %zu %s", wanted, s->by_time ? "samples" : "iterations");
    if (s->by_time && s->n > 1) {
        double each = (s->t[s->n - 1] - s->t[0]) / (double)(s->n - 1);
        fp_text_append(out, " (");
        fp_text_append_fixed(out, ceil(each * (double)wanted * 10 - 1e-6) / 10, 1);
        fp_text_append(out, " s)");
    }
    fp_text_append(out, " would decide");
}

static void
append_filling(struct fp_text *out, const struct fp__finding *f)
{
    fp_text_append(out, " (filling glyph cache, ");
    if (f->glyphs > 0)
        fp_text_append_format(out, "%zu characters, ", f->glyphs);
    fp_text_append(out, "bounded)");
}

static void
append_flat(struct fp_text *out, const struct fp__finding *f)
{
    const struct fp_judgement *rss = &f->verdict.judged[FP_METRIC_RSS];
    if (resident_only(f))
        fp_text_append(out, " (resident memory only; a leak inside heap already held would not "
                            "show)");
    if (f->verdict.cause == FP_CAUSE_RETENTION) {
        fp_text_append(out, " (allocator retention: resident memory grows by ");
        fp__append_size(out, rss->slope);
        fp_text_append_format(out, " per %s, all of it held free by the allocator)", unit_of(f));
    } else if (rss->lower > 0) {
        fp_text_append(out, ", though resident memory rises by at least ");
        fp__append_size(out, rss->lower);
        fp_text_append_format(out, " per %s, within the tolerance of ", unit_of(f));
        fp__append_size(out, rss->tolerance);
    }
}

static void
append_growth(struct fp_text *out, const struct fp__finding *f)
{
    enum fp_metric metric = f->verdict.metric;
    fp_text_append_format(out, " (%s", fp_cause_name(f->verdict.cause));
    if (f->verdict.cause == FP_CAUSE_OBJECTS && f->kept[0]) {
        fp_text_append_format(out, ": %s more", f->kept);
    } else if (metric < FP_METRICS) {
        fp_text_append_format(out, ": %s +", fp_metric_name(metric));
        fp__append_amount(out, metric, f->verdict.judged[metric].slope);
        fp_text_append_format(out, " per %s", unit_of(f));
    }
    fp_text_append(out, ")");
}

void
fp__table_verdict(struct fp_text *out, const struct fp__finding *f)
{
    fp_text_append(out, fp_outcome_name(f->verdict.outcome));
    switch (f->verdict.outcome) {
    case FP_FLAT:
        append_flat(out, f);
        break;
    case FP_GROWING:
        append_growth(out, f);
        break;
    case FP_INCONCLUSIVE:
    case FP_UNMEASURED:
        if (f->doubt) {
            fp_text_append_format(out, ": %s", f->doubt);
        } else if (f->verdict.cause == FP_CAUSE_GLYPHS) {
            append_filling(out, f);
        }
        if (!f->doubt)
            append_wanted(out, f);
        break;
    }
}

/* --- One -------------------------------------------------------------------------------------- */

static void
append_facts(struct fp_text *out, const struct fp__finding *f)
{
    const struct fp__samples *s = &f->samples;
    double first, last;
    if (s->by_time) {
        fp_text_append_format(out, "%zu samples", s->n);
        if (s->n > 1) {
            fp_text_append(out, " in ");
            fp_text_append_fixed(out, s->t[s->n - 1] - s->t[0], 1);
            fp_text_append(out, " s");
        }
    } else {
        fp_text_append_format(out, "%zu iterations", fp__finding_done(f));
        if (fp__finding_done(f) != s->n)
            fp_text_append_format(out, " (%zu samples)", s->n);
    }
    fp__finding_pace(f, &first, &last);
    if (!s->by_time && isfinite(first)) {
        fp_text_append(out, ", ");
        fp__append_milliseconds(out, first);
        fp_text_append(out, " ms each at first, ");
        fp__append_milliseconds(out, last);
        fp_text_append(out, " ms at last");
    }
    fp_text_append(out, "\n");
    if (f->measured[0])
        fp_text_append_format(out, "measured: %s\n", f->measured);
    if (s->by_time && f->measured[0] && f->verdict.outcome != FP_FLAT)
        fp_text_append(out, "no iterations were marked, so growth is told by time: a program that "
                            "is a loop, or a part of one, can mark them with ticks (--by ticks)\n");
    if (f->allocator)
        fp_text_append_format(out, "its allocator is %s: the strict profile has no effect on it\n",
                              f->allocator);
}

static void
append_metrics(struct fp_text *out, const struct fp__finding *f)
{
    static const char *const by_iteration[] = {"",         "verdict",   "per iteration",
                                               "resolves", "tolerance", "counts from"};
    static const char *const by_second[] = {"",         "verdict",   "per second",
                                            "resolves", "tolerance", "counts from"};
    struct fp__grid grid;
    size_t row = 1;
    size_t rows = 0;
    for (int m = 0; m < FP_METRICS; m++)
        rows += f->verdict.judged[m].outcome != FP_UNMEASURED;
    fp__grid_init(&grid, rows, f->samples.by_time ? by_second : by_iteration, 6);
    for (enum fp_metric m = 0; m < FP_METRICS; m++) {
        const struct fp_judgement *j = &f->verdict.judged[m];
        if (j->outcome == FP_UNMEASURED)
            continue;
        fp_text_append(fp__grid_cell(&grid, row, 0), fp_metric_name(m));
        fp_text_append(fp__grid_cell(&grid, row, 1), fp_outcome_name(j->outcome));
        fp__append_amount(fp__grid_cell(&grid, row, 2), m, j->slope);
        fp__append_amount(fp__grid_cell(&grid, row, 3), m, j->resolution);
        fp__append_amount(fp__grid_cell(&grid, row, 4), m, j->tolerance);
        if (isfinite(j->slope))
            fp_text_append_format(fp__grid_cell(&grid, row, 5), "sample %zu", j->first + 1);
        row++;
    }
    fp__grid_print(&grid, "  ", out);
}

void
fp__table_one(struct fp_text *out, const struct fp__finding *f)
{
    fp_text_append_format(out, "%s: ", f->name);
    fp__table_verdict(out, f);
    fp_text_append(out, "\n");
    append_facts(out, f);
    if (f->samples.n > 0)
        append_metrics(out, f);
}

/* --- All -------------------------------------------------------------------------------------- */

static void
fill_row(struct fp__grid *grid, size_t row, const struct fp__finding *f)
{
    const struct fp_judgement *judged = f->verdict.judged;
    size_t c = 0;
    double first, last;
    fp_text_append(fp__grid_cell(grid, row, c++), f->name);
    fp_text_append(fp__grid_cell(grid, row, c++), fp_outcome_name(f->verdict.outcome));
    fp_text_append(fp__grid_cell(grid, row, c++),
                   f->verdict.cause == FP_CAUSE_NONE ? "-" : fp_cause_name(f->verdict.cause));
    for (enum fp_metric m = 0; m < FP_METRICS; m++)
        fp__append_amount(fp__grid_cell(grid, row, c++), m, judged[m].slope);
    fp__append_size(fp__grid_cell(grid, row, c++), judged[FP_METRIC_RSS].resolution);
    fp__finding_pace(f, &first, &last);
    fp__append_milliseconds(fp__grid_cell(grid, row, c), first);
    fp_text_append(fp__grid_cell(grid, row, c), " → ");
    fp__append_milliseconds(fp__grid_cell(grid, row, c++), last);
    fp_text_append_format(fp__grid_cell(grid, row, c++), "%zu", fp__finding_done(f));
}

void
fp__table_all(struct fp_text *out, const struct fp__finding *findings, size_t count)
{
    static const char *const heads[] = {"form",     "verdict", "cause",     "objects",
                                        "files",    "threads", "heap",      "rss",
                                        "resolves", "ms each", "iterations"};
    struct fp__grid grid;
    fp__grid_init(&grid, count, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < count; i++)
        fill_row(&grid, i + 1, &findings[i]);
    fp__grid_print(&grid, "", out);
    fp_text_append(out, "objects to rss: growth per iteration; resolves: growth of rss below this "
                        "would not be seen\n");
    for (size_t i = 0; i < count; i++) {
        if (fp__finding_as_expected(&findings[i]))
            continue;
        fp_text_append_format(out, "%s must be %s, and is ", findings[i].name,
                              fp_outcome_name(findings[i].expected));
        fp__table_verdict(out, &findings[i]);
        fp_text_append(out, "\n");
    }
}

/* --- Leaks ------------------------------------------------------------------------------------ */

void
fp__table_leaks(struct fp_text *out, const struct fp__finding *findings, size_t count)
{
    static const char *const heads[] = {"leak of", "verdict", "cause", "heap", "rss", ""};
    struct fp__grid grid;
    fp__grid_init(&grid, count, heads, sizeof heads / sizeof *heads);
    for (size_t i = 0; i < count; i++) {
        const struct fp__finding *f = &findings[i];
        bool right = fp__finding_as_expected(f);
        const char *word = f->expected == FP_FLAT ? (right ? "right" : "WRONG")
                           : right                ? "caught"
                                                  : "NOT CAUGHT";
        fp_text_append(fp__grid_cell(&grid, i + 1, 0), f->name);
        fp_text_append(fp__grid_cell(&grid, i + 1, 1), fp_outcome_name(f->verdict.outcome));
        fp_text_append(fp__grid_cell(&grid, i + 1, 2),
                       f->verdict.cause == FP_CAUSE_NONE ? "-" : fp_cause_name(f->verdict.cause));
        fp__append_size(fp__grid_cell(&grid, i + 1, 3), f->verdict.judged[FP_METRIC_HEAP].slope);
        fp__append_size(fp__grid_cell(&grid, i + 1, 4), f->verdict.judged[FP_METRIC_RSS].slope);
        fp_text_append(fp__grid_cell(&grid, i + 1, 5), word);
    }
    fp__grid_print(&grid, "", out);
    fp_text_append(out, "heap and rss: growth per iteration\n");
}
