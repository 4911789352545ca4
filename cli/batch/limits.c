/* SPDX-License-Identifier: MIT */
/* limits.c: the first pass over the data, when one is needed. */
#include "cli/batch/limits.h"

#include <math.h>

#include "cli/batch/clim_file.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/progress.h"
#include "cli/opt/signals.h"
#include "flatplot/percentile.h"
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
    case FP__CLIM_FILE: /* which tells when it is read */
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
    } else if (settings->clim.kind == FP__CLIM_FILE) {
        limits.scale = FP__SCALE_ONE;
        limits.file = settings->clim.file;
    } else if (plan->unselected == 1) {
        limits.scale = FP__SCALE_FRAME; /* one picture finds its limits when it is drawn */
    } else {
        limits.scale = choose_scale(plan, settings->clim.kind);
        limits.scan = limits.scale != FP__SCALE_FRAME;
    }
    return limits;
}

/* One kind of number is found in one or more passes over the data. */
struct pass {
    struct fp__plan *plan;
    const struct fp__clim_choice *clim;
    bool keep_going; /* over what cannot be read, which fails again when it is drawn */
    double above;    /* of the norm's domain: other values give no limits */
    double below;
    struct fp_percentiles *percentiles; /* NULL: the smallest and the largest are looked for */
    struct range range;
    struct fp__progress progress;
    size_t done; /* frames, as often as they were read */
};

static enum fp_status
take_frame(struct pass *pass, struct fp_array *frame)
{
    double low, high;
    if (pass->percentiles)
        return fp_percentiles_add(pass->percentiles, frame);
    enum fp_status status = fp_array_range(frame, pass->above, pass->below, &low, &high);
    if (status == FP_OK)
        widen(&pass->range, low, high);
    return status;
}

static bool
stop(void *data)
{
    (void)data;
    return fp__signals_came() != 0;
}

/* What a signal ended is no failure. */
static int
failure(const struct pass *pass)
{
    if (fp__signals_came())
        return 0;
    bool over = pass->keep_going && fp_context_status(pass->plan->ctx) == FP_ERR_INPUT;
    return over ? 0 : fp__message_failure(pass->plan->ctx);
}

static int
scan_frames(struct pass *pass, struct fp_frames *frames, size_t count)
{
    int failed = 0;
    for (size_t i = 0; i < count && !failed && !fp__signals_came(); i++) {
        struct fp_array *frame = NULL;
        bool fine = fp_frames_read(frames, i, &frame) == FP_OK && take_frame(pass, frame) == FP_OK;
        fp_unref(frame);
        failed = fine ? 0 : failure(pass);
        fp__progress_step(&pass->progress, ++pass->done);
    }
    return failed;
}

static enum fp_status
take_whole(struct pass *pass, struct fp_frames *frames)
{
    double low, high;
    if (pass->percentiles)
        return fp_percentiles_add_frames(pass->percentiles, frames);
    enum fp_status status = fp_frames_range(frames, pass->above, pass->below, &low, &high);
    if (status == FP_OK)
        widen(&pass->range, low, high);
    return status;
}

static struct fp_frames *
open_input(struct pass *pass, const struct fp__input *input, int *code)
{
    struct fp__said said;
    if (!pass->keep_going)
        return fp__plan_open(pass->plan, input, code);
    fp__message_keep(&said);
    struct fp_frames *frames = fp__plan_open(pass->plan, input, code);
    fp__message_keep(NULL);
    if (*code == FP__EXIT_INPUT) {
        *code = 0;
    } else if (*code) {
        fp__message_said(*code, &said);
    }
    return frames;
}

/* Frames that are scattered over their file are read as it lies. */
static int
scan_input(struct pass *pass, const struct fp__input *input)
{
    int code = 0;
    struct fp_frames *frames = open_input(pass, input, &code);
    if (!frames)
        return code;
    if (!fp_frames_info(frames)->scattered)
        return scan_frames(pass, frames, input->frames);
    if (take_whole(pass, frames) != FP_OK)
        return failure(pass);
    pass->done += input->frames;
    fp__progress_step(&pass->progress, pass->done);
    return 0;
}

/* Inputs first … last − 1, as far as they have no colours of their own. */
static int
scan_inputs(struct pass *pass, size_t first, size_t last)
{
    int failed = 0;
    for (size_t i = first; i < last && !failed && !fp__signals_came(); i++) {
        const struct fp__input *input = &pass->plan->inputs[i];
        failed = input->colored ? 0 : scan_input(pass, input);
    }
    return failed;
}

/* The type of all values, or that which has room for all. */
static enum fp_dtype
type_of(const struct fp__plan *plan, size_t first, size_t last)
{
    enum fp_dtype type = FP_DTYPES;
    for (size_t i = first; i < last; i++) {
        const struct fp__input *input = &plan->inputs[i];
        if (!input->colored)
            type = type == FP_DTYPES || type == input->dtype ? input->dtype : FP_FLOAT64;
    }
    return type;
}

static int
make_passes(struct pass *pass, size_t first, size_t last)
{
    double ends[2];
    bool again = true;
    while (again) {
        int failed = scan_inputs(pass, first, last);
        if (failed || fp__signals_came())
            return failed;
        if (fp_percentiles_next(pass->percentiles, &again) != FP_OK)
            return fp__message_failure(pass->plan->ctx);
    }
    if (fp_percentiles_get(pass->percentiles, ends) != FP_OK)
        return fp__message_failure(pass->plan->ctx);
    widen(&pass->range, ends[0], ends[1]);
    return 0;
}

/* The limits of these inputs together, into pass->range. */
static int
scan(struct pass *pass, size_t first, size_t last)
{
    enum fp_dtype type = type_of(pass->plan, first, last);
    pass->range = nothing;
    if (!pass->clim->percents || type == FP_DTYPES)
        return scan_inputs(pass, first, last);
    pass->percentiles = fp_percentiles_create(pass->plan->ctx, type, pass->clim->percent, 2,
                                              pass->above, pass->below);
    int code =
        pass->percentiles ? make_passes(pass, first, last) : fp__message_failure(pass->plan->ctx);
    fp_unref(pass->percentiles);
    pass->percentiles = NULL;
    return code;
}

/* Frames to be read until all limits are known. */
static size_t
count_reads(const struct fp__plan *plan, const struct fp__clim_choice *clim, bool one)
{
    enum fp_dtype all = type_of(plan, 0, plan->input_count);
    size_t reads = 0;
    for (size_t i = 0; i < plan->input_count; i++) {
        const struct fp__input *input = &plan->inputs[i];
        size_t passes =
            clim->percents ? (size_t)fp_percentiles_passes(one ? all : input->dtype) : 1;
        reads += input->colored ? 0 : passes * input->frames;
    }
    return reads;
}

static const char *
what_of(const struct fp__plan *plan)
{
    return plan->input_count == 1 ? plan->inputs[0].path : "all inputs";
}

static int
crossed(const char *what, const struct fp_norm *asked, double vmin, double vmax)
{
    static const char found[] = ", which was found, not given,";
    char low[FP_NUMBER_ROOM];
    char high[FP_NUMBER_ROOM];
    fp_number_format(vmin, low);
    fp_number_format(vmax, high);
    return fp__message_error(FP__EXIT_USAGE,
                             "%s: vmin %s%s is above vmax %s%.*s" FP__AND_HINT
                             "give both --vmin and --vmax, or one that fits the data's range",
                             what, low, isnan(asked->vmin) ? found : "", high,
                             isnan(asked->vmax) ? (int)sizeof found - 2 : 0, found);
}

int
fp__limits_resolve(struct fp_context *ctx, struct fp_norm *norm, double low, double high,
                   const char *what)
{
    double vmin = isnan(norm->vmin) ? low : norm->vmin;
    double vmax = isnan(norm->vmax) ? high : norm->vmax;
    if (fp_norm_resolve(ctx, norm, low, high) == FP_OK)
        return 0;
    return vmin > vmax ? crossed(what, norm, vmin, vmax) : fp__message_failure(ctx);
}

static int
resolve(struct fp_context *ctx, struct fp_norm *norm, const struct range *range, const char *what)
{
    bool empty = range->low > range->high;
    return fp__limits_resolve(ctx, norm, empty ? NAN : range->low, empty ? NAN : range->high, what);
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
find_together(struct fp__limits *limits, struct pass *pass)
{
    int failed = limits->scan ? scan(pass, 0, pass->plan->input_count) : 0;
    return failed || fp__signals_came() ? failed
                                        : settle_together(limits, &pass->range, pass->plan);
}

static int
find_each(struct fp__limits *limits, struct pass *pass)
{
    int failed = 0;
    for (size_t i = 0; i < pass->plan->input_count && !failed && !fp__signals_came(); i++) {
        failed = limits->scan ? scan(pass, i, i + 1) : 0;
        if (!failed && !fp__signals_came())
            failed = settle(limits, &pass->range, &pass->plan->inputs[i], pass->plan->ctx);
    }
    return failed;
}

static int
find_in_file(struct fp__limits *limits, struct pass *pass)
{
    struct fp__plan *plan = pass->plan;
    double ends[2] = {NAN, NAN};
    bool each = false;
    int failed = fp__clim_file_read(plan, limits->file, &each, ends);
    if (failed || !each) {
        widen(&pass->range, ends[0], ends[1]);
        return failed ? failed : settle_together(limits, &pass->range, plan);
    }
    limits->scale = FP__SCALE_INPUT;
    for (size_t i = 0; i < plan->input_count && !failed; i++) {
        struct range own = nothing;
        widen(&own, plan->inputs[i].norm.vmin, plan->inputs[i].norm.vmax);
        failed = settle(limits, &own, &plan->inputs[i], plan->ctx);
    }
    return failed;
}

/* --- Shards ----------------------------------------------------------------------------------- */

/* More than this is read once for all shards, and not by each of them: 1 GiB. */
static const double most_scanned = 1073741824;

static double
bytes_of(const struct fp__input *input)
{
    double channels = !input->colored ? 1 : input->has_alpha ? 4 : 3;
    return (double)input->frames * (double)input->height * (double)input->width * channels *
           (double)fp_dtype_size(input->dtype);
}

/* Every shard has the same limits only if it has read the same data. */
static int
check_shard(const struct fp__limits *limits, const struct fp__plan *plan)
{
    if (!limits->scan || plan->shard.count < 2)
        return 0;
    for (size_t i = 0; i < plan->input_count; i++) {
        if (!plan->inputs[i].colored && bytes_of(&plan->inputs[i]) >= most_scanned) {
            return fp__message_error(FP__EXIT_USAGE,
                                     "%s: every shard would read 1 GiB or more for the "
                                     "colour limits" FP__AND_HINT
                                     "give them: --vmin and --vmax, --clim frame, or --clim "
                                     "clim.json after flatplot info --clim p0,p100 FILE… > "
                                     "clim.json",
                                     plan->inputs[i].path);
        }
    }
    return 0;
}

int
fp__limits_find(struct fp__limits *limits, struct fp__plan *plan,
                const struct fp__settings *settings)
{
    struct pass pass = {.plan = plan,
                        .clim = &settings->clim,
                        .keep_going = settings->keep_going,
                        .range = nothing};
    bool one = limits->scale == FP__SCALE_ONE;
    int code = check(limits, plan);
    code = code ? code : check_shard(limits, plan);
    if (code)
        return code;
    plan->options.stop = stop;
    fp_norm_domain(&limits->norm, &pass.above, &pass.below);
    fp__progress_begin(
        &pass.progress, plan->ctx,
        limits->scan ? (enum fp__progress_mode)settings->progress : FP__PROGRESS_NEVER,
        limits->alone ? "limits" : "pass 1 of 2: limits", count_reads(plan, &settings->clim, one));
    code = limits->file ? find_in_file(limits, &pass)
           : one        ? find_together(limits, &pass)
                        : find_each(limits, &pass);
    fp__progress_end(&pass.progress);
    if (!code && fp__signals_came())
        code = FP__EXIT_SIGNAL + fp__signals_came();
    return code;
}
