/* SPDX-License-Identifier: MIT */
/* tell.c: what is said about a job: how it ended, what failed. */
#include "cli/batch/batch.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"

static void
append_shard(const struct fp__batch *b, struct fp_text *line)
{
    struct fp__shard shard = b->plan.shard;
    if (shard.count > 0)
        fp_text_append_format(line, "shard %zu of %zu: ", shard.number, shard.count);
}

static void
append_speed(const struct fp__batch *b, struct fp_text *line)
{
    append_shard(b, line);
    fp_text_append_format(line, "%zu frames", b->done);
    if (b->kept > 0)
        fp_text_append_format(line, " (%zu were there)", b->kept);
    if (b->plan.each > 1)
        fp_text_append_format(line, " on %zu picture%s", b->pictures, b->pictures > 1 ? "s" : "");
    fp_text_append(line, " · ");
    fp_text_append_fixed(line, b->seconds, b->seconds < 0.1 ? 3 : 1);
    fp_text_append(line, " s · ");
    fp_text_append_fixed(line, (double)b->done / b->seconds, 0);
    fp_text_append(line, " frames/s");
}

void
fp__batch_tell_survey(const struct fp__batch *b)
{
    struct fp_text line = {0};
    fp__survey_append(&b->survey, &b->plan, &line);
    fp__message_note("%s", fp_text_string(&line));
    fp_text_finish(&line);
}

void
fp__batch_tell_empty(const struct fp__batch *b)
{
    struct fp_text line = {0};
    append_shard(b, &line);
    fp__message_note("%snothing to draw: the job has %zu picture%s", fp_text_string(&line),
                     fp__plan_all_pictures(&b->plan),
                     fp__plan_all_pictures(&b->plan) > 1 ? "s" : "");
    fp_text_finish(&line);
}

static void
tell_success(struct fp__batch *b)
{
    struct fp_text line = {0};
    fp__limits_tell(&b->limits, &b->plan, b->settings->verbose);
    if (fp__plan_frames(&b->plan) > 1) {
        append_speed(b, &line);
        fp__limits_append(&b->limits, &line);
        fp_text_append(&line, " · ");
        fp__ledger_tell(&b->ledger, &line);
    }
    if (line.length > 0)
        fp__message_note("%s", fp_text_string(&line));
    fp_text_finish(&line);
    if (b->settings->verbose)
        fp__ledger_tell_caches(&b->ledger);
}

static void
tell_stop(const struct fp__batch *b, int code)
{
    const char *hint = b->names.in_order         ? "what was written is whole"
                       : b->settings->no_clobber ? "the files written are whole"
                                                 : "run again with --skip-existing";
    fp__message_error(code, "stopped after %zu of %zu" FP__AND_HINT "%s", b->done,
                      fp__plan_frames(&b->plan), hint);
}

/* A reader of standard output that went away is nothing to talk about. */
static void
tell_failure(struct fp__batch *b, int code)
{
    struct fp_text kept = {0};
    if (!b->settings->keep_going)
        fp__failures_tell_first(&b->failures);
    if (b->kept > 0)
        fp_text_append_format(&kept, ", %zu were there", b->kept);
    if (b->began && fp__plan_frames(&b->plan) > 1 && !fp__stdout_failed())
        fp__message_error(code, "%zu of %zu frames were written%s", b->done - b->kept,
                          fp__plan_frames(&b->plan), fp_text_string(&kept));
    fp_text_finish(&kept);
}

void
fp__batch_tell_passed_over(struct fp__batch *b)
{
    if (b->passed_over.code)
        fp__message_error(b->passed_over.code, "%zu of %zu inputs cannot be read",
                          b->passed_over.frames, b->plan.given);
    fp__failures_list(&b->passed_over, NULL, b->settings->verbose);
}

/* What --keep-going went on after. */
static void
tell_all_failures(struct fp__batch *b)
{
    fp__batch_tell_passed_over(b);
    if (b->failures.code)
        fp__message_error(b->failures.code, "%zu of %zu frames failed", b->failures.frames,
                          fp__plan_frames(&b->plan));
    fp__failures_list(&b->failures, &b->plan, b->settings->verbose);
}

void
fp__batch_tell(struct fp__batch *b, int code)
{
    if (code == 0 && b->done > 0) {
        tell_success(b);
    } else if (code >= FP__EXIT_SIGNAL) {
        tell_stop(b, code);
    } else if (code) {
        tell_failure(b, code);
    }
    if (b->settings->keep_going)
        tell_all_failures(b);
}

/* --- What is ignored -------------------------------------------------------------------------- */
