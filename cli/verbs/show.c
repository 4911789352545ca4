/* SPDX-License-Identifier: MIT */
/* show.c: the verb show: its options. */
#include <math.h>

#include "cli/batch/image_rows.h"
#include "cli/batch/size.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/show/run.h"
#include "cli/verbs/verb.h"

static const struct fp__option rows[] = {
    {.name = "fps",
     .brief = true,
     .argument = "NUMBER",
     .read = fp__read_positive,
     .member = offsetof(struct fp__show, fps),
     .help = "frames a second: 25"},
    {.name = "terminal",
     .brief = true,
     .read = fp__read_flag,
     .member = offsetof(struct fp__show, terminal),
     .help = "no window: the images alone, as text in 24-bit colours, two pixels a character"},
    FP__COLOR_ROWS,
    FP__IMAGE_ROWS,
    FP__SIZE_ROWS,
    FP__FRAMES_ROW,
    FP__INPUT_ROWS(struct fp__settings),
    FP__TOLD_ROWS,
};

static void
defaults(void *settings)
{
    struct fp__show *show = settings;
    struct fp__settings *s = &show->batch;
    s->open = fp_frames_defaults();
    s->times.dt = s->times.t0 = s->vmin = s->vmax = s->aspect = s->dpi = NAN;
    s->alpha = 1;
    show->fps = 25;
}

static int
check(const struct fp__settings *s)
{
    if (s->vmin > s->vmax)
        return fp__message_error(FP__EXIT_USAGE, "--vmin is above --vmax" FP__AND_HINT
                                                 "exchange them; --cmap NAME_r turns colours "
                                                 "round");
    return fp__size_check(s);
}

static int
run_on(struct fp_context *ctx, const struct fp__show *show, const struct fp__common *common)
{
    struct fp__inputs inputs;
    int code = fp__inputs_collect(&inputs, ctx, &show->batch.list, common, "show");
    code = code ? code : fp__show_run(ctx, show, inputs.paths, inputs.count);
    fp__inputs_finish(&inputs);
    return code;
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    struct fp__show *show = settings;
    struct fp__settings *s = &show->batch;
    if (fp_norm_parse(ctx, s->norm_name ? s->norm_name : "linear", &s->norm) != FP_OK)
        return fp__message_failure(ctx);
    s->no_axes = show->terminal;
    int code = check(s);
    code = code ? code : run_on(ctx, show, common);
    fp_unref(s->norm.boundaries);
    return code;
}

const struct fp__verb fp__verb_show = {
    .name = "show",
    .usage = "[OPTIONS] INPUT…",
    .summary = "arrays and pictures in a window, stacks as films",
    .examples = {"flatplot show frames.npy --colorbar --fps 10",
                 "flatplot show a.png b.png --cmap gray"},
    .front = true,
    .notes = "Inputs are those of imshow, and so are options and colours. A stack of\n"
             "frames plays, over and over; several inputs of one frame each wait for a\n"
             "key. Space plays and pauses, right or n is the next frame, left or b the one\n"
             "before, Home the first, End the last; q, Escape and the window's close\n"
             "button end it. The picture is as large as the window. The display is that of\n"
             "the variable DISPLAY (X11). With --terminal frames are text on standard output\n"
             "instead, as large as fits, one in the place of the other, one time each.\n",
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct fp__show),
    .defaults = defaults,
    .run = run,
};
