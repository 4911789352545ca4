/* SPDX-License-Identifier: MIT */
/* look.c: from the settings to the colours of one frame. */
#include "cli/batch/look.h"

#include <math.h>

#include "cli/opt/message.h"
#include "flatplot/text.h"

struct fp_imshow_options
fp__look_options(const struct fp__settings *s, const struct fp__input *input)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    options.interpolation = s->interpolation.kind;
    if (input->colored)
        return options;
    options.cmap = s->cmap_name ? s->cmap : options.cmap;
    options.bad = s->bad.given ? s->bad.color : options.bad;
    options.under = s->under.color;
    options.has_under = s->under.given;
    options.over = s->over.color;
    options.has_over = s->over.given;
    return options;
}

/* The options that pictures with their own colours leave unused; none when there are none. */
static void
list_unused(const struct fp__settings *s, struct fp_text *line)
{
    const struct {
        bool given;
        const char *name;
    } options[] = {
        {s->cmap_name, "cmap"},    {s->norm_name, "norm"},  {!isnan(s->vmin), "vmin"},
        {!isnan(s->vmax), "vmax"}, {s->clim.text, "clim"},  {s->bad.given, "bad"},
        {s->under.given, "under"}, {s->over.given, "over"}, {s->colorbar, "colorbar"},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (options[i].given)
            fp_text_append_format(line, " --%s", options[i].name);
    }
}

void
fp__look_warn(const struct fp__settings *settings, const struct fp__plan *plan)
{
    const struct fp__input *input = plan->inputs;
    const struct fp__input *end = input + plan->input_count;
    struct fp_text unused = {0};
    while (input < end && !input->colored)
        input++;
    list_unused(settings, &unused);
    if (input < end && unused.length > 0) {
        fp__message_warning("%s has its own colours:%s ignored", input->path,
                            fp_text_string(&unused));
    }
    fp_text_finish(&unused);
}
