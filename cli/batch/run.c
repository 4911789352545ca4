/* SPDX-License-Identifier: MIT */
/* run.c: the way of a job: plan, names, limits, picture after picture, and what is said about it. */
#include "cli/batch/run.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "cli/batch/failures.h"
#include "cli/batch/jobs.h"
#include "cli/batch/journal_write.h"
#include "cli/batch/ledger.h"
#include "cli/batch/limits.h"
#include "cli/batch/painter.h"
#include "cli/batch/pool.h"
#include "cli/batch/stream.h"
#include "cli/check/channel.h"
#include "cli/check/report.h"
#include "cli/check/words.h"
#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/progress.h"
#include "cli/opt/reason.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"

struct batch {
    struct fp_context *ctx;
    const struct fp__settings *settings;
    struct fp__names names;
    struct fp__drawing drawing;
    struct fp__plan plan;
    size_t jobs; /* processes that draw; 1: this one */
    struct fp__limits limits;
    struct fp__ledger ledger;
    struct fp__progress progress;
    struct fp__failures failures;
    struct fp__journal_writer report;
    bool began;      /* the first frame was tried */
    size_t done;     /* frames written */
    size_t pictures; /* that they are on */
    int stopped;     /* the code of what ended a worker's work before its time: CPU time used up */
    double seconds;
};

/* --- Records ------------------------------------------------------------------------------------ */

static void
tell_name(const struct batch *b, const struct fp__record *record)
{
    struct fp_text name = {0};
    if (!b->settings->verbose || b->names.standard_output)
        return;
    fp__names_append_picture(&b->names, &b->plan, record->index, &name);
    fp__message_note("%s", fp_text_string(&name));
    fp_text_finish(&name);
}

/* A process that crashes costs its picture, and not the job. */
static int
take_failure(struct batch *b, const struct fp__record *record)
{
    if (record->code >= FP__EXIT_SIGNAL) {
        b->stopped = record->code;
        return record->code;
    }
    fp__failures_add(&b->failures, record);
    return record->crashed ? 0 : record->code;
}

/* Every record comes by here. Returns 0, or the code with which the job ends. */
static int
take_record(void *data, size_t process, const struct fp__record *record)
{
    struct batch *b = data;
    int unwritten = fp__journal_writer_add(&b->report, record);
    b->stopped = unwritten ? unwritten : b->stopped;
    if (record->outcome == FP__FAILED) {
        int failed = take_failure(b, record);
        return failed ? failed : unwritten;
    }
    b->done += record->count;
    b->pictures++;
    tell_name(b, record);
    fp__progress_step(&b->progress, b->done);
    int code = fp__ledger_picture(&b->ledger, b->ctx, process, record);
    b->stopped = code ? code : b->stopped;
    return code ? code : unwritten;
}

static void
take_end(void *data, size_t process, const struct fp_memory_sample *memory)
{
    struct batch *b = data;
    fp__ledger_end(&b->ledger, process, memory);
}

static void
take_replacement(void *data, size_t process)
{
    struct batch *b = data;
    fp__ledger_replace(&b->ledger, process);
}

/* --- Drawing ------------------------------------------------------------------------------------ */

static int
draw_here(struct batch *b, struct fp__painter *painter)
{
    struct fp__record record;
    struct fp_memory_sample memory;
    size_t pictures = fp__plan_pictures(&b->plan);
    int code = 0;
    fp__probe_begin(&painter->probe);
    for (size_t i = 0; i < pictures && !code && !fp__signals_came(); i++) {
        fp__painter_paint(painter, i, &record);
        code = take_record(b, 0, &record);
    }
    if (fp__painter_settle(painter, &memory) != FP_OK)
        return code ? code : fp__message_failure(b->ctx);
    fp__ledger_end(&b->ledger, 0, &memory);
    return 0;
}

static int
draw_by_workers(struct batch *b, struct fp__painter *painter)
{
    struct fp__pool_ears ears = {b, take_record, take_replacement, take_end};
    return fp__pool_run(painter, b->jobs, &ears);
}

static int
every_picture(struct batch *b)
{
    struct fp__painter painter = {.settings = b->settings,
                                  .plan = &b->plan,
                                  .names = &b->names,
                                  .drawing = &b->drawing,
                                  .detailed = b->settings->report,
                                  .every = fp__ledger_every(&b->ledger)};
    int code = b->jobs > 1 ? draw_by_workers(b, &painter) : draw_here(b, &painter);
    if (fp__signals_came() && b->done < fp__plan_frames(&b->plan))
        return FP__EXIT_SIGNAL + fp__signals_came();
    return b->stopped ? b->stopped : b->failures.code ? b->failures.code : code;
}

static double
resident(void *data)
{
    const struct batch *b = data;
    return fp__ledger_resident(&b->ledger, b->ctx);
}

static int
draw(struct batch *b)
{
    double began = fp__seconds();
    fp__progress_begin(&b->progress, b->ctx, (enum fp__progress_mode)b->settings->progress,
                       b->limits.scan ? "pass 2 of 2: frames" : "frames",
                       fp__plan_frames(&b->plan));
    b->progress.resident = b->jobs > 1 ? resident : NULL;
    b->progress.resident_data = b;
    b->began = true;
    int code = every_picture(b);
    fp__progress_end(&b->progress);
    b->seconds = fp__seconds() - began;
    return code;
}

/* --- What is said ------------------------------------------------------------------------------- */

static void
append_shard(const struct batch *b, struct fp_text *line)
{
    struct fp__shard shard = b->plan.shard;
    if (shard.count > 0)
        fp_text_append_format(line, "shard %zu of %zu: ", shard.number, shard.count);
}

static void
append_speed(const struct batch *b, struct fp_text *line)
{
    size_t frames = fp__plan_frames(&b->plan);
    append_shard(b, line);
    fp_text_append_format(line, "%zu frames", frames);
    if (b->plan.each > 1)
        fp_text_append_format(line, " on %zu picture%s", b->pictures, b->pictures > 1 ? "s" : "");
    fp_text_append(line, " · ");
    fp_text_append_fixed(line, b->seconds, b->seconds < 0.1 ? 3 : 1);
    fp_text_append(line, " s · ");
    fp_text_append_fixed(line, (double)frames / b->seconds, 0);
    fp_text_append(line, " frames/s");
}

static void
tell_empty(const struct batch *b)
{
    struct fp_text line = {0};
    append_shard(b, &line);
    fp__message_note("%snothing to draw: the job has %zu picture%s", fp_text_string(&line),
                     fp__plan_all_pictures(&b->plan),
                     fp__plan_all_pictures(&b->plan) > 1 ? "s" : "");
    fp_text_finish(&line);
}

static void
tell_success(struct batch *b)
{
    struct fp_text line = {0};
    fp__limits_tell(&b->limits, &b->plan, b->settings->verbose);
    if (fp__plan_frames(&b->plan) > 1) {
        append_speed(b, &line);
        fp__limits_append(&b->limits, &line);
        fp_text_append(&line, " · ");
        fp__ledger_tell(&b->ledger, &line);
    }
    if (b->settings->verbose) {
        fp_text_append(&line, line.length > 0 ? " · caches " : "caches ");
        fp__append_size(&line, (double)fp__ledger_caches(&b->ledger));
    }
    if (line.length > 0)
        fp__message_note("%s", fp_text_string(&line));
    fp_text_finish(&line);
}

/* A reader of standard output that went away is nothing to talk about. */
static void
tell(struct batch *b, int code)
{
    fp__failures_tell_first(&b->failures);
    if (code == 0) {
        tell_success(b);
    } else if (code >= FP__EXIT_SIGNAL) {
        fp__message_error(code,
                          "stopped after %zu of %zu" FP__AND_HINT "the files written are whole",
                          b->done, fp__plan_frames(&b->plan));
    } else if (b->began && fp__plan_frames(&b->plan) > 1 && !fp__stdout_failed()) {
        fp__message_error(code, "%zu of %zu frames were written", b->done,
                          fp__plan_frames(&b->plan));
    }
}

/* The options that pictures with their own colours leave unused; none when there are none. */
static void
list_unused(const struct fp__settings *s, struct fp_text *line)
{
    const struct {
        bool given;
        const char *name;
    } options[] = {
        {s->cmap_name, "cmap"},    {s->norm_name, "norm"},  {!isnan(s->vmin), "vmin"},
        {!isnan(s->vmax), "vmax"}, {s->clim.text, "clim"},  {s->bad.given, "bad"},
        {s->under.given, "under"}, {s->over.given, "over"}, {s->colorbar, "colorbar"},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (options[i].given)
            fp_text_append_format(line, " --%s", options[i].name);
    }
}

static void
warn_colored(const struct batch *b)
{
    const struct fp__input *input = b->plan.inputs;
    const struct fp__input *end = input + b->plan.input_count;
    struct fp_text unused = {0};
    while (input < end && !input->colored)
        input++;
    list_unused(b->settings, &unused);
    if (input < end && unused.length > 0) {
        fp__message_warning("%s has its own colours:%s ignored", input->path,
                            fp_text_string(&unused));
    }
    fp_text_finish(&unused);
}

static int
prepare_ledger(struct batch *b)
{
    const char *unit = b->plan.each > 1 ? "picture" : "frame";
    return fp__ledger_init(&b->ledger, unit, fp__plan_pictures(&b->plan), b->jobs,
                           b->settings->max_rss)
               ? 0
               : fp__message_no_memory();
}

/* What takes one picture after the other has one process that gives them. */
static int
choose_jobs(struct batch *b)
{
    b->jobs =
        b->names.in_order ? 1 : fp__jobs(b->ctx, b->settings->jobs, fp__plan_pictures(&b->plan));
    return 0;
}

static int
check_drawing(void *data, int fd)
{
    const struct batch *b = data;
    (void)fd;
    return fp__drawing_check(&b->drawing, &b->plan);
}

/* Looking for glyphs is drawing text, after which a process cannot be forked: with workers another
 * one does it. */
static int
check_elsewhere(struct batch *b)
{
    struct fp__channel channel;
    int status = 0;
    if (b->jobs == 1)
        return check_drawing(b, -1);
    if (!fp__channel_start(&channel, check_drawing, b))
        return fp__message_error(FP__EXIT_OUTPUT,
                                 "no process could be started: %s" FP__AND_HINT "-j 1 needs none",
                                 fp__reason(errno));
    status = fp__channel_finish(&channel);
    return WIFEXITED(status)
               ? WEXITSTATUS(status)
               : fp__message_error(FP__EXIT_OUTPUT, "looking for fonts was ended by signal %d",
                                   WTERMSIG(status));
}

static int
prepare(struct batch *b, const char *const *inputs, size_t count)
{
    struct fp__check_settings files = {.csv = b->settings->rss, .plot = b->settings->rss_plot};
    struct fp__shard shard;
    int failed = fp__shard_find(&shard, b->settings->shard, getenv);
    failed = failed ? failed : fp__report_check(&files, inputs, count);
    failed = failed ? failed : fp__names_init(&b->names, b->settings);
    failed = failed ? failed : fp__drawing_init(&b->drawing, b->ctx, b->settings);
    failed = failed ? failed
                    : fp__plan_make(&b->plan, b->ctx, &b->settings->open, inputs, count,
                                    b->settings->frames);
    if (b->settings->cells.rows > 0)
        b->plan.each = (size_t)b->settings->cells.rows * (size_t)b->settings->cells.cols;
    failed = failed ? failed : fp__times_check(&b->drawing.times, &b->plan);
    b->plan.shard = shard;
    failed = failed ? failed : fp__names_check(&b->names, &b->plan);
    failed = failed ? failed
                    : fp__journal_writer_init(&b->report, b->settings->report, &b->plan, &b->names);
    failed = failed ? failed : choose_jobs(b);
    failed = failed ? failed : check_elsewhere(b);
    failed = failed ? failed : prepare_ledger(b);
    return failed;
}

/* What was asked for beside pictures: samples in files, a limit to growth. */
static int
account(struct batch *b, int code)
{
    int failed = fp__ledger_write(&b->ledger, b->ctx, b->settings);
    if (code || failed)
        return code ? code : failed;
    return isnan(b->settings->max_growth) ? 0
                                          : fp__ledger_limit(&b->ledger, b->settings->max_growth);
}

static int
run(struct batch *b)
{
    struct fp__signals signals;
    bool empty = fp__plan_pictures(&b->plan) == 0;
    if (empty && !b->settings->report) {
        tell_empty(b);
        return 0;
    }
    warn_colored(b);
    fp__signals_catch(&signals);
    b->limits = fp__limits_choose(&b->plan, b->settings);
    int code = fp__limits_find(&b->limits, &b->plan, b->settings);
    code = code ? code : fp__journal_writer_begin(&b->report, b->settings, b->plan.total);
    if (!code && !empty)
        code = draw(b);
    if (!code && empty) {
        tell_empty(b);
    } else {
        tell(b, code);
    }
    code = account(b, code);
    fp__signals_restore(&signals);
    return code;
}

int
fp__batch_run(struct fp_context *ctx, const struct fp__settings *settings,
              const char *const *inputs, size_t input_count)
{
    struct batch b = {.ctx = ctx, .settings = settings};
    if (input_count == 1 && fp_frames_is_stream(inputs[0]))
        return fp__stream_run(ctx, settings, inputs[0]);
    fp_memory_strict_profile();
    int code = prepare(&b, inputs, input_count);
    code = code ? code : run(&b);
    fp__names_finish(&b.names);
    fp__drawing_finish(&b.drawing);
    fp__plan_finish(&b.plan);
    fp__ledger_finish(&b.ledger);
    fp__failures_finish(&b.failures);
    fp__journal_writer_finish(&b.report);
    return code;
}
