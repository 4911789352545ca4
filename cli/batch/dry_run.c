/* SPDX-License-Identifier: MIT */
/* dry_run.c: plan, trial, lines. */
#include "cli/batch/dry_run.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>

#include "cli/batch/painter.h"
#include "cli/check/channel.h"
#include "cli/check/words.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/reason.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"

/* --- Memory ----------------------------------------------------------------------------------- */

/* What a trial hands back. */
struct trial {
    double peak; /* bytes of resident memory */
    struct fp__record record;
};

static double
size_of(const struct fp__input *input)
{
    return (double)input->height * (double)input->width * (input->colored ? 4 : 1);
}

/* The first picture of ours that has the largest frame at its beginning: what it is made from tells
 * most of what it needs. */
static size_t
largest(const struct fp__plan *plan)
{
    size_t pictures = fp__plan_pictures(plan);
    size_t best = 0;
    double most = 0;
    for (size_t i = 0; i < pictures; i++) {
        double size = size_of(fp__plan_item(plan, fp__plan_picture(plan, i)).input);
        best = size > most ? i : best;
        most = size > most ? size : most;
    }
    return best;
}

/* In the child. ru_maxrss is in KiB, getrusage(2). */
static int
try_picture(void *data, int fd)
{
    struct fp__batch *b = data;
    struct fp__painter painter = {.settings = b->settings,
                                  .plan = &b->plan,
                                  .names = &b->names,
                                  .drawing = &b->drawing,
                                  .dry = true,
                                  .detailed = b->settings->report,
                                  .every = 1};
    struct trial trial = {0};
    struct rusage used;
    fp__plan_close(&b->plan); /* a place in a file is shared with the parent */
    fp__probe_begin(&painter.probe);
    fp__painter_paint(&painter, largest(&b->plan), &trial.record);
    getrusage(RUSAGE_SELF, &used);
    trial.peak = 1024 * (double)used.ru_maxrss;
    return !fp__channel_send(fd, &trial, sizeof trial);
}

static int
find_peak(struct fp__batch *b, double *peak)
{
    struct fp__channel channel;
    struct trial trial;
    if (!fp__channel_start(&channel, try_picture, b))
        return fp__message_error(FP__EXIT_OUTPUT,
                                 "no process could be started: %s" FP__AND_HINT
                                 "try again with fewer processes on the machine",
                                 fp__reason(errno));
    bool whole = fp__channel_receive(channel.fd, &trial, sizeof trial);
    fp__channel_finish(&channel);
    if (fp__signals_came())
        return FP__EXIT_SIGNAL + fp__signals_came();
    if (!whole)
        return fp__message_error(FP__EXIT_OUTPUT,
                                 "the process that drew a picture for trial crashed" FP__AND_HINT
                                 "if memory ran out (dmesg tells), smaller pictures need less");
    *peak = trial.peak;
    return fp__message_said(trial.record.code, &trial.record.said);
}

/* --- Lines ------------------------------------------------------------------------------------ */

static void
append_frames(const struct fp__batch *b, struct fp_text *out)
{
    const struct fp__plan *plan = &b->plan;
    fp_text_append_format(out, "frames     %zu of %zu input%s", fp__plan_frames(plan),
                          plan->input_count, plan->input_count > 1 ? "s" : "");
    if (plan->shard.count > 0)
        fp_text_append_format(out, ", shard %zu of %zu", plan->shard.number, plan->shard.count);
    fp_text_append_format(out, "\npictures   %zu\n", fp__plan_pictures(plan));
}

static void
append_name(const struct fp__batch *b, size_t picture, struct fp_text *out)
{
    fp__names_append_picture(&b->names, &b->plan, fp__plan_picture(&b->plan, picture), out);
}

static void
append_names(const struct fp__batch *b, struct fp_text *out)
{
    size_t pictures = fp__plan_pictures(&b->plan);
    fp_text_append(out, "names      ");
    if (b->names.standard_output) {
        fp_text_append(out, "standard output");
    } else {
        append_name(b, 0, out);
        fp_text_append(out, pictures > 1 ? " … " : "");
        if (pictures > 1)
            append_name(b, pictures - 1, out);
    }
    fp_text_append(out, "\n");
    if (b->settings->skip_existing) {
        fp_text_append(out, "files      ");
        fp__survey_append(&b->survey, &b->plan, out);
        fp_text_append(out, "\n");
    }
}

static void
append_limits(const struct fp__batch *b, struct fp_text *out)
{
    struct fp_text line = {0};
    if (b->limits.scan && !b->settings->skip_existing) {
        fp_text_append(&line, " · colour limits: read from the data first");
    } else {
        fp__limits_append(&b->limits, &line);
    }
    if (line.length > 0)
        fp_text_append_format(out, "colours    %s\n", fp_text_string(&line) + strlen(" · colour "));
    fp_text_finish(&line);
}

/* One picture's peak is that of the first of many, which caches and the allocator exceed: by 5 to
 * 15 % in jobs that were measured. */
static const double margin = 1.15;

static void
append_memory(const struct fp__batch *b, double peak, struct fp_text *out)
{
    struct fp_memory_sample own;
    fp_text_append_format(out, "processes  %zu\nmemory     about ", b->jobs);
    if (b->jobs > 1 && fp_memory_sample(b->ctx, &own) == FP_OK && own.rss != FP_UNKNOWN) {
        fp__append_size(out, (double)own.rss + (double)b->jobs * peak);
        fp_text_append(out, " at the peak, ");
        fp__append_size(out, peak);
        fp_text_append(out, " in each process that draws\n");
    } else {
        fp__append_size(out, peak);
        fp_text_append(out, " at the peak\n");
    }
}

static int
tell(const struct fp__batch *b, double peak)
{
    struct fp_text out = {0};
    append_frames(b, &out);
    append_names(b, &out);
    append_limits(b, &out);
    append_memory(b, peak, &out);
    int code = out.failed ? fp__message_no_memory() : 0;
    if (!code)
        fp__stdout_write(out.bytes, out.length);
    fp_text_finish(&out);
    return code;
}

int
fp__dry_run(struct fp__batch *b)
{
    double peak = 0;
    if (fp__plan_pictures(&b->plan) == 0) {
        fp__batch_tell_empty(b);
        return 0;
    }
    int code = find_peak(b, &peak);
    code = code ? code : tell(b, margin * peak);
    fp__batch_tell_passed_over(b);
    return code || !b->passed_over.code ? code : FP__EXIT_VERDICT;
}
