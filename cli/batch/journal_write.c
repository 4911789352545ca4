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
#include "flatplot/output.h"

void
fp__journal_writer_finish(struct fp__journal_writer *w)
{
    fp_text_finish(&w->path);
    fp_text_finish(&w->line);
}

/* --- The name ---------------------------------------------------------------------------------- */

/* As wide as the largest number, as in names of pictures. */
static int
make_name(struct fp__journal_writer *w, const char *name)
{
    struct fp__template tmpl = {0};
    struct fp__shard shard = w->plan->shard;
    struct fp__values values = {.shard = shard.count ? shard.number : 1,
                                .shard_width = fp__digits(shard.count)};
    int failed = fp__template_parse(&tmpl, name, FP__TEMPLATE_REPORT, "--report");
    if (!failed)
        fp__template_render(&tmpl, &values, &w->path);
    fp__template_finish(&tmpl);
    return failed || !w->path.failed ? failed : fp__message_no_memory();
}

int
fp__journal_writer_init(struct fp__journal_writer *w, const char *name, const struct fp__plan *plan,
                        const struct fp__names *names)
{
    *w = (struct fp__journal_writer){.plan = plan, .names = names};
    if (!name)
        return 0;
    int failed = *name ? make_name(w, name)
                       : fp__message_error(FP__EXIT_USAGE, "--report: no name" FP__AND_HINT
                                                           "as in --report report.ndjson");
    struct fp__check_settings place = {.json = fp_text_string(&w->path)};
    return failed ? failed : fp__report_check_places(&place);
}

/* --- Lines ------------------------------------------------------------------------------------- */

typedef enum fp_status (*put_fn)(struct fp_context *ctx, const char *path, const void *bytes,
                                 size_t n);

static int
put(struct fp__journal_writer *w, put_fn how)
{
    struct fp_context *ctx = w->plan->ctx;
    fp_text_append(&w->line, "}\n");
    if (w->line.failed)
        return fp__message_no_memory();
    return how(ctx, fp_text_string(&w->path), w->line.bytes, w->line.length) == FP_OK
               ? 0
               : fp__message_failure(ctx);
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
    return put(w, fp_file_write);
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
    if (w->path.length == 0)
        return 0;
    struct fp__item item = fp__plan_item(w->plan, record->index);
    fp_text_clear(line);
    fp_text_append_format(line, "{\"index\":%zu,\"frames\":%zu,\"status\":\"%s\"", record->index,
                          record->count, fp__outcome_name(record->outcome));
    append_names(w, &item);
    append_result(line, record);
    append_times(line, record->ms);
    append_number(line, "rss", record->sampled ? record->sample.rss_total : NAN);
    return put(w, fp_file_append);
}
