/* SPDX-License-Identifier: MIT */
/* colormaps.c: the verb colormaps: which there are, and what they look like. */
#include "cli/verbs/colormaps.h"

#include "cli/exit.h"
#include "cli/opt/format.h"
#include "cli/opt/message.h"
#include "cli/opt/stdout.h"
#include "cli/opt/values.h"
#include "cli/verbs/verb.h"
#include "flatplot/output.h"
#include "flatplot/text.h"

struct settings {
    const char *output;
};

static const struct fp__option rows[] = {
    {.name = "output",
     .letter = 'o',
     .brief = true,
     .argument = "FILE",
     .read = fp__read_bytes,
     .member = offsetof(struct settings, output),
     .help = "draw them all instead: swatches.png"},
};

static void
append_group(struct fp_text *out, const struct fp__colormap_group *group)
{
    fp_text_append_format(out, "%s\n", group->title);
    for (size_t i = 0; i < group->count; i++) {
        const struct fp__colormap_entry *e = &group->entries[i];
        const char *marks = e->uniform && e->safe ? "uniform safe"
                            : e->uniform          ? "uniform"
                            : e->safe             ? "        safe"
                                                  : "";
        fp_text_append_format(out, *marks ? "  %-16s  %s\n" : "  %s%s\n", e->name, marks);
    }
}

static int
list(void)
{
    struct fp_text text = {0};
    for (size_t i = 0; i < FP__COLORMAP_GROUPS; i++) {
        fp_text_append(&text, i > 0 ? "\n" : "");
        append_group(&text, &fp__colormap_groups[i]);
    }
    return fp__stdout_print(&text);
}

static int
draw(struct fp_context *ctx, const char *path)
{
    const char *format;
    int failed = fp__format_by_ending(path, &format);
    if (failed)
        return failed;
    struct fp_figure *figure = fp_figure_create(ctx);
    enum fp_status status = figure ? fp__swatches_draw(ctx, figure) : FP_ERR_MEMORY;
    if (status == FP_OK)
        status = fp_figure_save_as(figure, format, path);
    fp_unref(figure);
    return status == FP_OK ? 0 : fp__message_failure(ctx);
}

static int
run(struct fp_context *ctx, const struct fp__common *common, void *settings)
{
    const struct settings *s = settings;
    if (common->input_count > 0) {
        return fp__message_error(FP__EXIT_USAGE,
                                 "colormaps: it takes no input, and %s was given" FP__AND_HINT
                                 "flatplot imshow FILE.npy --cmap NAME -o FILE.png",
                                 common->inputs[0]);
    }
    return s->output ? draw(ctx, s->output) : list();
}

const struct fp__verb fp__verb_colormaps = {
    .name = "colormaps",
    .usage = "[-o FILE]",
    .summary = "which colormaps there are, by kind; or a picture of them",
    .examples = {"flatplot colormaps", "flatplot colormaps -o swatches.png"},
    .notes = "_r behind a name reverses the map. uniform: equal steps of the value look like\n"
             "equal steps. safe: the colours can be told apart, and put in their order by\n"
             "lightness, with every kind of colour vision.\n",
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .run = run,
};
