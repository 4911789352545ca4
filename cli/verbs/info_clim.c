/* SPDX-License-Identifier: MIT */
/* info_clim.c: flatplot info --clim. */
#include "cli/verbs/info_clim.h"

#include <math.h>

#include "cli/batch/clim_file.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/signals.h"
#include "cli/opt/stdout.h"

static int
refuse(const struct fp__clim_choice *clim, const char *what)
{
    return fp__message_error(FP__EXIT_USAGE,
                             "--clim %s: %s" FP__AND_HINT
                             "--clim auto, all, input, or percentiles: --clim p2,p98",
                             clim->text, what);
}

static int
check(const struct fp__clim_choice *clim)
{
    switch (clim->kind) {
    case FP__CLIM_FRAME:
        return refuse(clim, "limits of each frame are found when it is drawn");
    case FP__CLIM_FIXED:
    case FP__CLIM_FILE:
        return refuse(clim, "these limits are known already");
    default:
        return 0;
    }
}

/* One picture is looked at here, too: nobody draws it. */
static int
find(struct fp__limits *limits, struct fp__plan *plan, const struct fp__settings *settings)
{
    *limits = fp__limits_choose(plan, settings);
    limits->alone = true;
    if (limits->scale == FP__SCALE_NONE) {
        return fp__message_error(FP__EXIT_INPUT,
                                 "%s: has its own colours and no colour limits" FP__AND_HINT
                                 "--channel-axis and --frame-axis tell which axis is which",
                                 plan->inputs->path);
    }
    if (limits->scale == FP__SCALE_FRAME) {
        limits->scale = FP__SCALE_ONE;
        limits->scan = true;
    }
    return fp__limits_find(limits, plan, settings);
}

static int
print(const struct fp__limits *limits, const struct fp__plan *plan, const char *text)
{
    struct fp_text out = {0};
    fp__clim_file_append(limits, plan, text, &out);
    int code = out.failed ? fp__message_no_memory() : 0;
    if (!code)
        fp__stdout_write(fp_text_string(&out), out.length);
    fp_text_finish(&out);
    return code;
}

static int
find_and_print(struct fp__plan *plan, const struct fp__settings *settings)
{
    struct fp__signals signals;
    struct fp__limits limits;
    fp__signals_catch(&signals);
    int code = find(&limits, plan, settings);
    if (code == 0) {
        code = print(&limits, plan, settings->clim.text);
    } else if (code >= FP__EXIT_SIGNAL) {
        fp__message_error(code, "stopped before the colour limits were known");
    }
    fp__signals_restore(&signals);
    return code;
}

int
fp__info_clim(struct fp_context *ctx, const struct fp__settings *settings,
              const struct fp__inputs *inputs)
{
    struct fp__plan plan = {.ctx = ctx};
    int code = check(&settings->clim);
    code =
        code ? code
             : fp__plan_make(&plan, ctx, &settings->open, inputs->paths, inputs->count, NULL, NULL);
    code = code ? code : find_and_print(&plan, settings);
    fp__plan_finish(&plan);
    return code;
}
