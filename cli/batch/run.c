/* SPDX-License-Identifier: MIT */
/* run.c: the way of a job: plan, names, limits, picture after picture. */
#include "cli/batch/run.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "cli/batch/batch.h"
#include "cli/batch/beside.h"
#include "cli/batch/dry_run.h"
#include "cli/batch/jobs.h"
#include "cli/batch/look.h"
#include "cli/batch/painter.h"
#include "cli/batch/pool.h"
#include "cli/batch/resume.h"
#include "cli/batch/stream.h"
#include "cli/check/channel.h"
#include "cli/check/report.h"
#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/progress.h"
#include "cli/opt/reason.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"

/* --- Records ---------------------------------------------------------------------------------- */

/* A process that crashes costs its picture, and not the job. */
static int
take_failure(struct fp__batch *b, const struct fp__record *record)
{
    if (record->code >= FP__EXIT_SIGNAL || fp__stdout_failed()) {
        b->stopped = record->code;
        return record->code;
    }
    fp__failures_add(&b->failures, record);
    return record->crashed || b->settings->keep_going ? 0 : record->code;
}

/* Every record comes by here. Returns 0, or the code with which the job ends. */
static int
take_record(void *data, size_t process, const struct fp__record *record)
{
    struct fp__batch *b = data;
    int unwritten = fp__journal_writer_add(&b->report, record);
    b->stopped = unwritten ? unwritten : b->stopped;
    if (record->outcome == FP__FAILED) {
        int failed = take_failure(b, record);
        return failed ? failed : unwritten;
    }
    b->done += record->count;
    b->kept += record->outcome == FP__KEPT ? record->count : 0;
    b->pictures++;
    if (b->settings->verbose && record->outcome != FP__KEPT)
        fp__names_tell(&b->names, &b->plan, record->index);
    fp__progress_step(&b->progress, b->done);
    int code = fp__ledger_picture(&b->ledger, b->ctx, process, record);
    b->stopped = code ? code : b->stopped;
    return code ? code : unwritten;
}

static void
take_end(void *data, size_t process, const struct fp_memory_sample *memory)
{
    struct fp__batch *b = data;
    fp__ledger_end(&b->ledger, process, memory);
}

static void
take_replacement(void *data, size_t process)
{
    struct fp__batch *b = data;
    fp__ledger_replace(&b->ledger, process);
}

/* --- Drawing ---------------------------------------------------------------------------------- */

static int
draw_here(struct fp__batch *b, struct fp__painter *painter)
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
        return code ? 0 : fp__message_failure(b->ctx);
    fp__ledger_end(&b->ledger, 0, &memory);
    return 0; /* what a record says is kept in the batch */
}

static int
draw_by_workers(struct fp__batch *b, struct fp__painter *painter)
{
    struct fp__pool_ears ears = {b, take_record, take_replacement, take_end};
    return fp__pool_run(painter, b->jobs, &ears);
}

static int
every_picture(struct fp__batch *b)
{
    struct fp__painter painter = {.settings = b->settings,
                                  .plan = &b->plan,
                                  .names = &b->names,
                                  .drawing = &b->drawing,
                                  .detailed = b->settings->report,
                                  .every = fp__ledger_every(&b->ledger)};
    int code = b->jobs > 1 ? draw_by_workers(b, &painter) : draw_here(b, &painter);
    if (fp__signals_came() && b->done + b->failures.frames < fp__plan_frames(&b->plan))
        return FP__EXIT_SIGNAL + fp__signals_came();
    if (b->stopped || code)
        return b->stopped ? b->stopped : code;
    return b->settings->keep_going ? 0 : b->failures.code;
}

static double
resident(void *data)
{
    const struct fp__batch *b = data;
    return fp__ledger_resident(&b->ledger, b->ctx);
}

static int
draw(struct fp__batch *b)
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

/* --- Before the first picture ----------------------------------------------------------------- */

static int
prepare_ledger(struct fp__batch *b)
{
    const char *unit = b->plan.each > 1 ? "picture" : "frame";
    return fp__ledger_init(&b->ledger, unit, fp__plan_pictures(&b->plan), b->jobs,
                           b->settings->max_rss)
               ? 0
               : fp__message_no_memory();
}

/* What takes one picture after the other has one process that gives them. */
static size_t
count_jobs(const struct fp__batch *b)
{
    return b->names.in_order ? 1 : fp__jobs(b->ctx, b->settings->jobs, fp__plan_pictures(&b->plan));
}

static int
check_drawing(void *data, int fd)
{
    const struct fp__batch *b = data;
    (void)fd;
    return fp__drawing_check(&b->drawing, &b->plan);
}

/* Looking for glyphs is drawing text, after which a process cannot be forked: with workers, or when
 * a picture is tried, another one does it. */
static int
check_elsewhere(struct fp__batch *b)
{
    struct fp__channel channel;
    int status = 0;
    if (b->jobs == 1 && !b->settings->dry_run)
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

/* --keep-going has nothing to go on with. */
static int
nothing_to_read(struct fp__batch *b)
{
    fp__batch_tell_passed_over(b);
    return b->passed_over.code;
}

/* Without those inputs the frames behind them have other numbers: what is drawn now would have the
 * names and shares of other frames once they can be read. */
static int
refuse_gaps(struct fp__batch *b)
{
    const struct fp__template *tmpl = b->names.tmpl;
    bool counts =
        fp__template_has(&tmpl[0], FP__WORD_INDEX) || fp__template_has(&tmpl[1], FP__WORD_INDEX);
    const char *what = b->plan.shard.count > 1 ? "the shares of shards"
                       : counts                ? "the numbers of {index} in names"
                                               : NULL;
    if (!b->passed_over.code || !what)
        return 0;
    fp__batch_tell_passed_over(b);
    return fp__message_error(
        b->passed_over.code,
        "--keep-going: without those inputs %s would be others" FP__AND_HINT
        "leave them away, or draw it unsharded with names of {stem} and {frame}",
        what);
}

static int
check_names(struct fp__batch *b)
{
    struct fp__named_files beside = {0};
    fp__beside_add(&beside, b->settings, fp_text_string(&b->report.path));
    int failed = fp__names_check(&b->names, &b->plan, &beside);
    fp__named_files_finish(&beside);
    return failed;
}

static int
prepare(struct fp__batch *b, const char *const *inputs, size_t count)
{
    struct fp__check_settings files = {.csv = b->settings->rss, .plot = b->settings->rss_plot};
    struct fp__shard shard;
    int failed = fp__shard_find(&shard, b->settings->shard, getenv);
    failed = failed ? failed : fp__report_check_places(&files);
    failed = failed ? failed : fp__names_init(&b->names, b->settings);
    failed = failed ? failed : fp__drawing_init(&b->drawing, b->ctx, b->settings);
    failed = failed ? failed
                    : fp__plan_make(&b->plan, b->ctx, &b->settings->open, inputs, count,
                                    b->settings->frames,
                                    b->settings->keep_going ? &b->passed_over : NULL);
    if (!failed && b->plan.input_count == 0)
        failed = nothing_to_read(b);
    if (b->settings->cells.rows > 0)
        b->plan.each = (size_t)b->settings->cells.rows * (size_t)b->settings->cells.cols;
    failed = failed ? failed : fp__times_check(&b->drawing.times, &b->plan);
    b->plan.shard = shard;
    failed = failed ? failed
                    : fp__journal_writer_init(&b->report, b->settings->report, &b->plan, &b->names);
    failed = failed ? failed : check_names(b);
    failed = failed ? failed : refuse_gaps(b);
    if (!failed && b->settings->no_clobber)
        failed = fp__refuse_existing(&b->plan, &b->names);
    b->jobs = failed ? 1 : count_jobs(b);
    failed = failed ? failed : check_elsewhere(b);
    failed = failed ? failed : prepare_ledger(b);
    return failed;
}

/* Whether the data must be read for them: not for a shard without pictures, nor for a plan that
 * compares them with nothing. */
static int
find_limits(struct fp__batch *b)
{
    bool empty = fp__plan_pictures(&b->plan) == 0 && !b->settings->report;
    bool planned = b->settings->dry_run && !b->settings->skip_existing;
    b->limits = fp__limits_choose(&b->plan, b->settings);
    return empty || (planned && b->limits.scan)
               ? 0
               : fp__limits_find(&b->limits, &b->plan, b->settings);
}

/* What is there already. */
static int
look_round(struct fp__batch *b)
{
    if (!b->settings->skip_existing)
        return 0;
    int code = fp__survey(&b->survey, &b->drawing, &b->plan, &b->names);
    if (!code && b->survey.there > 0 && fp__plan_frames(&b->plan) > 1 && !b->settings->dry_run)
        fp__batch_tell_survey(b);
    return code;
}

static int
draw_all(struct fp__batch *b)
{
    int code = fp__journal_writer_begin(&b->report, &b->drawing, b->plan.total);
    bool empty = fp__plan_pictures(&b->plan) == 0;
    if (!code && empty)
        fp__batch_tell_empty(b);
    if (!code && !empty)
        code = draw(b);
    int unwritten = code ? 0 : fp__journal_writer_end(&b->report, FP_FRAMES_UNKNOWN);
    code = code ? code : unwritten;
    if (b->done - b->kept < fp__plan_frames(&b->plan))
        fp__sweep(&b->plan, &b->names);
    fp__batch_tell(b, code);
    code = empty ? code : fp__ledger_account(&b->ledger, b->ctx, b->settings, code);
    return code || !(b->failures.code || b->passed_over.code) ? code : FP__EXIT_VERDICT;
}

static int
run(struct fp__batch *b)
{
    struct fp__signals signals;
    fp__look_warn(b->settings, &b->plan);
    fp__signals_catch(&signals);
    int code = find_limits(b);
    code = code ? code : look_round(b);
    if (code) {
        fp__batch_tell(b, code);
    } else {
        code = b->settings->dry_run ? fp__dry_run(b) : draw_all(b);
    }
    fp__signals_restore(&signals);
    return code;
}

int
fp__batch_run(struct fp_context *ctx, const struct fp__settings *settings,
              const char *const *inputs, size_t input_count)
{
    struct fp__batch b = {.ctx = ctx, .settings = settings};
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
    fp__failures_finish(&b.passed_over);
    fp__journal_writer_finish(&b.report);
    return code;
}
