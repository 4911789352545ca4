/* SPDX-License-Identifier: MIT */
/* stream.c: wait → read → paint, until the stream ends. */
#include "cli/batch/stream.h"

#include <math.h>
#include <string.h>

#include "cli/batch/beside.h"
#include "cli/batch/failures.h"
#include "cli/batch/journal_write.h"
#include "cli/batch/ledger.h"
#include "cli/batch/limits.h"
#include "cli/batch/painter.h"
#include "cli/check/report.h"
#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"

/* As many frames as names have room for: six digits. */
enum { ASSUMED_FRAMES = 1000000 };

/* A frame that was read and waits for the others of its picture. */
struct cell {
    struct fp__input input; /* the plan's, as it was then */
    struct fp_frames_place place;
    struct fp_array *array;
};

/* The plan is one of a single input with so many frames, of which nothing is opened by it. */
struct stream {
    struct fp_context *ctx;
    const struct fp__settings *settings;
    struct fp__names names;
    struct fp__drawing drawing;
    struct fp__plan plan;
    struct fp__limits limits;
    struct fp__ledger ledger;
    struct fp__painter painter;
    struct fp__journal_writer report;
    struct fp__named_files beside; /* what else is read and written */
    struct fp__failures failures;  /* that --keep-going went on after */
    struct fp_frames *frames;
    struct cell *cells; /* of the next picture, plan.each */
    size_t waiting;     /* frames in them */
    size_t arrays;      /* of the stream, begun so far */
    size_t done;        /* frames painted, or failed */
    size_t pictures;
    bool ended; /* all frames came */
    double seconds;
};

static bool
stop(void *data)
{
    (void)data;
    return fp__signals_came() != 0;
}

/* --- Before anything is read ------------------------------------------------------------------ */

static int
refuse(const char *path, const char *what, const char *hint)
{
    return fp__message_error(FP__EXIT_USAGE, "%s: %s" FP__AND_HINT "%s", path, what, hint);
}

static int
make_plan(struct stream *s, const char *path)
{
    struct fp__plan *plan = &s->plan;
    plan->ctx = s->ctx;
    plan->options = s->settings->open;
    plan->options.stop = stop;
    plan->input_count = plan->given = plan->run_count = plan->each = 1;
    plan->total = 1;
    plan->unselected = ASSUMED_FRAMES;
    if (s->settings->cells.rows > 0)
        plan->each = (size_t)s->settings->cells.rows * (size_t)s->settings->cells.cols;
    plan->inputs = fp_alloc(sizeof *plan->inputs);
    plan->runs = fp_alloc(sizeof *plan->runs);
    if (!plan->inputs || !plan->runs)
        return fp__message_no_memory();
    *plan->inputs = (struct fp__input){.path = path, .frames = ASSUMED_FRAMES, .count = 1};
    plan->inputs->norm = (struct fp_norm){.vmin = NAN, .vmax = NAN};
    *plan->runs = (struct fp__frame_run){.step = 1, .count = SIZE_MAX};
    s->cells = fp_alloc_array(plan->each, sizeof *s->cells);
    return s->cells ? 0 : fp__message_no_memory();
}

static int
find_limits(struct stream *s)
{
    s->limits = fp__limits_choose(&s->plan, s->settings);
    if (s->limits.scan) {
        return refuse(
            s->plan.inputs->path, "the colours of a stream must be known before it is read",
            "add --vmin and --vmax, --clim FILE.json, or --clim frame for each by itself");
    }
    return fp__limits_find(&s->limits, &s->plan, s->settings);
}

static int
prepare(struct stream *s, const char *path)
{
    struct fp__check_settings files = {.csv = s->settings->rss, .plot = s->settings->rss_plot};
    if (s->settings->frames) {
        return refuse(path, "--frames chooses from a known number of frames",
                      "leave it away: send the frames that are wanted");
    }
    if (s->settings->shard) {
        return refuse(path, "--shard draws a part of a known number of frames",
                      "leave it away, or save the frames in a file");
    }
    if (s->settings->skip_existing || s->settings->dry_run) {
        return refuse(path, "a stream is read once, so it cannot be looked at before it is drawn",
                      "leave --skip-existing and --dry-run away, or save it to a file first");
    }
    int failed = fp__report_check_places(&files);
    failed = failed ? failed : fp__names_init(&s->names, s->settings);
    failed = failed ? failed : fp__drawing_init(&s->drawing, s->ctx, s->settings);
    failed = failed ? failed : make_plan(s, path);
    failed = failed ? failed : find_limits(s);
    failed = failed ? failed
                    : fp__journal_writer_init(&s->report, s->settings->report, &s->plan, &s->names);
    if (!failed)
        fp__beside_add(&s->beside, s->settings, fp_text_string(&s->report.path));
    failed = failed ? failed : fp__names_check(&s->names, &s->plan, &s->beside);
    failed = failed ? failed : fp__journal_writer_begin(&s->report, &s->drawing, FP_FRAMES_UNKNOWN);
    const char *unit = s->plan.each > 1 ? "picture" : "frame";
    if (!failed && !fp__ledger_init(&s->ledger, unit, 0, 1, s->settings->max_rss))
        failed = fp__message_no_memory();
    return failed;
}

/* --- Frame after frame ------------------------------------------------------------------------ */

/* What a new array changes, and what its size forbids. */
static int
begin_array(struct stream *s)
{
    struct fp__input *input = s->plan.inputs;
    struct fp_norm norm = input->norm;
    int failed = fp__input_describe(input, s->ctx, s->frames);
    s->arrays++;
    input->norm = norm;
    input->frames = ASSUMED_FRAMES;
    return failed ? failed : fp__drawing_check(&s->drawing, &s->plan);
}

/* Reads one frame, or finds the end. */
static int
take_frame(struct stream *s, bool *ended)
{
    struct cell *cell = &s->cells[s->waiting];
    enum fp_status status = fp_frames_next(s->frames, &cell->array, &cell->place);
    int code = fp__signals_came() ? FP__EXIT_SIGNAL + fp__signals_came() : 0;
    if (!code && status != FP_OK)
        code = fp__message_failure(s->ctx);
    *ended = !cell->array;
    s->waiting += cell->array != NULL;
    if (!code && !*ended && cell->place.array == s->arrays)
        code = begin_array(s);
    if (!code && !*ended)
        code = fp__times_check_frame(&s->drawing.times, s->plan.inputs->path, cell->place.frame);
    cell->input = *s->plan.inputs;
    return code;
}

/* True when the picture's name may be that of one before. */
static bool
may_be_taken(const struct stream *s)
{
    const struct fp__template *tmpl = &s->names.tmpl[0];
    bool index = fp__template_has(tmpl, FP__WORD_INDEX);
    bool frame = fp__template_has(tmpl, FP__WORD_FRAME) && s->cells->place.array == 0;
    return !index && !frame && s->pictures > 0;
}

static int
refuse_taken(const struct fp__item *item, const char *name)
{
    return fp__message_error(FP__EXIT_USAGE,
                             "%s: frame %zu of the stream would have the name of one before it, "
                             "%s" FP__AND_HINT
                             "put {index} into the name, as in -o 'out/{index}.png'",
                             item->input->path, item->index, name);
}

/* Refuses a name that does not tell this picture from one before, or from another file. */
static int
check_name(const struct stream *s)
{
    bool taken = may_be_taken(s);
    if (s->names.standard_output || (!taken && s->beside.count == 0))
        return 0;
    struct fp__item item = fp__plan_item(&s->plan, s->done);
    struct fp_text name = {0};
    struct fp_text key = {0};
    fp__names_append(&s->names, &item, &name);
    fp__place_key(fp_text_string(&name), &key);
    int code = 0;
    if (taken && !fp__is_device(fp_text_string(&name)))
        code = refuse_taken(&item, fp_text_string(&name));
    code = code ? code : fp__named_files_spare(&s->beside, fp_text_string(&name), &key);
    fp_text_finish(&name);
    fp_text_finish(&key);
    return code;
}

static int
hand_over(void *data, size_t number, struct fp__item *item, struct fp_array **array)
{
    struct stream *s = data;
    struct cell *cell = &s->cells[number];
    item->input = &cell->input;
    item->frame = cell->place.frame;
    *array = cell->array;
    cell->array = NULL;
    return 0;
}

static bool
goes_on(const struct stream *s, const struct fp__record *record)
{
    return s->settings->keep_going && record->code < FP__EXIT_SIGNAL && !fp__stdout_failed();
}

/* The plan learns where in their arrays and in the job the waiting frames are. */
static int
paint(struct stream *s)
{
    struct fp__record record;
    s->plan.inputs->first = s->done - s->cells->place.frame;
    s->plan.total = s->done + s->waiting;
    int code = check_name(s);
    if (code)
        return code;
    s->painter.every = fp__ledger_every(&s->ledger);
    fp__painter_paint(&s->painter, s->pictures, &record);
    code = fp__journal_writer_add(&s->report, &record);
    bool failed = record.outcome == FP__FAILED;
    if (failed && !goes_on(s, &record))
        return fp__message_said(record.code, &record.said);
    if (failed)
        fp__failures_add(&s->failures, &record);
    s->done += s->waiting;
    s->waiting = 0;
    s->pictures++;
    if (failed)
        return code;
    if (s->settings->verbose)
        fp__names_tell(&s->names, &s->plan, record.index);
    int grown = fp__ledger_picture(&s->ledger, s->ctx, 0, &record);
    return code ? code : grown;
}

static int
every_frame(struct stream *s)
{
    int code = 0;
    s->painter = (struct fp__painter){.settings = s->settings,
                                      .plan = &s->plan,
                                      .names = &s->names,
                                      .drawing = &s->drawing,
                                      .detailed = s->settings->report,
                                      .read = hand_over,
                                      .read_data = s};
    fp__probe_begin(&s->painter.probe);
    while (!code && !s->ended) {
        code = take_frame(s, &s->ended);
        if (!code && s->waiting > 0 && (s->ended || s->waiting == s->plan.each))
            code = paint(s);
    }
    return code ? code : fp__journal_writer_end(&s->report, s->done);
}

/* --- What is said ----------------------------------------------------------------------------- */

static void
tell_success(struct stream *s)
{
    struct fp_text line = {0};
    size_t written = s->done - s->failures.frames;
    if (s->done == 1 || written == 0)
        return;
    fp_text_append_format(&line, "%zu frames · ", written);
    fp_text_append_fixed(&line, s->seconds, s->seconds < 0.1 ? 3 : 1);
    fp_text_append(&line, " s");
    fp__limits_append(&s->limits, &line);
    fp_text_append(&line, " · ");
    fp__ledger_tell(&s->ledger, &line);
    fp__message_note("%s", fp_text_string(&line));
    fp_text_finish(&line);
}

static int
settle(struct stream *s)
{
    struct fp_memory_sample memory;
    if (s->pictures < 2)
        return 0;
    if (fp__painter_settle(&s->painter, &memory) != FP_OK)
        return fp__message_failure(s->ctx);
    fp__ledger_end(&s->ledger, 0, &memory);
    return 0;
}

static void
tell(struct stream *s, int code)
{
    size_t written = s->done - s->failures.frames;
    if (code == 0) {
        tell_success(s);
        if (s->settings->verbose)
            fp__ledger_tell_caches(&s->ledger);
    } else if (code >= FP__EXIT_SIGNAL) {
        fp__message_error(
            code, "stopped after %zu frames" FP__AND_HINT "the files written are whole", written);
    } else if (written > 0 && !fp__stdout_failed()) {
        fp__message_error(code, written > 1 ? "%zu frames were written" : "%zu frame was written",
                          written);
    }
    if (s->failures.code)
        fp__message_error(s->failures.code, "%zu of %zu frames failed", s->failures.frames,
                          s->done);
    fp__failures_list(&s->failures, &s->plan, s->settings->verbose);
}

static int
run(struct stream *s)
{
    struct fp__signals signals;
    fp__signals_catch(&signals);
    double began = fp__seconds();
    s->frames = fp_frames_open_with(s->ctx, s->plan.inputs->path, &s->plan.options);
    int code = fp__signals_came() ? FP__EXIT_SIGNAL + fp__signals_came() : 0;
    if (!code)
        code = s->frames ? every_frame(s) : fp__message_failure(s->ctx);
    s->seconds = fp__seconds() - began;
    code = code ? code : settle(s);
    tell(s, code);
    code = fp__ledger_account(&s->ledger, s->ctx, s->settings, code);
    fp__signals_restore(&signals);
    return code || !s->failures.code ? code : FP__EXIT_VERDICT;
}

static void
finish(struct stream *s)
{
    for (size_t i = 0; s->cells && i < s->waiting; i++)
        fp_unref(s->cells[i].array);
    fp_free(s->cells);
    fp_unref(s->frames);
    fp__failures_finish(&s->failures);
    fp__named_files_finish(&s->beside);
    fp__journal_writer_finish(&s->report);
    fp__names_finish(&s->names);
    fp__drawing_finish(&s->drawing);
    fp__plan_finish(&s->plan);
    fp__ledger_finish(&s->ledger);
}

int
fp__stream_run(struct fp_context *ctx, const struct fp__settings *settings, const char *path)
{
    struct stream s = {.ctx = ctx, .settings = settings};
    fp_memory_strict_profile();
    int code = prepare(&s, path);
    code = code ? code : run(&s);
    finish(&s);
    return code;
}
