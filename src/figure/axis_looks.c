/* SPDX-License-Identifier: MIT */
/* axis_looks.c: how tick labels look and how their numbers are written. */
#include <math.h>

#include "core/status.h"
#include "data/date.h"
#include "draw/words.h"
#include "figure/axes.h"
#include "ticks/tick_format.h"

static enum fp_status
check_format(struct fp_context *ctx, const char *format, bool dates)
{
    if (dates ? fp__date_format_is_known(format) : fp__tick_format_is_known(format))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT, "axis: not a format: \"%.60s\"" FP__HINT "%s", format,
                    dates ? "strftime's words, such as %b %d or %H:%M"
                          : "one number, such as {x:.1f}, or as printf has it; dates need an axis "
                            "of dates");
}

static enum fp_status
set_format(struct fp_axes *ax, bool y, const char *format)
{
    struct fp__tick_plan *plan = fp__axes_open(ax) ? fp__axis_make_plan(ax, y) : NULL;
    enum fp_status status = FP_OK;

    if (!plan)
        return fp_is_closed(ax) ? FP_ERR_CLOSED : FP_ERR_MEMORY;
    if (format)
        status = fp__axis_check_texts(ax->base.ctx, &format, 1);
    if (format && status == FP_OK)
        status = check_format(ax->base.ctx, format, plan->dates);
    return status == FP_OK ? fp__words_replace(ax->base.ctx, "axis", &plan->format, format)
                           : status;
}

enum fp_status
fp_axes_set_xformat(struct fp_axes *ax, const char *format)
{
    return set_format(ax, false, format);
}

enum fp_status
fp_axes_set_yformat(struct fp_axes *ax, const char *format)
{
    return set_format(ax, true, format);
}

static enum fp_status
set_numbers(struct fp_axes *ax, bool y, const struct fp_tick_numbers *numbers)
{
    struct fp__tick_plan *plan = fp__axes_open(ax) ? fp__axis_make_plan(ax, y) : NULL;

    if (!plan)
        return fp_is_closed(ax) ? FP_ERR_CLOSED : FP_ERR_MEMORY;
    if (numbers->least > numbers->most || numbers->least < -300 || numbers->most > 300)
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "axis: powers of ten out of order" FP__HINT
                        "the least and the most, from -300 to 300: -5 and 6");
    plan->numbers = *numbers;
    return FP_OK;
}

enum fp_status
fp_axes_set_xnumbers(struct fp_axes *ax, const struct fp_tick_numbers *numbers)
{
    return set_numbers(ax, false, numbers);
}

enum fp_status
fp_axes_set_ynumbers(struct fp_axes *ax, const struct fp_tick_numbers *numbers)
{
    return set_numbers(ax, true, numbers);
}

struct fp_tick_labels
fp_tick_labels_defaults(void)
{
    return (struct fp_tick_labels){.on = true, .size = 10};
}

static enum fp_status
set_look(struct fp_axes *ax, bool y, const struct fp_tick_labels *labels)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    if (!(labels->size > 0) || !isfinite(labels->size) || !isfinite(labels->rotation))
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "axis: tick labels need a size above 0 and an angle" FP__HINT
                        "the size is in points, the angle in degrees: 10 and 45");
    (y ? &ax->body->y : &ax->body->x)->tick_labels = *labels;
    return FP_OK;
}

enum fp_status
fp_axes_set_xtick_labels(struct fp_axes *ax, const struct fp_tick_labels *labels)
{
    return set_look(ax, false, labels);
}

enum fp_status
fp_axes_set_ytick_labels(struct fp_axes *ax, const struct fp_tick_labels *labels)
{
    return set_look(ax, true, labels);
}

static enum fp_status
get_look(struct fp_axes *ax, bool y, struct fp_tick_labels *labels)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    *labels = (y ? &ax->body->y : &ax->body->x)->tick_labels;
    return FP_OK;
}

enum fp_status
fp_axes_get_xtick_labels(struct fp_axes *ax, struct fp_tick_labels *labels)
{
    return get_look(ax, false, labels);
}

enum fp_status
fp_axes_get_ytick_labels(struct fp_axes *ax, struct fp_tick_labels *labels)
{
    return get_look(ax, true, labels);
}
