/* SPDX-License-Identifier: MIT */
/* resume.c: name after name. */
#include "cli/batch/resume.h"

#include "cli/batch/stamp.h"
#include "cli/batch/traits.h"
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"
#include "cli/opt/signals.h"
#include "flatplot/output.h"

static bool
name_picture(const struct fp__plan *plan, const struct fp__names *names, size_t picture,
             struct fp_text *name)
{
    fp_text_clear(name);
    fp__names_append_picture(names, plan, fp__plan_picture(plan, picture), name);
    return !name->failed && name->length > 0;
}

static void
look(struct fp__survey *survey, const struct fp__drawing *drawing, const struct fp__plan *plan,
     size_t index, const char *name)
{
    char found[FP__STAMP_ROOM];
    bool there;
    size_t left = plan->total - index;
    bool stamped = fp__stamp_find(plan->ctx, name, found, &there);
    if (!there)
        return;
    struct fp__stamp stamp = {.options = fp__traits_of_picture(
                                  drawing, plan, index, left < plan->each ? left : plan->each)};
    survey->there++;
    survey->stale += !stamped || !fp__stamp_begins(&stamp, found);
}

int
fp__survey(struct fp__survey *survey, const struct fp__drawing *drawing,
           const struct fp__plan *plan, const struct fp__names *names)
{
    struct fp_text name = {0};
    *survey = (struct fp__survey){0};
    for (size_t i = 0; i < fp__plan_pictures(plan) && !fp__signals_came() && !name.failed; i++) {
        if (name_picture(plan, names, i, &name))
            look(survey, drawing, plan, fp__plan_picture(plan, i), fp_text_string(&name));
    }
    int code = name.failed          ? fp__message_no_memory()
               : fp__signals_came() ? FP__EXIT_SIGNAL + fp__signals_came()
                                    : 0;
    fp_text_finish(&name);
    return code;
}

void
fp__survey_append(const struct fp__survey *survey, const struct fp__plan *plan,
                  struct fp_text *line)
{
    fp_text_append_format(line, "%zu of %zu %s there", survey->there, fp__plan_pictures(plan),
                          survey->there == 1 ? "is" : "are");
    if (survey->stale > 0)
        fp_text_append_format(line,
                              "; %zu of them %s made with other options or limits or by another "
                              "version, and will be drawn again",
                              survey->stale, survey->stale > 1 ? "were" : "was");
}

int
fp__refuse_existing(const struct fp__plan *plan, const struct fp__names *names)
{
    struct fp_text name = {0};
    struct fp__identity identity;
    int code = 0;
    for (size_t i = 0; i < fp__plan_pictures(plan) && !code && !name.failed; i++) {
        if (name_picture(plan, names, i, &name) && fp__identify(fp_text_string(&name), &identity))
            code = fp__message_error(FP__EXIT_OUTPUT,
                                     "%s: is there already, and --no-clobber is given" FP__AND_HINT
                                     "--skip-existing draws only what is missing",
                                     fp_text_string(&name));
    }
    code = name.failed ? fp__message_no_memory() : code;
    fp_text_finish(&name);
    return code;
}

void
fp__sweep(const struct fp__plan *plan, const struct fp__names *names)
{
    struct fp_text name = {0};
    for (size_t i = 0; i < fp__plan_pictures(plan) && !name.failed; i++) {
        if (name_picture(plan, names, i, &name) && !fp__is_device(fp_text_string(&name)))
            fp_file_sweep(plan->ctx, fp_text_string(&name));
    }
    fp_text_finish(&name);
}
