/* SPDX-License-Identifier: MIT */
/* run.c: the way of a contact sheet, and what is said about it. */
#include "cli/montage/run.h"

#include "cli/batch/beside.h"
#include "cli/batch/glyphs.h"
#include "cli/batch/limits.h"
#include "cli/batch/look.h"
#include "cli/batch/names.h"
#include "cli/exit.h"
#include "cli/montage/band.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"

struct job {
    struct fp_context *ctx;
    const struct fp__montage *montage;
    struct fp__names names;
    struct fp__plan plan;
    struct fp__limits limits;
    struct fp__sheet sheet;
    struct fp__cell cell;
    struct fp__band band;
    struct fp__progress progress;
    double seconds;
};

/* --- Before the first frame ------------------------------------------------------------------- */

/* How high the sheet is stands at its beginning. */
static int
refuse_streams(const char *const *inputs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (fp_frames_is_stream(inputs[i]))
            return fp__message_error(FP__EXIT_USAGE,
                                     "%s: how many frames a stream has is not known before its "
                                     "end" FP__AND_HINT "save it to a file first",
                                     inputs[i]);
    }
    return 0;
}

static int
check_glyphs(const struct job *job)
{
    int rule = job->montage->batch.glyphs;
    bool warn = rule == FP__GLYPHS_WARN || (rule == FP__GLYPHS_BY_COUNT && job->plan.total == 1);
    return job->cell.label.count > 0 ? fp__glyphs_check(&job->cell.label, 1, &job->plan, warn) : 0;
}

static int
check_names(struct job *job)
{
    struct fp__named_files beside = {0};
    fp__beside_add(&beside, &job->montage->batch, NULL);
    int code = fp__names_check(&job->names, &job->plan, &beside);
    fp__named_files_finish(&beside);
    return code;
}

static int
prepare(struct job *job, const char *const *inputs, size_t count)
{
    const struct fp__settings *s = &job->montage->batch;
    int code = refuse_streams(inputs, count);
    code = code ? code : fp__names_init(&job->names, s);
    code = code ? code : fp__cell_init(&job->cell, job->ctx, job->montage);
    code =
        code ? code : fp__plan_make(&job->plan, job->ctx, &s->open, inputs, count, s->frames, NULL);
    job->plan.each = job->plan.total; /* all on one picture */
    code = code ? code : fp__times_check(&job->cell.times, &job->plan);
    code = code ? code : check_names(job);
    code = code ? code
                : fp__sheet_lay_out(&job->sheet, &job->montage->layout, &job->plan,
                                    job->cell.label.count > 0);
    code = code ? code : check_glyphs(job);
    return code ? code : fp__cell_begin(&job->cell, &job->sheet);
}

/* --- The sheet -------------------------------------------------------------------------------- */

/* A frame's failure was told when it came; standard output's is told at the end. */
static int
failure(const struct job *job)
{
    if (job->band.code)
        return job->band.code;
    return fp__stdout_failed() ? FP__EXIT_OUTPUT : fp__message_failure(job->ctx);
}

static int
write_to(struct job *job, const char *name)
{
    struct fp_rows rows = fp__band_rows(&job->band);
    rows.format = fp__names_format(&job->names);
    enum fp_status status = job->names.standard_output
                                ? fp_rows_write(job->ctx, &rows, fp__stdout_sink, NULL)
                                : fp_rows_save(job->ctx, &rows, name);
    if (status != FP_OK)
        return failure(job);
    if (job->montage->batch.verbose && !job->names.standard_output)
        fp__message_note("%s", name);
    return 0;
}

static int
write_sheet(struct job *job)
{
    struct fp_text name = {0};
    fp__names_append_picture(&job->names, &job->plan, 0, &name);
    int code =
        name.failed ? fp__message_no_memory() : fp__names_make_folders(&job->names, &job->plan);
    code = code ? code : write_to(job, fp_text_string(&name));
    fp_text_finish(&name);
    return code;
}

static int
draw(struct job *job)
{
    double began = fp__seconds();
    if (!fp__band_init(&job->band, &job->sheet, &job->cell, &job->plan, &job->progress))
        return fp__message_no_memory();
    fp__progress_begin(&job->progress, job->ctx,
                       (enum fp__progress_mode)job->montage->batch.progress,
                       job->limits.scan ? "pass 2 of 2: frames" : "frames", job->plan.total);
    int code = write_sheet(job);
    fp__progress_end(&job->progress);
    job->seconds = fp__seconds() - began;
    return code;
}

/* --- What is said ----------------------------------------------------------------------------- */

static void
tell_success(const struct job *job)
{
    const struct fp__sheet *sheet = &job->sheet;
    struct fp_text line = {0};
    fp__limits_tell(&job->limits, &job->plan, job->montage->batch.verbose);
    if (sheet->frames > 1) {
        fp_text_append_format(&line, "%zu frames in %zu column%s, %dx%d pixels · ", sheet->frames,
                              sheet->columns, sheet->columns > 1 ? "s" : "", sheet->width,
                              sheet->height);
        fp_text_append_fixed(&line, job->seconds, job->seconds < 0.1 ? 3 : 1);
        fp_text_append(&line, " s · ");
        fp_text_append_fixed(&line, (double)sheet->frames / job->seconds, 0);
        fp_text_append(&line, " frames/s");
        fp__limits_append(&job->limits, &line);
        fp__message_note("%s", fp_text_string(&line));
    }
    fp_text_finish(&line);
}

static void
tell(const struct job *job, int code)
{
    if (code == 0)
        tell_success(job);
    if (code >= FP__EXIT_SIGNAL)
        fp__message_error(code,
                          "stopped after %zu of %zu frames" FP__AND_HINT "nothing was written",
                          job->band.done, job->plan.total);
}

static int
run(struct job *job)
{
    const struct fp__settings *s = &job->montage->batch;
    struct fp__signals signals;
    fp__look_warn(s, &job->plan);
    fp__signals_catch(&signals);
    job->limits = fp__limits_choose(&job->plan, s);
    int code = fp__limits_find(&job->limits, &job->plan, s);
    code = code ? code : draw(job);
    tell(job, code);
    fp__signals_restore(&signals);
    return code;
}

int
fp__montage_run(struct fp_context *ctx, const struct fp__montage *montage,
                const char *const *inputs, size_t input_count)
{
    struct job job = {.ctx = ctx, .montage = montage};
    int code = prepare(&job, inputs, input_count);
    code = code ? code : run(&job);
    fp__band_finish(&job.band);
    fp__cell_finish(&job.cell);
    fp__plan_finish(&job.plan);
    fp__names_finish(&job.names);
    return code;
}
