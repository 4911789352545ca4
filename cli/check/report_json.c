/* SPDX-License-Identifier: MIT */
/* report_json.c: findings as one JSON object. */
#include "cli/check/report_json.h"

#include "cli/opt/json.h"

static void
append_member(struct fp_text *out, const char *name, double value)
{
    fp_text_append_format(out, ",\"%s\":", name);
    fp__json_number(out, value);
}

/* A name and its text; null when there is none. */
static void
append_words(struct fp_text *out, const char *name, const char *text)
{
    fp_text_append_format(out, ",\"%s\":", name);
    if (text && *text) {
        fp__json_string(out, text);
    } else {
        fp_text_append(out, "null");
    }
}

static void
append_truth(struct fp_text *out, const char *name, bool value)
{
    fp_text_append_format(out, ",\"%s\":%s", name, value ? "true" : "false");
}

/* The number, or null when it says nothing. */
static void
append_count(struct fp_text *out, const char *name, size_t value, bool known)
{
    fp_text_append_format(out, known ? ",\"%s\":%zu" : ",\"%s\":null", name, value);
}

static void
append_metric(struct fp_text *out, const struct fp_judgement *j)
{
    if (j->outcome == FP_UNMEASURED) {
        fp_text_append(out, "null");
        return;
    }
    fp_text_append_format(out, "{\"verdict\":\"%s\"", fp_outcome_name(j->outcome));
    append_member(out, "slope", j->slope);
    append_member(out, "lower", j->lower);
    append_member(out, "upper", j->upper);
    append_member(out, "resolution", j->resolution);
    append_member(out, "tolerance", j->tolerance);
    append_truth(out, "sustained", j->sustained);
    append_count(out, "first", j->first, true);
    fp_text_append(out, "}");
}

static void
append_metrics(struct fp_text *out, const struct fp_judgement *judged)
{
    fp_text_append(out, ",\"metrics\":{");
    for (enum fp_metric m = 0; m < FP_METRICS; m++) {
        fp_text_append_format(out, "%s\"%s\":", m > 0 ? "," : "", fp_metric_name(m));
        append_metric(out, &judged[m]);
    }
    fp_text_append(out, "}");
}

static void
append_process(struct fp_text *out, const struct fp__finding *f)
{
    append_words(out, "measured", f->measured);
    append_words(out, "doubt", f->doubt);
    append_words(out, "allocator", f->allocator);
    append_truth(out, "failed", f->failed);
    append_count(out, "exit", (size_t)f->exit_code, f->failed && !f->signal);
    append_count(out, "signal", (size_t)f->signal, f->signal);
    append_count(out, "interrupted", (size_t)f->interrupted, f->interrupted);
    append_truth(out, "over_max_rss", f->over_max_rss);
}

static void
append_run(struct fp_text *out, const struct fp__finding *f)
{
    const struct fp__samples *s = &f->samples;
    const struct fp_verdict *v = &f->verdict;
    double first, last;
    fp_text_append(out, "{\"name\":");
    fp__json_string(out, f->name);
    append_words(out, "verdict", fp_outcome_name(v->outcome));
    append_words(out, "expected",
                 f->expected == FP_UNMEASURED ? NULL : fp_outcome_name(f->expected));
    append_words(out, "cause", v->cause == FP_CAUSE_NONE ? NULL : fp_cause_name(v->cause));
    append_words(out, "metric", v->metric == FP_METRICS ? NULL : fp_metric_name(v->metric));
    append_words(out, "unit", s->by_time ? "second" : "iteration");
    append_count(out, "samples", s->n, true);
    append_member(out, "seconds", s->n > 0 ? s->seconds[s->n - 1] : 0);
    fp__finding_pace(f, &first, &last);
    append_member(out, "seconds_each_first", first);
    append_member(out, "seconds_each_last", last);
    append_count(out, "wanted", fp__finding_wanted(f), v->wanted > 0);
    append_words(out, "kept", f->kept);
    append_process(out, f);
    append_metrics(out, v->judged);
    fp_text_append(out, "}");
}

void
fp__report_json(struct fp_text *out, const struct fp__finding *findings, size_t count, int code)
{
    fp_text_append_format(out, "{\"schema\":1,\"exit\":%d,\"runs\":[", code);
    for (size_t i = 0; i < count; i++) {
        fp_text_append(out, i > 0 ? "," : "");
        append_run(out, &findings[i]);
    }
    fp_text_append(out, "]}\n");
}
