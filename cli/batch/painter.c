/* SPDX-License-Identifier: MIT */
/* painter.c: read → draw → save → clear. */
#include "cli/batch/painter.h"

#include <math.h>
#include <string.h>

#include "cli/batch/grid.h"
#include "cli/batch/traits.h"
#include "cli/exit.h"
#include "cli/opt/clock.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"
#include "flatplot/output.h"

static int
failure(const struct fp__painter *p)
{
    return fp__message_failure(p->plan->ctx);
}

/* Milliseconds since *began, which becomes now. */
static double
lap(double *began)
{
    double now = fp__seconds();
    double ms = 1000 * (now - *began);
    *began = now;
    return ms;
}

/* --- Reading ---------------------------------------------------------------------------------- */

static int
count_nan(const struct fp__painter *p, struct fp_array *array, struct fp__record *record)
{
    struct fp_stats stats = {0};
    if (!p->detailed)
        return 0;
    if (fp_array_stats(array, &stats) != FP_OK)
        return failure(p);
    record->nan += stats.nan;
    return 0;
}

static int
read_frame(struct fp__painter *p, size_t cell, struct fp__item *item, struct fp_array **array)
{
    int code = 0;
    if (p->read)
        return p->read(p->read_data, cell, item, array);
    struct fp_frames *frames = fp__plan_open(p->plan, item->input, &code);
    if (!frames)
        return code;
    return fp_frames_read(frames, item->frame, array) == FP_OK ? 0 : failure(p);
}

int
fp__painter_read(struct fp__painter *p, size_t cell, struct fp__item *item, struct fp_array **array,
                 struct fp__record *record)
{
    double began = fp__seconds();
    *item = fp__plan_item(p->plan, record->index + cell);
    int code = fp__signals_came() ? FP__EXIT_SIGNAL + fp__signals_came() : 0;
    code = code ? code : read_frame(p, cell, item, array);
    code = code ? code : count_nan(p, *array, record);
    record->ms[FP__STEP_READ] += lap(&began);
    return code;
}

/* --- Drawing ---------------------------------------------------------------------------------- */

static int
draw_frame(struct fp__painter *p, size_t cell, struct fp__record *record, struct fp__stamp *stamp)
{
    struct fp_array *array = NULL;
    struct fp__item item;
    struct fp__ends ends;
    int code = fp__painter_read(p, cell, &item, &array, record);
    double began = fp__seconds();
    if (!code && fp__stamp_add(stamp, array) != FP_OK)
        code = failure(p);
    code = code ? code : fp__drawing_add(p->drawing, &item, cell, array, &ends);
    if (!code && cell + 1 == record->count)
        code = fp__grid_fit(p->drawing, &item, cell, p->plan->each, array);
    fp_unref(array);
    record->ms[FP__STEP_DRAW] += lap(&began);
    if (!code) {
        record->vmin = fmin(record->vmin, ends.vmin); /* of a NaN and a number: the number */
        record->vmax = fmax(record->vmax, ends.vmax);
    }
    return code;
}

static int
put_stamp(struct fp__painter *p, const struct fp__stamp *stamp)
{
    char text[FP__STAMP_ROOM];
    fp__stamp_format(stamp, text);
    return fp_figure_set_metadata(p->drawing->figure, FP__STAMP_KEY, text) == FP_OK ? 0
                                                                                    : failure(p);
}

static int
draw(struct fp__painter *p, struct fp__record *record, struct fp__stamp *stamp)
{
    int code = 0;
    record->nan = 0; /* also when frames were read to see whether the picture is there */
    for (size_t i = 0; i < record->count && !code; i++)
        code = draw_frame(p, i, record, stamp);
    return code ? code : put_stamp(p, stamp);
}

/* Texts are the same for all of an input's frames, but for numbers. */
static int
find_fonts(struct fp__painter *p, const struct fp__input *input)
{
    if (p->fonts_of && (p->fonts_of == input || !fp__drawing_names_inputs(p->drawing)))
        return 0;
    p->fonts_of = input;
    return fp__stamp_fonts(p->drawing, input, &p->fonts) == FP_OK ? 0 : failure(p);
}

/* What the picture will be made from, but for its frames' values. */
static int
begin_stamp(struct fp__painter *p, const struct fp__record *record, struct fp__stamp *stamp)
{
    *stamp = (struct fp__stamp){
        .options = fp__traits_of_picture(p->drawing, p->plan, record->index, record->count)};
    for (size_t i = 0; i < record->count; i++) {
        struct fp__item item = fp__plan_item(p->plan, record->index + i);
        int code = find_fonts(p, item.input);
        if (code)
            return code;
        stamp->fonts = fp_crc32(stamp->fonts, &p->fonts, sizeof p->fonts);
    }
    return 0;
}

/* --- Saving ----------------------------------------------------------------------------------- */

static enum fp_status
forget(void *data, const void *bytes, size_t n)
{
    (void)data;
    (void)bytes;
    (void)n;
    return FP_OK;
}

static enum fp_status
save_file(struct fp__painter *p, const char *name, const struct fp_write_options *options,
          struct fp_written *written)
{
    fp_sink_fn sink = p->dry ? forget : fp__stdout_sink;
    return p->dry || p->names->standard_output
               ? fp_figure_write_with(p->drawing->figure, sink, NULL, options, written)
               : fp_figure_save_with(p->drawing->figure, name, options, written);
}

static int
save(struct fp__painter *p, const char *name, struct fp__record *record)
{
    struct fp_write_options options = {
        .format = fp__names_format(p->names), .crc = p->detailed, .keep = p->settings->no_clobber};
    struct fp_written written;
    if (save_file(p, name, &options, &written) != FP_OK) {
        return fp__stdout_failed() ? FP__EXIT_OUTPUT /* said by fp__stdout_finish */
                                   : failure(p);
    }
    record->crc = written.crc;
    record->ms[FP__STEP_DRAW] += 1000 * written.drawing;
    record->ms[FP__STEP_ENCODE] = 1000 * written.encoding;
    record->ms[FP__STEP_WRITE] = 1000 * written.delivered;
    return 0;
}

/* Not before a picture is drawn, so that a job that is refused leaves none behind. */
static int
make_folders(struct fp__painter *p)
{
    if (p->folders_made)
        return 0;
    p->folders_made = true;
    return fp__names_make_folders(p->names, p->plan);
}

static int
save_named(struct fp__painter *p, struct fp__record *record)
{
    struct fp_text name = {0};
    fp__names_append_picture(p->names, p->plan, record->index, &name);
    int code = name.failed ? fp__message_no_memory() : save(p, fp_text_string(&name), record);
    fp_text_finish(&name);
    return code;
}

/* --- The picture ------------------------------------------------------------------------------ */

static int
draw_and_save(struct fp__painter *p, struct fp__record *record, struct fp__stamp *stamp)
{
    int code = draw(p, record, stamp);
    code = code || p->dry ? code : make_folders(p);
    return code ? code : save_named(p, record);
}

/* After a failure, too: the next picture begins with an empty figure. */
static int
clear(struct fp__painter *p, int code)
{
    bool fine = fp_figure_clear(p->drawing->figure) == FP_OK;
    return code || fine ? code : failure(p);
}

static int
take_sample(struct fp__painter *p, struct fp__record *record)
{
    bool due = p->detailed || p->done == 1 || p->done % p->every == 0;
    if (!due)
        return 0;
    if (fp__probe_take(&p->probe, p->plan->ctx, (double)p->done, &record->sample) != FP_OK)
        return failure(p);
    record->sampled = true;
    record->new_glyph = p->probe.new_glyph;
    record->glyphs = p->probe.glyphs;
    return 0;
}

/* The input is closed at both ends, so that one with a longer name does not look like a leak. */
enum fp_status
fp__painter_settle(struct fp__painter *p, struct fp_memory_sample *memory)
{
    fp__plan_close(p->plan);
    return fp_memory_sample(p->plan->ctx, memory);
}

static int
account(struct fp__painter *p, struct fp__record *record)
{
    int code = take_sample(p, record);
    if (code || p->done != 1)
        return code;
    record->settled = true;
    return fp__painter_settle(p, &record->memory) == FP_OK ? 0 : failure(p);
}

void
fp__painter_blank(const struct fp__painter *p, size_t picture, struct fp__record *record)
{
    size_t first = fp__plan_picture(p->plan, picture);
    size_t left = p->plan->total - first;
    memset(record, 0, offsetof(struct fp__record, said.text));
    record->index = first;
    record->count = left < p->plan->each ? left : p->plan->each;
    record->vmin = record->vmax = NAN;
}

int
fp__painter_paint(struct fp__painter *p, size_t picture, struct fp__record *record)
{
    fp__painter_blank(p, picture, record);
    fp__message_keep(&record->said);
    struct fp__stamp stamp;
    int code = begin_stamp(p, record, &stamp);
    if (!code && p->settings->skip_existing && !p->dry)
        code = fp__painter_keep(p, record, &stamp);
    if (!code && record->outcome != FP__KEPT)
        code = draw_and_save(p, record, &stamp);
    code = clear(p, code);
    p->done++;
    if (!code)
        code = account(p, record);
    fp__message_keep(NULL);
    record->outcome = code ? FP__FAILED : record->outcome;
    record->code = code;
    return code;
}
