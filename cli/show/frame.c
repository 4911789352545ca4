/* SPDX-License-Identifier: MIT */
/* frame.c: read → draw. */
#include "cli/show/frame.h"

#include "cli/opt/message.h"

static int
read_frame(struct fp__plan *plan, const struct fp__item *item, struct fp_array **array)
{
    int code = 0;
    struct fp_frames *frames = fp__plan_open(plan, item->input, &code);
    if (!frames)
        return code;
    return fp_frames_read(frames, item->frame, array) == FP_OK ? 0 : fp__message_failure(plan->ctx);
}

int
fp__frame_draw(struct fp__plan *plan, struct fp__drawing *drawing, size_t index)
{
    struct fp__item item = fp__plan_item(plan, index);
    struct fp_array *array = NULL;
    struct fp__ends ends;
    int code = read_frame(plan, &item, &array);
    if (!code && fp_figure_clear(drawing->figure) != FP_OK)
        code = fp__message_failure(plan->ctx);
    code = code ? code : fp__drawing_add(drawing, &item, 0, array, &ends);
    fp_unref(array);
    return code;
}
