/* SPDX-License-Identifier: MIT */
/* limits_tell.c: the words for the colour limits that were used. */
#include <math.h>

#include "cli/batch/limits.h"
#include "cli/batch/names.h"
#include "cli/opt/message.h"

/* More lines than this would bury the summary. */
enum { MOST_TOLD = 8 };

static void
append_ends(struct fp_text *line, const char *between, double vmin, double vmax)
{
    if (isnan(vmin) || isnan(vmax)) {
        fp_text_append(line, ": no finite value");
        return;
    }
    fp_text_append(line, between);
    fp_text_append_number(line, vmin);
    fp_text_append(line, " … ");
    fp_text_append_number(line, vmax);
}

void
fp__limits_append(const struct fp__limits *limits, struct fp_text *line)
{
    switch (limits->scale) {
    case FP__SCALE_NONE:
        break;
    case FP__SCALE_ONE:
        fp_text_append(line, " · colour limits");
        append_ends(line, " ", limits->norm.vmin, limits->norm.vmax);
        break;
    case FP__SCALE_INPUT:
        fp_text_append(line, " · colour limits of each input");
        break;
    case FP__SCALE_FRAME:
        fp_text_append(line, " · colour limits of each frame");
        break;
    }
}

static void
tell_input(const struct fp__input *input)
{
    struct fp_text line = {0};
    struct fp__values values = fp__values_of(&(struct fp__item){.input = input});
    fp_text_append(&line, "colour limits of ");
    fp_text_append_bytes(&line, values.stem, values.stem_length);
    append_ends(&line, ": ", input->norm.vmin, input->norm.vmax);
    fp__message_note("%s", fp_text_string(&line));
    fp_text_finish(&line);
}

void
fp__limits_tell(const struct fp__limits *limits, const struct fp__plan *plan, bool all)
{
    size_t scalar = 0;
    if (limits->scale != FP__SCALE_INPUT)
        return;
    for (size_t i = 0; i < plan->input_count; i++) {
        if (!plan->inputs[i].colored && (++scalar <= MOST_TOLD || all))
            tell_input(&plan->inputs[i]);
    }
    if (scalar > MOST_TOLD && !all)
        fp__message_note("colour limits of %zu more inputs: -v tells them", scalar - MOST_TOLD);
}
