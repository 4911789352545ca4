/* SPDX-License-Identifier: MIT */
/* limits.c: the first pass over the data, when one is needed. */
#include "cli/batch/limits.h"

#include <math.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/progress.h"
#include "cli/opt/signals.h"
#include "flatplot/text.h"

struct range {
    double low;
    double high;
};

static const struct range nothing = {INFINITY, -INFINITY};

static void
widen(struct range *range, double low, double high)
{
    /* fmin and fmax pass over the NaN of data without a finite value. */
    range->low = fmin(range->low, low);
    range->high = fmax(range->high, high);
}

static bool
any_scalar(const struct fp__plan *plan)
{
    for (size_t i = 0; i < plan->input_count; i++) {
        if (!plan->inputs[i].colored)
            return true;
    }
    return false;
}

static enum fp__clim_scale
choose_scale(const struct fp__plan *plan, enum fp__clim kind)
{
    switch (kind) {
    case FP__CLIM_FIXED:
    case FP__CLIM_ALL:
        return FP__SCALE_ONE;
    case FP__CLIM_FRAME:
        return FP__SCALE_FRAME;
    case FP__CLIM_INPUT:
        break;
    case FP__CLIM_AUTO:
        return fp__plan_singles(plan) || plan->input_count == 1 ? FP__SCALE_ONE : FP__SCALE_INPUT;
    }
    return plan->input_count == 1 ? FP__SCALE_ONE : FP__SCALE_INPUT;
}

struct fp__limits
fp__limits_choose(const struct fp__plan *plan, const struct fp__settings *settings)
{
    struct fp__limits limits = {.vmin = settings->vmin, .vmax = settings->vmax};
    if (settings->clim.kind == FP__CLIM_FIXED) {
        limits.vmin = isnan(limits.vmin) ? settings->clim.low : limits.vmin;
        limits.vmax = isnan(limits.vmax) ? settings->clim.high : limits.vmax;
    }
    if (!any_scalar(plan)) {
        limits.scale = FP__SCALE_NONE;
    } else if (!isnan(limits.vmin) && !isnan(limits.vmax)) {
        limits.scale = FP__SCALE_ONE;
    } else if (plan->unselected == 1) {
        limits.scale = FP__SCALE_FRAME; /* one picture finds its limits when it is drawn */
    } else {
        limits.scale = choose_scale(plan, settings->clim.kind);
        limits.scan = limits.scale != FP__SCALE_FRAME;
    }
    return limits;
}

struct pass {
    struct fp__plan *plan;
    struct fp__progress progress;
    size_t done; /* frames */
};

static int
scan_frames(struct pass *pass, struct fp_frames *frames, size_t count, struct range *range)
{
    for (size_t i = 0; i < count && !fp__signals_came(); i++) {
        struct fp_array *frame = NULL;
        struct fp_stats stats;
        bool fine =
            fp_frames_read(frames, i, &frame) == FP_OK && fp_array_stats(frame, &stats) == FP_OK;
        fp_unref(frame);
        if (!fine)
            return fp__message_failure(pass->plan->ctx);
        widen(range, stats.min, stats.max);
        fp__progress_step(&pass->progress, ++pass->done);
    }
    return 0;
}

/* In Fortran order frames are scattered over the file, which is therefore read as it lies. */
static int
scan_whole(struct pass *pass, struct fp_frames *frames, size_t count, struct range *range)
{
    struct fp_stats stats;
    if (fp_frames_stats(frames, &stats) != FP_OK)
        return fp__message_failure(pass->plan->ctx);
    widen(range, stats.min, stats.max);
    pass->done += count;
    fp__progress_step(&pass->progress, pass->done);
    return 0;
}

static int
scan_input(struct pass *pass, const struct fp__input *input, struct range *range)
{
    int code = 0;
    struct fp_frames *frames = fp__plan_open(pass->plan, input, &code);
    if (!frames)
        return code;
    return fp_frames_info(frames)->fortran ? scan_whole(pass, frames, input->frames, range)
                                           : scan_frames(pass, frames, input->frames, range);
}

static int
crossed(const char *what, double vmin, double vmax)
{
    char low[FP_NUMBER_ROOM];
    char high[FP_NUMBER_ROOM];
    fp_number_format(vmin, low);
    fp_number_format(vmax, high);
    return fp__message_error(FP__EXIT_USAGE,
                             "%s: vmin %s is above vmax %s" FP__AND_HINT
                             "check --vmin, --vmax and --clim against the data's range",
                             what, low, high);
}

/* What the command line says goes before what the data say. Own colours have no limits. */
static int
settle(const struct fp__limits *limits, const struct range *range, struct fp__input *input,
       const char *what)
{
    bool empty = range->low > range->high;
    if (input->colored)
        return 0;
    input->vmin = !isnan(limits->vmin) || empty ? limits->vmin : range->low;
    input->vmax = !isnan(limits->vmax) || empty ? limits->vmax : range->high;
    return input->vmin > input->vmax ? crossed(what, input->vmin, input->vmax) : 0;
}

static int
settle_together(struct fp__limits *limits, const struct range *all, struct fp__plan *plan)
{
    int failed = 0;
    for (size_t i = 0; i < plan->input_count && !failed; i++) {
        struct fp__input *input = &plan->inputs[i];
        failed = settle(limits, all, input, plan->input_count == 1 ? input->path : "all inputs");
    }
    limits->vmin = isnan(limits->vmin) && all->low <= all->high ? all->low : limits->vmin;
    limits->vmax = isnan(limits->vmax) && all->low <= all->high ? all->high : limits->vmax;
    return failed;
}

static int
find(struct fp__limits *limits, struct pass *pass)
{
    struct range all = nothing;
    struct fp__plan *plan = pass->plan;
    bool one = limits->scale == FP__SCALE_ONE;
    int failed = 0;
    for (size_t i = 0; i < plan->input_count && !failed && !fp__signals_came(); i++) {
        struct range own = nothing;
        struct fp__input *input = &plan->inputs[i];
        if (limits->scan && !input->colored)
            failed = scan_input(pass, input, &own);
        widen(&all, own.low, own.high);
        if (!failed && !one && !fp__signals_came())
            failed = settle(limits, &own, input, input->path);
    }
    return failed || !one || fp__signals_came() ? failed : settle_together(limits, &all, plan);
}

int
fp__limits_find(struct fp__limits *limits, struct fp__plan *plan,
                const struct fp__settings *settings)
{
    struct pass pass = {.plan = plan};
    fp__progress_begin(&pass.progress, plan->ctx,
                       limits->scan ? (enum fp__progress_mode)settings->progress
                                    : FP__PROGRESS_NEVER,
                       "pass 1 of 2: limits", plan->unselected);
    int code = find(limits, &pass);
    fp__progress_end(&pass.progress);
    if (!code && fp__signals_came())
        code = FP__EXIT_SIGNAL + fp__signals_came();
    return code;
}
