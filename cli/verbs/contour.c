/* SPDX-License-Identifier: MIT */
/* contour.c: the verb contour: lines of one value through a matrix or a grid. */
#include "cli/opt/message.h"
#include "cli/plots/contours.h"
#include "cli/verbs/verb.h"

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__GRID_ROWS,
    FP__LEVELS_ROW,
    {.name = "clabel",
     .brief = true,
     .optional = true,
     .argument = "FORMAT",
     .read = fp__read_text,
     .member = offsetof(struct fp__contour_settings, clabel),
     .help = "levels are written on their lines, as in --clabel or --clabel={x:.1f}"},
    {.name = "linewidth",
     .argument = "POINTS",
     .read = fp__read_positive,
     .member = offsetof(struct fp__contour_settings, linewidth),
     .help = "width of lines: 1.5"},
    FP__LEVEL_COLORS_ROW,
    FP__PLOT_ALPHA_ROW,
    FP__PLOT_VALUE_ROWS,
    FP__PLOT_ROWS,
};

/* One colour needs no colorbar, and labels tell the levels without. */
static int
draw(struct fp__panel *panel)
{
    const struct fp__contour_settings *s = (const struct fp__contour_settings *)panel->settings;
    struct fp_clabel_options labels = fp_clabel_defaults();
    struct fp_contour *contour = NULL;
    int code = fp__contours_draw(panel, fp_axes_contour, &contour);
    if (code || !s->clabel)
        return code || s->plots.colors ? code : fp__grid_colorbar(panel, contour);
    labels.format = *s->clabel ? s->clabel : NULL;
    return fp_contour_label(contour, &labels) == FP_OK ? 0 : fp__message_failure(panel->ctx);
}

static const struct fp__plot_kind kind = {.alone = true, .grid = true, .draw = draw};

const struct fp__verb fp__verb_contour = {
    .name = "contour",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "lines of one value through a matrix or a grid",
    .examples = {"flatplot contour height.npy -o p.png --levels 12 --clabel",
                 "flatplot contour points.csv -x lon -y lat -z pressure -o p.png"},
    .notes = FP__GRID_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct fp__contour_settings),
    .defaults = fp__contours_defaults,
    .plot = &kind,
};
