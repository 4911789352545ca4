/* SPDX-License-Identifier: MIT */
/* contourf.c: the verb contourf: filled areas between levels of a matrix or a grid. */
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/plots/contours.h"
#include "cli/verbs/verb.h"

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__GRID_ROWS,
    FP__LEVELS_ROW,
    {.name = "extend",
     .brief = true,
     .argument = "ENDS",
     .read = fp__read_extend,
     .member = offsetof(struct fp__contour_settings, extend),
     .help = "also fill below all levels (min), above them (max) or both: neither"},
    FP__LEVEL_COLORS_ROW,
    FP__PLOT_ALPHA_ROW,
    FP__PLOT_VALUE_ROWS,
    FP__PLOT_ROWS,
};

/* "1," is one level, which has no other to lie an area between. */
static int
check(const char *levels)
{
    const char *comma = levels ? strchr(levels, ',') : NULL;
    if (!comma || comma[1])
        return 0;
    return fp__message_error(FP__EXIT_USAGE,
                             "--levels %s: areas lie between levels, and this is one" FP__AND_HINT
                             "give two or more: --levels 0,1",
                             levels);
}

static int
draw(struct fp__panel *panel)
{
    struct fp_contour *contour = NULL;
    int code = check(((const struct fp__contour_settings *)panel->settings)->levels);
    code = code ? code : fp__contours_draw(panel, fp_axes_contourf, &contour);
    return code ? code : fp__grid_colorbar(panel, contour);
}

static const struct fp__plot_kind kind = {.alone = true, .grid = true, .draw = draw};

const struct fp__verb fp__verb_contourf = {
    .name = "contourf",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "filled areas between levels of a matrix or a grid",
    .examples = {"flatplot contourf height.npy -o p.png --cmap magma --extend both",
                 "flatplot contourf points.csv -z pressure -o p.png --levels -1,0,1,2"},
    .notes = FP__GRID_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct fp__contour_settings),
    .defaults = fp__contours_defaults,
    .plot = &kind,
};
