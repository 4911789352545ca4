/* SPDX-License-Identifier: MIT */
/* run.c: the way of a job, and what is said about it. */
#include "cli/plots/run.h"

#include "cli/batch/inputs.h"
#include "cli/batch/names.h"
#include "cli/batch/size.h"
#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"
#include "cli/plots/page.h"
#include "flatplot/output.h"

struct job {
    struct fp_context *ctx;
    const struct fp__plots *settings;
    struct fp__names names;
    struct fp__plan plan;
    struct fp__page page;
    size_t done; /* pictures */
};

/* --- Before the first picture ----------------------------------------------------------------- */

/* All on one picture, unless its name says which input it is. */
static size_t
inputs_of_a_picture(const struct job *job, const struct fp__plot_kind *kind)
{
    static const enum fp__word words[] = {FP__WORD_STEM, FP__WORD_DIR, FP__WORD_MEMBER,
                                          FP__WORD_INDEX};
    for (size_t i = 0; i < sizeof words / sizeof *words && !job->names.standard_output; i++) {
        if (fp__template_has(&job->names.tmpl[1], words[i]))
            return 1;
    }
    return kind->alone ? 1 : job->plan.total;
}

static int
refuse_frames(const struct fp__names *names)
{
    if (names->standard_output || !fp__template_has(&names->tmpl[1], FP__WORD_FRAME))
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "-o: {frame}: plots are of whole inputs, not of frames" FP__AND_HINT
                             "{stem}, {dir}, {member} and {index} tell them apart");
}

static int
prepare(struct job *job, const struct fp__plot_kind *kind, const char *const *inputs, size_t count)
{
    const struct fp__plots *s = job->settings;
    int code = fp__size_check(&s->batch);
    code = code ? code : fp__names_init(&job->names, &s->batch);
    code = code ? code : refuse_frames(&job->names);
    code = code ? code : fp__page_init(&job->page, job->ctx, s, kind);
    code = code ? code : fp__plan_make_whole(&job->plan, job->ctx, inputs, count);
    if (code)
        return code;
    job->plan.each = inputs_of_a_picture(job, kind);
    return fp__names_check(&job->names, &job->plan, NULL);
}

/* --- Pictures --------------------------------------------------------------------------------- */

static int
write_to(const struct job *job, const char *name)
{
    struct fp_figure *figure = job->page.figure;
    const char *format = fp__names_format(&job->names);
    enum fp_status status = job->names.standard_output
                                ? fp_figure_write(figure, format, fp__stdout_sink, NULL)
                                : fp_figure_save_as(figure, format, name);
    if (status == FP_OK)
        return 0;
    return fp__stdout_failed() ? FP__EXIT_OUTPUT : fp__message_failure(job->ctx);
}

static int
write_picture(struct job *job, size_t first)
{
    struct fp_text name = {0};
    fp__names_append_picture(&job->names, &job->plan, first, &name);
    int code =
        name.failed ? fp__message_no_memory() : fp__names_make_folders(&job->names, &job->plan);
    code = code ? code : write_to(job, fp_text_string(&name));
    if (!code && job->settings->batch.verbose)
        fp__names_tell(&job->names, &job->plan, first);
    fp_text_finish(&name);
    return code;
}

static int
draw_all(struct job *job)
{
    int code = 0;
    for (size_t i = 0; i < job->plan.total && !code; i += job->plan.each) {
        code = fp__page_draw(&job->page, &job->plan, i);
        if (!code && fp__signals_came())
            code = FP__EXIT_SIGNAL + fp__signals_came();
        code = code ? code : write_picture(job, i);
        job->done += !code;
    }
    return code;
}

/* --- What is said ----------------------------------------------------------------------------- */

static void
tell_success(const struct job *job, double seconds)
{
    struct fp_text line = {0};
    fp_text_append_format(&line, "%zu pictures · ", job->done);
    fp_text_append_fixed(&line, seconds, seconds < 0.1 ? 3 : 1);
    fp_text_append(&line, " s");
    if (job->done > 1)
        fp__message_note("%s", fp_text_string(&line));
    fp_text_finish(&line);
}

static void
tell_end(const struct job *job, int code)
{
    size_t pictures = fp__plan_all_pictures(&job->plan);
    if (code >= FP__EXIT_SIGNAL) {
        fp__message_error(code, "stopped after %zu of %zu pictures" FP__AND_HINT "%s", job->done,
                          pictures,
                          job->done ? "run it again for the others" : "nothing was written");
    } else if (pictures > 1) {
        fp__message_line("%zu of %zu pictures were written", job->done, pictures);
    }
}

static int
run(struct job *job)
{
    struct fp__signals signals;
    double began = fp__seconds();
    fp__signals_catch(&signals);
    int code = draw_all(job);
    if (code) {
        tell_end(job, code);
    } else {
        tell_success(job, fp__seconds() - began);
    }
    fp__signals_restore(&signals);
    return code;
}

int
fp__plots_run(struct fp_context *ctx, struct fp__plots *settings, const struct fp__plot_kind *kind,
              const char *verb, const struct fp__common *common)
{
    struct job job = {.ctx = ctx, .settings = settings};
    struct fp__inputs inputs;
    settings->batch.verbose = common->verbose;
    int code = fp__inputs_collect(&inputs, ctx, &settings->batch.list, common, verb);
    code = code ? code : prepare(&job, kind, inputs.paths, inputs.count);
    code = code ? code : run(&job);
    fp__page_finish(&job.page);
    fp__plan_finish(&job.plan);
    fp__names_finish(&job.names);
    fp__inputs_finish(&inputs);
    return code;
}
