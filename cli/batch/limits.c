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
    /* fmin and fmax pass over the NaN of data without a value that counts. */
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

/* The norm as the command line has it: --vmin and --vmax go before --clim. */
static struct fp_norm
asked(const struct fp__settings *settings)
{
    struct fp_norm norm = settings->norm;
    norm.vmin = settings->vmin;
    norm.vmax = settings->vmax;
    if (settings->clim.kind == FP__CLIM_FIXED) {
        norm.vmin = isnan(norm.vmin) ? settings->clim.low : norm.vmin;
        norm.vmax = isnan(norm.vmax) ? settings->clim.high : norm.vmax;
    }
    return norm;
}

struct fp__limits
fp__limits_choose(const struct fp__plan *plan, const struct fp__settings *settings)
{
    struct fp__limits limits = {.norm = asked(settings)};
    /* Norms that need no data have their limits from here on. What cannot be is told later. */
    fp_norm_resolve(plan->ctx, &limits.norm, NAN, NAN);
    if (!any_scalar(plan)) {
        limits.scale = FP__SCALE_NONE;
    } else if (!isnan(limits.norm.vmin) && !isnan(limits.norm.vmax)) {
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
    double above; /* of the norm's domain: other values give no limits */
    double below;
    struct fp__progress progress;
    size_t done; /* frames */
};

static int
scan_frames(struct pass *pass, struct fp_frames *frames, size_t count, struct range *range)
{
    for (size_t i = 0; i < count && !fp__signals_came(); i++) {
        struct fp_array *frame = NULL;
        double low, high;
        bool fine = fp_frames_read(frames, i, &frame) == FP_OK &&
                    fp_array_range(frame, pass->above, pass->below, &low, &high) == FP_OK;
        fp_unref(frame);
        if (!fine)
            return fp__message_failure(pass->plan->ctx);
        widen(range, low, high);
        fp__progress_step(&pass->progress, ++pass->done);
    }
    return 0;
}

/* In Fortran order frames are scattered over the file, which is therefore read as it lies. */
static int
scan_whole(struct pass *pass, struct fp_frames *frames, size_t count, struct range *range)
{
    double low, high;
    if (fp_frames_range(frames, pass->above, pass->below, &low, &high) != FP_OK)
        return fp__message_failure(pass->plan->ctx);
    widen(range, low, high);
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

static const char *
what_of(const struct fp__plan *plan)
{
    return plan->input_count == 1 ? plan->inputs[0].path : "all inputs";
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

/* What the command line says goes before what the data say. */
static int
resolve(struct fp_context *ctx, struct fp_norm *norm, const struct range *range, const char *what)
{
    bool empty = range->low > range->high;
    double low = empty ? NAN : range->low;
    double high = empty ? NAN : range->high;
    double vmin = isnan(norm->vmin) ? low : norm->vmin;
    double vmax = isnan(norm->vmax) ? high : norm->vmax;
    if (fp_norm_resolve(ctx, norm, low, high) == FP_OK)
        return 0;
    return vmin > vmax ? crossed(what, vmin, vmax) : fp__message_failure(ctx);
}

/* Says what cannot be, whatever the data are, before they are read. */
static int
check(const struct fp__limits *limits, const struct fp__plan *plan)
{
    struct fp_norm norm = limits->norm;
    return limits->scale == FP__SCALE_NONE ? 0 : resolve(plan->ctx, &norm, &nothing, what_of(plan));
}

/* Own colours have no limits. */
static int
settle(const struct fp__limits *limits, const struct range *range, struct fp__input *input,
       struct fp_context *ctx)
{
    if (input->colored)
        return 0;
    input->norm = limits->norm;
    return resolve(ctx, &input->norm, range, input->path);
}

static int
settle_together(struct fp__limits *limits, const struct range *all, struct fp__plan *plan)
{
    int failed = resolve(plan->ctx, &limits->norm, all, what_of(plan));
    for (size_t i = 0; i < plan->input_count && !failed; i++) {
        if (!plan->inputs[i].colored)
            plan->inputs[i].norm = limits->norm;
    }
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
            failed = settle(limits, &own, input, plan->ctx);
    }
    return failed || !one || fp__signals_came() ? failed : settle_together(limits, &all, plan);
}

int
fp__limits_find(struct fp__limits *limits, struct fp__plan *plan,
                const struct fp__settings *settings)
{
    struct pass pass = {.plan = plan};
    int code = check(limits, plan);
    if (code)
        return code;
    fp_norm_domain(&limits->norm, &pass.above, &pass.below);
    fp__progress_begin(&pass.progress, plan->ctx,
                       limits->scan ? (enum fp__progress_mode)settings->progress
                                    : FP__PROGRESS_NEVER,
                       "pass 1 of 2: limits", plan->unselected);
    code = find(limits, &pass);
    fp__progress_end(&pass.progress);
    if (!code && fp__signals_came())
        code = FP__EXIT_SIGNAL + fp__signals_came();
    return code;
}
