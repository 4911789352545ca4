/* SPDX-License-Identifier: MIT */
/* journal_write.c: records as lines of JSON. */
#include "cli/batch/journal_write.h"

#include <math.h>
#include <string.h>

#include "cli/batch/job_digest.h"
#include "cli/batch/template.h"
#include "cli/check/report.h"
#include "cli/exit.h"
#include "cli/opt/json.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"
#include "flatplot/output.h"

void
fp__journal_writer_finish(struct fp__journal_writer *w)
{
    (void)fp_lines_end(w->file);
    w->file = NULL;
    fp_text_finish(&w->path);
    fp_text_finish(&w->line);
}

/* --- The name --------------------------------------------------------------------------------- */

/* The second of two shards would take the place of the first one's report. */
static int
check_shards(const struct fp__journal_writer *w, const struct fp__template *tmpl, const char *name)
{
    if (w->plan->shard.count < 2 || fp__template_has(tmpl, FP__WORD_SHARD) || fp__is_device(name))
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "--report %s: one name for %zu shards" FP__AND_HINT
                             "put {shard} into it, as in --report 'report{shard}.ndjson'",
                             name, w->plan->shard.count);
}

/* As wide as the largest number, as in names of pictures. */
static int
make_name(struct fp__journal_writer *w, const char *name)
{
    struct fp__template tmpl = {0};
    struct fp__shard shard = w->plan->shard;
    struct fp__values values = {.shard = shard.count ? shard.number : 1,
                                .shard_width = fp__digits(shard.count)};
    int failed = fp__template_parse(&tmpl, name, FP__TEMPLATE_REPORT, "--report");
    failed = failed ? failed : check_shards(w, &tmpl, name);
    if (!failed)
        fp__template_render(&tmpl, &values, &w->path);
    fp__template_finish(&tmpl);
    return failed || !w->path.failed ? failed : fp__message_no_memory();
}

/* Standard output may have the pictures, so that it must be meant. */
static int
check_name(const char *name)
{
    if (strcmp(name, "-") == 0)
        return fp__message_error(FP__EXIT_USAGE, "--report -: a report goes to a file" FP__AND_HINT
                                                 "to standard output with --report /dev/stdout");
    return *name ? 0
                 : fp__message_error(FP__EXIT_USAGE, "--report: no name" FP__AND_HINT
                                                     "as in --report report.ndjson");
}

int
fp__journal_writer_init(struct fp__journal_writer *w, const char *name, const struct fp__plan *plan,
                        const struct fp__names *names)
{
    *w = (struct fp__journal_writer){.plan = plan, .names = names};
    if (!name)
        return 0;
    int failed = check_name(name);
    failed = failed ? failed : make_name(w, name);
    struct fp__check_settings place = {.json = fp_text_string(&w->path)};
    return failed ? failed : fp__report_check_places(&place);
}

/* --- Lines ------------------------------------------------------------------------------------ */

static bool
stop(void *data)
{
    (void)data;
    return fp__signals_came() != 0;
}

static int
fail(struct fp__journal_writer *w)
{
    if (fp__signals_came())
        return FP__EXIT_SIGNAL + fp__signals_came();
    if (!fp_lines_reader_left(w->file))
        return fp__message_failure(w->plan->ctx);
    fp__stdout_reader_left();
    return FP__EXIT_OUTPUT;
}

/* The first line opens the report. */
static int
put(struct fp__journal_writer *w)
{
    struct fp_text *line = &w->line;
    enum fp_status status;
    fp_text_append(line, "}\n");
    if (line->failed)
        return w->failed = fp__message_no_memory();
    if (w->file) {
        status = fp_lines_add(w->file, line->bytes, line->length);
    } else {
        status = fp_lines_begin(w->plan->ctx, fp_text_string(&w->path), line->bytes, line->length,
                                stop, NULL, &w->file);
    }
    w->failed = status == FP_OK ? 0 : fail(w);
    return w->failed;
}

/* Inputs that --keep-going passed over, which the numbers of frames do not tell. */
static void
append_unread(const struct fp__plan *plan, struct fp_text *line)
{
    for (size_t i = plan->given; i > plan->input_count; i--) {
        fp_text_append(line, i == plan->given ? ",\"unread\":[" : ",");
        fp__json_string(line, plan->inputs[i - 1].path);
    }
    fp_text_append(line, plan->given > plan->input_count ? "]" : "");
}

int
fp__journal_writer_begin(struct fp__journal_writer *w, const struct fp__drawing *drawing,
                         size_t frames)
{
    char digest[FP__JOB_DIGITS + 1];
    struct fp__shard shard = w->plan->shard;
    struct fp_text *line = &w->line;
    if (w->path.length == 0)
        return 0;
    fp__job_digest(w->plan, w->names, drawing, digest);
    fp_text_clear(line);
    fp_text_append_format(line, "{\"schema\":%d,\"flatplot\":\"" FP_VERSION "\",\"job\":\"%s\"",
                          FP__JOURNAL_SCHEMA, digest);
    if (frames == FP_FRAMES_UNKNOWN) {
        fp_text_append(line, ",\"frames\":null");
    } else {
        fp_text_append_format(line, ",\"frames\":%zu", frames);
    }
    fp_text_append_format(line, ",\"shard\":%zu,\"shards\":%zu", shard.count ? shard.number : 1,
                          shard.count ? shard.count : 1);
    append_unread(w->plan, line);
    return put(w);
}

static void
append_number(struct fp_text *line, const char *key, double value)
{
    fp_text_append_format(line, ",\"%s\":", key);
    fp__json_number(line, value);
}

static void
append_string(struct fp_text *line, const char *key, const char *value)
{
    fp_text_append_format(line, ",\"%s\":", key);
    fp__json_string(line, value);
}

/* Microseconds are enough for stages of milliseconds. */
static void
append_times(struct fp_text *line, const double ms[FP__STEPS])
{
    static const char *const names[FP__STEPS] = {"read", "draw", "encode", "write"};
    for (int i = 0; i < FP__STEPS; i++) {
        fp_text_append_format(line, "%s\"%s\":", i ? "," : ",\"ms\":{", names[i]);
        fp_text_append_fixed(line, ms[i], 3);
    }
    fp_text_append(line, "}");
}

static void
append_names(struct fp__journal_writer *w, const struct fp__item *item)
{
    struct fp_text name = {0};
    append_string(&w->line, "input", fp__input_file(item->input));
    if (item->input->member)
        append_string(&w->line, "member", item->input->member);
    fp_text_append_format(&w->line, ",\"frame\":%zu", item->frame);
    if (!w->names->standard_output) {
        fp__names_append(w->names, item, &name);
        append_string(&w->line, "output", fp_text_string(&name));
        w->line.failed |= name.failed;
    }
    fp_text_finish(&name);
}

/* Of a picture that failed nothing was measured to its end. */
static void
append_result(struct fp_text *line, const struct fp__record *record)
{
    if (record->outcome == FP__FAILED) {
        fp_text_append_format(line, ",\"code\":%d", record->code);
        append_string(line, "error", record->said.length > 0 ? record->said.text : "");
        return;
    }
    append_number(line, "vmin", record->vmin);
    append_number(line, "vmax", record->vmax);
    fp_text_append_format(line, ",\"nan\":%zu,\"crc32\":%u", record->nan, (unsigned)record->crc);
}

int
fp__journal_writer_add(struct fp__journal_writer *w, const struct fp__record *record)
{
    struct fp_text *line = &w->line;
    if (w->path.length == 0 || w->failed)
        return w->failed;
    struct fp__item item = fp__plan_item(w->plan, record->index);
    fp_text_clear(line);
    fp_text_append_format(line, "{\"index\":%zu,\"frames\":%zu,\"status\":\"%s\"", record->index,
                          record->count, fp__outcome_name(record->outcome));
    append_names(w, &item);
    append_result(line, record);
    append_times(line, record->ms);
    append_number(line, "rss", record->sampled ? record->sample.rss_total : NAN);
    return put(w);
}

int
fp__journal_writer_end(struct fp__journal_writer *w, size_t frames)
{
    int code = 0;
    if (!w->file || w->failed)
        return w->failed;
    if (frames != FP_FRAMES_UNKNOWN) {
        fp_text_clear(&w->line);
        fp_text_append_format(&w->line, "{\"frames\":%zu", frames);
        code = put(w);
    }
    struct fp_lines *file = w->file;
    w->file = NULL;
    return fp_lines_end(file) == FP_OK || code ? code : fp__message_failure(w->plan->ctx);
}
