/* SPDX-License-Identifier: MIT */
/* montage.c: the verb montage: its options. */
#include <math.h>

#include "cli/batch/rows.h"
#include "cli/montage/run.h"
#include "cli/opt/message.h"
#include "cli/opt/values.h"
#include "cli/verbs/verb.h"

#define MEMBER(member) offsetof(struct fp__montage, member)

enum { WIDEST_GAP = 1000 };

static int
read_gap(const struct fp__given *given, void *member)
{
    double gap;
    if (!fp__numbers_parse(given->value, 0, &gap, 1) || gap != floor(gap) || gap < 0 ||
        gap > WIDEST_GAP)
        return fp__bad_value(given, "not a number of pixels", "0 to 1000");
    *(int *)member = (int)gap;
    return 0;
}

static const struct fp__option rows[] = {
    {.name = "output",
     .letter = 'o',
     .brief = true,
     .argument = "NAME",
     .read = fp__read_bytes,
     .member = MEMBER(batch.output),
     .help = "where to: sheet.png; - is standard output"},
    {.name = "format",
     .argument = "NAME",
     .read = fp__read_bytes,
     .member = MEMBER(batch.format),
     .help = "png, whatever the name's ending"},
    FP__COMPRESS_ROW,
    {.name = "columns",
     .brief = true,
     .argument = "N",
     .read = fp__read_count,
     .member = MEMBER(layout.columns),
     .help = "frames in a row; else as many as make the sheet nearly square"},
    {.name = "cell",
     .brief = true,
     .argument = "WxH",
     .read = fp__read_pixels,
     .member = MEMBER(layout.cell),
     .help = "pixels for each frame, which is centred and keeps its proportions; else at most "
             "160x160, to which frames are enlarged or reduced"},
    {.name = "gap",
     .argument = "PIXELS",
     .read = read_gap,
     .member = MEMBER(layout.gap),
     .help = "between cells and around them: 2, with labels 8"},
    {.name = "label",
     .brief = true,
     .argument = "TEXT",
     .read = fp__read_text,
     .member = MEMBER(label),
     .help = "a line under each frame, as long as it has room: '{stem} {frame}'"},
    FP__COLOR_ROWS,
    FP__STYLE_ROW,
    FP__FRAMES_ROW,
    FP__INPUT_ROWS(struct fp__settings),
    FP__TIME_ROWS,
    FP__MKDIR_ROW,
    FP__TOLD_ROWS,
};

static void
defaults(void *settings)
{
    struct fp__montage *m = settings;
    m->batch.open = fp_frames_defaults();
    m->batch.times.dt = m->batch.times.t0 = m->batch.vmin = m->batch.vmax = NAN;
    m->layout.gap = FP__GAP_AUTO;
}

static int
run_on(struct fp_context *ctx, const struct fp__montage *m, const struct fp__common *common)
{
    struct fp__inputs inputs;
    int code = fp__inputs_collect(&inputs, ctx, &m->batch.list, common, "montage");
    code = code ? code : fp__montage_run(ctx, m, inputs.paths, inputs.count);
    fp__inputs_finish(&inputs);
    return code;
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    struct fp__montage *m = settings;
    struct fp__settings *s = &m->batch;
    s->verbose = common->verbose;
    if (s->norm_name && fp_norm_parse(ctx, s->norm_name, &s->norm) != FP_OK)
        return fp__message_failure(ctx);
    int code = run_on(ctx, m, common);
    fp_unref(s->norm.boundaries);
    return code;
}

const struct fp__verb fp__verb_montage = {
    .name = "montage",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "many frames on one contact sheet",
    .examples = {"flatplot montage frames.npy -o sheet.png --label '{frame}'",
                 "flatplot montage *.png -o sheet.png --cell 200x150 --label '{stem}'"},
    .notes = "Inputs are those of imshow, and so are their colours. Frames fill the sheet row\n"
             "by row. An enlarged frame has a whole number of pixels for each of its values,\n"
             "unless --interpolation is given; a reduced one is smoothed. Labels know {stem}\n"
             "{member} {frame} {index} {vmin} {vmax} {min} {max} {time}; of one that is too\n"
             "long the middle is left out. One row of cells is in memory at a time, however\n"
             "many there are.\n",
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct fp__montage),
    .defaults = defaults,
    .run = run,
};
