/* SPDX-License-Identifier: MIT */
/* lines.c: formats, colours and widths of lines. */
#include "cli/plots/lines.h"

#include "cli/opt/message.h"
#include "cli/plots/words.h"

void
fp__lines_defaults(void *settings)
{
    struct fp__lines *lines = settings;
    fp__plots_defaults(&lines->plots);
    lines->linewidth = fp_plot_defaults().linewidth;
}

int
fp__read_steps(const struct fp__given *given, void *member)
{
    static const char *const names[] = {"pre", "mid", "post"};
    int failed = fp__read_choice(given, member, names, 3);
    *(int *)member += FP_STEPS_PRE;
    return failed;
}

int
fp__read_fmt(const struct fp__given *given, void *member)
{
    struct fp__words words = {.text = given->value};
    struct fp_plot_options options = fp_plot_defaults();
    *(const char **)member = given->value;
    while (fp__words_next(&words)) {
        if (fp_plot_format_parse(given->ctx, words.word, &options) != FP_OK)
            return fp__message_failure(given->ctx);
    }
    return words.too_long ? fp__bad_value(given, "no format is that long", "as in r--o,b:") : 0;
}

void
fp__lines_choose(const struct fp__panel *panel, const struct fp__series *series,
                 struct fp_plot_options *options)
{
    const struct fp__lines *lines = (const struct fp__lines *)panel->settings;
    struct fp__words words;
    if (lines->fmt && fp__words_at(&words, lines->fmt, panel->first + series->i))
        fp_plot_format_parse(panel->ctx, words.word, options);
    if (fp__panel_color(panel, series->i, &options->color))
        options->has_color = true;
    options->linewidth = lines->linewidth;
    options->label = series->label;
}

int
fp__lines_draw(struct fp__panel *panel, const struct fp__series *series,
               enum fp_drawstyle drawstyle)
{
    struct fp_plot_options options = fp_plot_defaults();
    options.drawstyle = drawstyle;
    fp__lines_choose(panel, series, &options);
    return fp__panel_drawn(panel, fp_axes_plot(panel->ax, series->x, series->y, &options));
}
