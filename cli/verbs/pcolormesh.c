/* SPDX-License-Identifier: MIT */
/* pcolormesh.c: the verb pcolormesh: a matrix or a grid as coloured cells. */
#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/plots/grid.h"
#include "cli/verbs/verb.h"
#include "flatplot/fields.h"

struct settings {
    struct fp__plots plots;
    int shading; /* enum fp_shading */
    struct fp__color_choice edgecolor;
};

static int
read_shading(const struct fp__given *given, void *member)
{
    static const char *const names[] = {
        [FP_SHADING_AUTO] = "auto", [FP_SHADING_FLAT] = "flat", [FP_SHADING_NEAREST] = "nearest"};
    return fp__read_choice(given, member, names, sizeof names / sizeof *names);
}

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__GRID_ROWS,
    {.name = "shading",
     .argument = "KIND",
     .read = read_shading,
     .member = offsetof(struct settings, shading),
     .help = "points are the cells' corners (flat), their middles (nearest), or what fits (auto)"},
    {.name = "edgecolor",
     .argument = "COLOR",
     .read = fp__read_color,
     .member = offsetof(struct settings, edgecolor),
     .help = "colour of the lines around cells; without it, there are none"},
    FP__PLOT_ALPHA_ROW,
    FP__PLOT_VALUE_ROWS,
    FP__PLOT_ROWS,
};

static void
defaults(void *settings)
{
    struct settings *s = settings;
    fp__plots_defaults(&s->plots);
    s->shading = FP_SHADING_AUTO;
}

static int
choose(const struct fp__panel *panel, struct fp_pcolormesh_options *options)
{
    const struct settings *s = (const struct settings *)panel->settings;
    options->shading = (enum fp_shading)s->shading;
    options->alpha = s->plots.batch.alpha;
    options->has_edgecolor = s->edgecolor.given;
    options->edgecolor = s->edgecolor.color;
    if (s->plots.batch.cmap_name)
        options->cmap = s->plots.batch.cmap;
    return fp__panel_norm(panel, &options->norm);
}

static int
check(const struct settings *s)
{
    if (s->shading != FP_SHADING_FLAT || !s->plots.others[FP__GRID_Z])
        return 0;
    return fp__message_error(
        FP__EXIT_USAGE, "--shading flat: -z has values at points, not between them" FP__AND_HINT
                        "leave it away; a matrix without -z has flat cells");
}

static int
draw(struct fp__panel *panel)
{
    struct fp_pcolormesh_options options = fp_pcolormesh_defaults();
    struct fp_mesh *mesh = NULL;
    struct fp__grid grid;
    int code = check((const struct settings *)panel->settings);
    if (code)
        return code;
    code = fp__grid_read(&grid, panel);
    code = code ? code : choose(panel, &options);
    if (!code) {
        mesh = fp_axes_pcolormesh(panel->ax, grid.x, grid.y, grid.z, &options);
        code = fp__panel_drawn(panel, mesh);
    }
    fp_unref(options.norm.boundaries);
    fp__grid_finish(&grid);
    return code ? code : fp__grid_colorbar(panel, mesh);
}

static const struct fp__plot_kind kind = {.alone = true, .grid = true, .draw = draw};

const struct fp__verb fp__verb_pcolormesh = {
    .name = "pcolormesh",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "a matrix or a grid as coloured cells",
    .examples = {"flatplot pcolormesh points.csv -x lon -y lat -z pressure -o p.png",
                 "flatplot pcolormesh spectrum.npy -o p.png --norm log --colorbar=power"},
    .notes = FP__GRID_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .plot = &kind,
};
