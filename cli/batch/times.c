/* SPDX-License-Identifier: MIT */
/* times.c: the times of frames, by rule or from a file. */
#include "cli/batch/times.h"

#include <math.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"

static int
read_file(struct fp__times *times, struct fp_context *ctx, const char *path)
{
    struct fp_frames *frames = fp_frames_open(ctx, path);
    bool fine = frames && fp_frames_info(frames)->ndim == 1;
    int code = 0;
    if (frames && !fine) {
        code = fp__message_error(FP__EXIT_INPUT,
                                 "%s: is no row of times" FP__AND_HINT
                                 "one number for each frame: np.save(f, t.ravel())",
                                 path);
    } else if (!frames || fp_frames_read_all(frames, &times->array) != FP_OK) {
        code = fp__message_failure(ctx);
    }
    fp_unref(frames);
    return code;
}

int
fp__times_init(struct fp__times *times, struct fp_context *ctx,
               const struct fp__times_choice *choice)
{
    bool rule = !isnan(choice->dt) || !isnan(choice->t0);
    *times = (struct fp__times){.choice = *choice};
    if (rule && choice->file) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "--times tells all times, and --dt and --t0 others" FP__AND_HINT
                                 "leave --times or those away");
    }
    if (isnan(choice->dt) && !isnan(choice->t0)) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "--t0 is the time of the first frame only" FP__AND_HINT
                                 "add --dt, the time from one frame to the next");
    }
    return choice->file ? read_file(times, ctx, choice->file) : 0;
}

void
fp__times_finish(struct fp__times *times)
{
    fp_unref(times->array);
    memset(times, 0, sizeof *times);
}

bool
fp__times_given(const struct fp__times *times)
{
    return times->array || !isnan(times->choice.dt);
}

int
fp__times_check(const struct fp__times *times, const struct fp__plan *plan)
{
    size_t count = fp_array_count(times->array);
    for (size_t i = 0; i < plan->input_count && times->array; i++) {
        const struct fp__input *input = &plan->inputs[i];
        if (input->frames > count) {
            return fp__message_error(FP__EXIT_INPUT,
                                     "%s: has %zu times, and %s has %zu frames" FP__AND_HINT
                                     "one number for each frame of an input, selected or not",
                                     times->choice.file, count, input->path, input->frames);
        }
    }
    return 0;
}

int
fp__times_check_frame(const struct fp__times *times, const char *path, size_t frame)
{
    size_t count = fp_array_count(times->array);
    if (!times->array || frame < count)
        return 0;
    return fp__message_error(FP__EXIT_INPUT,
                             "%s: has %zu times, and %s has a frame %zu" FP__AND_HINT
                             "one number for each frame, which are counted from 0",
                             times->choice.file, count, path, frame);
}

double
fp__times_at(const struct fp__times *times, size_t frame)
{
    const struct fp__times_choice *choice = &times->choice;
    double t0 = isnan(choice->t0) ? 0 : choice->t0;
    double time = NAN;
    if (!times->array)
        return (double)frame * choice->dt + t0;
    if (frame < fp_array_count(times->array))
        fp_array_value(times->array, &frame, &time);
    return time;
}
