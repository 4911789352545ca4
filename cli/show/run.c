/* SPDX-License-Identifier: MIT */
/* run.c: the way of a window or a terminal: plan, colour limits, then frame after frame. */
#include "cli/show/run.h"

#include "cli/batch/limits.h"
#include "cli/batch/look.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/show/player.h"
#include "cli/show/terminal.h"
#include "flatplot/window.h"

struct job {
    struct fp_context *ctx;
    const struct fp__show *show;
    struct fp__plan plan;
    struct fp__drawing drawing;
    struct fp__limits limits;
};

static int
refuse_streams(const char *const *inputs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (fp_frames_is_stream(inputs[i]))
            return fp__message_error(FP__EXIT_USAGE,
                                     "%s: of a stream no frame can be shown again" FP__AND_HINT
                                     "save it to a file first",
                                     inputs[i]);
    }
    return 0;
}

static int
prepare(struct job *job, const char *const *inputs, size_t count)
{
    const struct fp__settings *s = &job->show->batch;
    int code = refuse_streams(inputs, count);
    code = code ? code : fp__drawing_init(&job->drawing, job->ctx, s);
    code =
        code ? code : fp__plan_make(&job->plan, job->ctx, &s->open, inputs, count, s->frames, NULL);
    code = code ? code : fp__times_check(&job->drawing.times, &job->plan);
    return code ? code : fp__drawing_check(&job->drawing, &job->plan);
}

/* Empty, before all values are looked at: that may take a while, and a display may be missing. */
static int
open_window(struct job *job)
{
    return fp_figure_show(job->drawing.figure, NULL) == FP_OK ? 0 : fp__message_failure(job->ctx);
}

/* Pictures side by side are looked at one by one; a film plays. */
static int
play(struct job *job)
{
    struct fp__player player = {.plan = &job->plan,
                                .drawing = &job->drawing,
                                .fps = job->show->fps,
                                .playing = job->plan.total > job->plan.input_count};
    if (job->plan.total > 1)
        fp__message_note("%zu frames: %s", job->plan.total, fp__player_keys);
    return fp__player_run(&player);
}

static int
run(struct job *job)
{
    const struct fp__settings *s = &job->show->batch;
    struct fp__signals signals;
    bool terminal = job->show->terminal;
    fp__look_warn(s, &job->plan);
    fp__signals_catch(&signals);
    int code = terminal ? 0 : open_window(job);
    job->limits = fp__limits_choose(&job->plan, s);
    code = code ? code : fp__limits_find(&job->limits, &job->plan, s);
    if (!code)
        code = terminal ? fp__terminal_run(&job->plan, &job->drawing, job->show->fps) : play(job);
    fp__signals_restore(&signals);
    return code;
}

int
fp__show_run(struct fp_context *ctx, const struct fp__show *show, const char *const *inputs,
             size_t input_count)
{
    struct job job = {.ctx = ctx, .show = show};
    int code = prepare(&job, inputs, input_count);
    code = code ? code : run(&job);
    fp__drawing_finish(&job.drawing);
    fp__plan_finish(&job.plan);
    return code;
}
