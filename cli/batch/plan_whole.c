/* SPDX-License-Identifier: MIT */
/* plan_whole.c: plans of inputs that are drawn whole, and not frame by frame. */
#include <string.h>

#include "cli/batch/plan.h"
#include "cli/opt/message.h"
#include "cli/opt/place.h"

/* FILE:MEMBER, told apart as the library does it when it opens the input: at the last colon that
 * stands behind the name of a file, unless the whole is one. */
static int
find_names(struct fp__input *input)
{
    struct fp__identity identity;
    struct fp_text file = {0};
    size_t n = fp__identify(input->path, &identity) ? 0 : strlen(input->path);
    bool found = false;
    while (n > 1 && !found) {
        if (input->path[--n] != ':')
            continue;
        fp_text_clear(&file);
        fp_text_append_bytes(&file, input->path, n);
        found = fp__identify(fp_text_string(&file), &identity);
    }
    fp_text_finish(&file);
    return found ? fp__input_name(input, input->path, n, input->path + n + 1) : 0;
}

int
fp__plan_make_whole(struct fp__plan *plan, struct fp_context *ctx, const char *const *paths,
                    size_t count)
{
    *plan = (struct fp__plan){.ctx = ctx, .options = fp_frames_defaults(), .each = 1};
    plan->inputs = fp_alloc_array(count, sizeof *plan->inputs);
    plan->runs = fp_alloc_array(count, sizeof *plan->runs);
    if (!plan->inputs || !plan->runs)
        return fp__message_no_memory();
    int code = 0;
    for (size_t i = 0; i < count && !code; i++) {
        plan->inputs[i] =
            (struct fp__input){.path = paths[i], .frames = 1, .run = i, .first = i, .count = 1};
        plan->runs[i] = (struct fp__frame_run){.step = 1, .count = 1};
        code = find_names(&plan->inputs[i]);
    }
    plan->input_count = plan->given = plan->run_count = plan->run_room = count;
    plan->total = plan->unselected = count;
    return code;
}
