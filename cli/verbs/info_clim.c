/* SPDX-License-Identifier: MIT */
/* info_clim.c: flatplot info --clim. */
#include "cli/verbs/info_clim.h"

#include <math.h>
#include <string.h>

#include "cli/batch/clim_file.h"
#include "cli/batch/set.h"
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

/* --- Names ------------------------------------------------------------------------------------ */

struct search {
    const struct fp__plan *plan;
    const char *path; /* looked for */
    struct fp__set set;
};

static bool
same_path(void *data, size_t input)
{
    const struct search *s = data;
    return strcmp(s->plan->inputs[input].path, s->path) == 0;
}

static int
add_name(struct search *s, size_t input)
{
    s->path = s->plan->inputs[input].path;
    size_t length = strlen(s->path);
    uint64_t hash = fp__hash(s->path, length);
    if (!fp_utf8_valid(s->path, length))
        return fp__clim_file_refuse_bytes(s->path);
    if (fp__set_find(&s->set, hash, same_path, s) != FP__SET_NONE)
        return fp__message_error(FP__EXIT_USAGE,
                                 "%s: is there twice, and its colour limits are told by its "
                                 "name" FP__AND_HINT "name every input once; limits are those of "
                                 "all its frames",
                                 s->path);
    fp__set_add(&s->set, hash, input);
    return 0;
}

/* Limits of each input are found again by its name. */
static int
check_names(const struct fp__plan *plan)
{
    struct search s = {.plan = plan};
    if (!fp__set_init(&s.set, plan->input_count))
        return fp__message_no_memory();
    int failed = 0;
    for (size_t i = 0; i < plan->input_count && !failed; i++)
        failed = plan->inputs[i].colored ? 0 : add_name(&s, i);
    fp__set_finish(&s.set);
    return failed;
}

/* --- Limits ----------------------------------------------------------------------------------- */

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
    int failed = limits->scale == FP__SCALE_INPUT ? check_names(plan) : 0;
    return failed ? failed : fp__limits_find(limits, plan, settings);
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
