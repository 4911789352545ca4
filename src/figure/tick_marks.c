/* SPDX-License-Identifier: MIT */
/* tick_marks.c: how the strokes at an axis' ticks look. */
#include "flatplot/tick_marks.h"

#include <math.h>

#include "core/status.h"
#include "figure/axes.h"

struct fp_tick_marks
fp_tick_marks_defaults(bool minor)
{
    return (struct fp_tick_marks){
        .on = true, .length = minor ? 2 : 3.5, .width = minor ? .6 : .8, .pad = minor ? 3.4 : 3.5};
}

static bool
is_length(double points)
{
    return points >= 0 && isfinite(points);
}

static enum fp_status
set(struct fp_axes *ax, bool y, bool minor, const struct fp_tick_marks *marks)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    if (marks->direction > FP_TICKS_INOUT || !is_length(marks->length) ||
        !is_length(marks->width) || !isfinite(marks->pad))
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "axis: ticks that cannot be drawn" FP__HINT
                        "length and width are in points, from 0 on, the pad is finite");
    (y ? &ax->body->y : &ax->body->x)->marks[minor] = *marks;
    return FP_OK;
}

enum fp_status
fp_axes_set_xtick_marks(struct fp_axes *ax, bool minor, const struct fp_tick_marks *marks)
{
    return set(ax, false, minor, marks);
}

enum fp_status
fp_axes_set_ytick_marks(struct fp_axes *ax, bool minor, const struct fp_tick_marks *marks)
{
    return set(ax, true, minor, marks);
}

static enum fp_status
get(struct fp_axes *ax, bool y, bool minor, struct fp_tick_marks *marks)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    *marks = (y ? &ax->body->y : &ax->body->x)->marks[minor];
    return FP_OK;
}

enum fp_status
fp_axes_get_xtick_marks(struct fp_axes *ax, bool minor, struct fp_tick_marks *marks)
{
    return get(ax, false, minor, marks);
}

enum fp_status
fp_axes_get_ytick_marks(struct fp_axes *ax, bool minor, struct fp_tick_marks *marks)
{
    return get(ax, true, minor, marks);
}
