/* SPDX-License-Identifier: MIT */
/* csv.c: samples written as text, the same in every locale. */
#include "cli/check/csv.h"

#include <math.h>

#include "cli/opt/message.h"
#include "flatplot/output.h"
#include "flatplot/text.h"

const char *const fp__column_names[FP__COLUMNS] = {
    [FP__COLUMN_FORM] = "form",
    [FP__COLUMN_ITERATION] = "iteration",
    [FP__COLUMN_SECONDS] = "seconds",
    [FP__COLUMN_OBJECTS] = "objects",
    [FP__COLUMN_FILES] = "files",
    [FP__COLUMN_THREADS] = "threads",
    [FP__COLUMN_HEAP] = "heap",
    [FP__COLUMN_HEAP_FREE] = "heap_free",
    [FP__COLUMN_RSS] = "rss",
    [FP__COLUMN_RSS_TOTAL] = "rss_total",
    [FP__COLUMN_RSS_YOUNG] = "rss_young",
    [FP__COLUMN_CPU] = "cpu",
    [FP__COLUMN_NEW_GLYPH] = "new_glyph",
};

struct writer {
    struct fp_text text;
    bool form;
    bool iteration;
    bool young;
    bool new_glyph;
};

static bool
is_written(const struct writer *w, enum fp__column column)
{
    return column == FP__COLUMN_FORM        ? w->form
           : column == FP__COLUMN_ITERATION ? w->iteration
           : column == FP__COLUMN_RSS_YOUNG ? w->young
           : column == FP__COLUMN_NEW_GLYPH ? w->new_glyph
                                            : true;
}

static double
value_of(const struct fp__sample *s, enum fp__column column)
{
    switch (column) {
    case FP__COLUMN_SECONDS:
        return round(s->seconds * 1e6) / 1e6;
    case FP__COLUMN_OBJECTS:
        return s->x[FP_METRIC_OBJECTS];
    case FP__COLUMN_FILES:
        return s->x[FP_METRIC_FILES];
    case FP__COLUMN_THREADS:
        return s->x[FP_METRIC_THREADS];
    case FP__COLUMN_HEAP:
        return s->x[FP_METRIC_HEAP];
    case FP__COLUMN_HEAP_FREE:
        return s->heap_free;
    case FP__COLUMN_RSS:
        return s->x[FP_METRIC_RSS];
    case FP__COLUMN_RSS_TOTAL:
        return s->rss_total;
    case FP__COLUMN_RSS_YOUNG:
        return s->young;
    case FP__COLUMN_CPU:
        return round(s->cpu * 10) / 10;
    case FP__COLUMN_FORM:
    case FP__COLUMN_ITERATION:
    case FP__COLUMN_NEW_GLYPH:
    case FP__COLUMNS:
        break;
    }
    return NAN;
}

/* Whole numbers without an exponent, which a spreadsheet would show rounded. */
static void
append_cell(struct writer *w, double value, const char *end)
{
    if (value == round(value) && fabs(value) < 0x1p53) {
        fp_text_append_fixed(&w->text, value, 0);
    } else if (isfinite(value)) {
        fp_text_append_number(&w->text, value);
    }
    fp_text_append(&w->text, end);
}

static void
append_heads(struct writer *w)
{
    const char *comma = "";
    for (enum fp__column c = 0; c < FP__COLUMNS; c++) {
        if (!is_written(w, c))
            continue;
        fp_text_append_format(&w->text, "%s%s", comma, fp__column_names[c]);
        comma = ",";
    }
    fp_text_append(&w->text, "\n");
}

static void
append_line(struct writer *w, const struct fp__finding *f, size_t i)
{
    struct fp__sample sample = fp__samples_at(&f->samples, i);
    if (w->form)
        fp_text_append_format(&w->text, "%s,", f->name);
    if (w->iteration)
        append_cell(w, sample.t, ",");
    for (enum fp__column c = FP__COLUMN_SECONDS; c < FP__COLUMN_CPU; c++)
        if (is_written(w, c))
            append_cell(w, value_of(&sample, c), ",");
    append_cell(w, value_of(&sample, FP__COLUMN_CPU), w->new_glyph ? "," : "\n");
    if (w->new_glyph)
        append_cell(w, i == f->samples.last_new_glyph, "\n");
}

int
fp__csv_write(struct fp_context *ctx, const char *path, const struct fp__finding *findings,
              size_t count)
{
    struct writer w = {.form = count > 1,
                       .iteration = !findings[0].samples.by_time,
                       .young = findings[0].checked == FP_CHECKED_COMMAND,
                       .new_glyph = findings[0].checked == FP_CHECKED_LOOP};
    append_heads(&w);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < findings[i].samples.n; k++)
            append_line(&w, &findings[i], k);
    }
    int code = 0;
    if (w.text.failed) {
        code = fp__message_no_memory();
    } else if (fp_file_write(ctx, path, w.text.bytes, w.text.length) != FP_OK) {
        code = fp__message_failure(ctx);
    }
    fp_text_finish(&w.text);
    return code;
}
