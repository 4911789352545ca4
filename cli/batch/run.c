/* SPDX-License-Identifier: MIT */
/* run.c: the way of a job: plan, names, limits, picture after picture, and what is said about it. */
#include "cli/batch/run.h"

#include <math.h>

#include "cli/batch/footprint.h"
#include "cli/batch/limits.h"
#include "cli/batch/painter.h"
#include "cli/batch/stream.h"
#include "cli/check/report.h"
#include "cli/check/words.h"
#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/progress.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"

struct batch {
    struct fp_context *ctx;
    const struct fp__settings *settings;
    struct fp__names names;
    struct fp__drawing drawing;
    struct fp__plan plan;
    struct fp__limits limits;
    struct fp__footprint footprint;
    struct fp__progress progress;
    bool began;      /* the first frame was tried */
    size_t done;     /* frames written */
    size_t pictures; /* that they are on */
    double seconds;
};

static void
tell_name(const struct batch *b, const struct fp__record *record)
{
    struct fp_text name = {0};
    struct fp__item item = fp__plan_item(&b->plan, record->index);
    if (!b->settings->verbose || b->names.standard_output)
        return;
    fp__names_append(&b->names, &item, &name);
    fp__message_note("%s", fp_text_string(&name));
    fp_text_finish(&name);
}

/* Every record comes by here. Returns 0, or the code with which the job ends. */
static int
take_record(struct batch *b, const struct fp__record *record)
{
    if (record->outcome == FP__FAILED)
        return fp__message_said(record->code, &record->said);
    b->done += record->count;
    b->pictures++;
    tell_name(b, record);
    int code = fp__footprint_frame(&b->footprint, record);
    if (record->settled)
        fp__footprint_exact(&b->footprint, &record->memory);
    fp__progress_step(&b->progress, b->done);
    return code;
}

static int
settle(struct batch *b, struct fp__painter *painter)
{
    struct fp_memory_sample memory;
    if (b->pictures < 2)
        return 0; /* said by the record */
    if (fp__painter_settle(painter, &memory) != FP_OK)
        return fp__message_failure(b->ctx);
    fp__footprint_exact(&b->footprint, &memory);
    return 0;
}

static int
every_picture(struct batch *b)
{
    struct fp__record record;
    struct fp__painter painter = {.settings = b->settings,
                                  .plan = &b->plan,
                                  .names = &b->names,
                                  .drawing = &b->drawing,
                                  .every = b->settings->max_rss > 0 ? 1 : b->footprint.every};
    size_t pictures = fp__plan_pictures(&b->plan);
    int code = 0;
    fp__probe_begin(&painter.probe);
    for (size_t i = 0; i < pictures && !code && !fp__signals_came(); i++) {
        fp__painter_paint(&painter, i, &record);
        code = take_record(b, &record);
    }
    code = code ? code : settle(b, &painter);
    return !code && b->done < b->plan.total ? FP__EXIT_SIGNAL + fp__signals_came() : code;
}

static int
draw(struct batch *b)
{
    double began = fp__seconds();
    fp__progress_begin(&b->progress, b->ctx, (enum fp__progress_mode)b->settings->progress,
                       b->limits.scan ? "pass 2 of 2: frames" : "frames", b->plan.total);
    b->began = true;
    int code = every_picture(b);
    fp__progress_end(&b->progress);
    b->seconds = fp__seconds() - began;
    return code;
}

static void
tell_success(struct batch *b)
{
    struct fp_text line = {0};
    fp__limits_tell(&b->limits, &b->plan, b->settings->verbose);
    if (b->plan.total > 1) {
        fp_text_append_format(&line, "%zu frames", b->plan.total);
        if (b->plan.each > 1)
            fp_text_append_format(&line, " on %zu picture%s", b->pictures,
                                  b->pictures > 1 ? "s" : "");
        fp_text_append(&line, " · ");
        fp_text_append_fixed(&line, b->seconds, b->seconds < 0.1 ? 3 : 1);
        fp_text_append(&line, " s · ");
        fp_text_append_fixed(&line, (double)b->plan.total / b->seconds, 0);
        fp_text_append(&line, " frames/s");
        fp__limits_append(&b->limits, &line);
        fp_text_append(&line, " · ");
        fp__footprint_tell(&b->footprint, &line);
    }
    if (b->settings->verbose) {
        fp_text_append(&line, b->plan.total > 1 ? " · caches " : "caches ");
        fp__append_size(&line, (double)b->footprint.last.cache_bytes);
    }
    if (line.length > 0)
        fp__message_note("%s", fp_text_string(&line));
    fp_text_finish(&line);
}

/* A reader of standard output that went away is nothing to talk about. */
static void
tell(struct batch *b, int code)
{
    if (code == 0) {
        tell_success(b);
    } else if (code >= FP__EXIT_SIGNAL) {
        fp__message_error(code,
                          "stopped after %zu of %zu" FP__AND_HINT "the files written are whole",
                          b->done, b->plan.total);
    } else if (b->began && b->plan.total > 1 && !fp__stdout_failed()) {
        fp__message_error(code, "%zu of %zu frames were written", b->done, b->plan.total);
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
prepare_footprint(struct batch *b)
{
    const char *unit = b->plan.each > 1 ? "picture" : "frame";
    return fp__footprint_init(&b->footprint, unit, fp__plan_pictures(&b->plan),
                              b->settings->max_rss)
               ? 0
               : fp__message_no_memory();
}

static int
prepare(struct batch *b, const char *const *inputs, size_t count)
{
    struct fp__check_settings files = {.csv = b->settings->rss, .plot = b->settings->rss_plot};
    int failed = fp__report_check(&files, inputs, count);
    failed = failed ? failed : fp__names_init(&b->names, b->settings);
    failed = failed ? failed : fp__drawing_init(&b->drawing, b->ctx, b->settings);
    failed = failed ? failed
                    : fp__plan_make(&b->plan, b->ctx, &b->settings->open, inputs, count,
                                    b->settings->frames);
    if (b->settings->cells.rows > 0)
        b->plan.each = (size_t)b->settings->cells.rows * (size_t)b->settings->cells.cols;
    failed = failed ? failed : fp__times_check(&b->drawing.times, &b->plan);
    failed = failed ? failed : fp__names_check(&b->names, &b->plan);
    failed = failed ? failed : fp__drawing_check(&b->drawing, &b->plan);
    failed = failed ? failed : prepare_footprint(b);
    return failed;
}

/* What was asked for beside pictures: samples in files, a limit to growth. */
static int
account(struct batch *b, int code)
{
    int failed = fp__footprint_write(&b->footprint, b->ctx, b->settings);
    if (code || failed)
        return code ? code : failed;
    return isnan(b->settings->max_growth)
               ? 0
               : fp__footprint_limit(&b->footprint, b->settings->max_growth);
}

static int
run(struct batch *b)
{
    struct fp__signals signals;
    warn_colored(b);
    fp__signals_catch(&signals);
    b->limits = fp__limits_choose(&b->plan, b->settings);
    int code = fp__limits_find(&b->limits, &b->plan, b->settings);
    code = code ? code : draw(b);
    tell(b, code);
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
    fp__footprint_finish(&b.footprint);
    return code;
}
