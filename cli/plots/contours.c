/* SPDX-License-Identifier: MIT */
/* contours.c: levels and colours as lists, for the library to copy. */
#include "cli/plots/contours.h"

#include <math.h>
#include <string.h>

#include "cli/opt/message.h"
#include "cli/plots/words.h"

enum { MOST_LEVELS = 1000 };

void
fp__contours_defaults(void *settings)
{
    struct fp__contour_settings *s = settings;
    fp__plots_defaults(&s->plots);
    s->linewidth = NAN;
}

/* --- Lists ------------------------------------------------------------------------------------ */

/* Numbers with commas between them, and perhaps one behind them; 0: they are none that rise. */
static size_t
parse_levels(const char *text, double *levels, size_t room)
{
    struct fp__words words = {.text = text};
    size_t n = 0;
    while (fp__words_next(&words)) {
        if (!*words.word && !words.text && n > 0)
            return n;
        if (n == room || !fp__numbers_parse(words.word, 0, &levels[n], 1) ||
            (n > 0 && levels[n] <= levels[n - 1]))
            return 0;
        n++;
    }
    return words.too_long ? 0 : n;
}

/* A number alone says how many. */
static bool
is_count(const char *text, double *count)
{
    return fp__numbers_parse(text, 0, count, 1) && *count >= 1 && *count <= MOST_LEVELS &&
           *count == floor(*count);
}

int
fp__read_levels(const struct fp__given *given, void *member)
{
    double levels[MOST_LEVELS];
    *(const char **)member = given->value;
    if (is_count(given->value, levels) || parse_levels(given->value, levels, MOST_LEVELS) > 0)
        return 0;
    return fp__bad_value(given, "neither a number of levels nor levels that rise",
                         "as in --levels 12, or --levels -1,0,0.5");
}

int
fp__read_extend(const struct fp__given *given, void *member)
{
    static const char *const names[] = {[FP_EXTEND_NEITHER] = "neither",
                                        [FP_EXTEND_MIN] = "min",
                                        [FP_EXTEND_MAX] = "max",
                                        [FP_EXTEND_BOTH] = "both"};
    return fp__read_choice(given, member, names, sizeof names / sizeof *names);
}

/* --- Options ---------------------------------------------------------------------------------- */

/* What the options point to. */
struct lists {
    double levels[MOST_LEVELS];
    struct fp_color *colors;
};

static void
choose_levels(struct lists *lists, const char *text, struct fp_contour_options *options)
{
    double count;
    if (text && is_count(text, &count)) {
        options->level_count = (size_t)count;
    } else if (text) {
        options->levels = lists->levels;
        options->level_count = parse_levels(text, lists->levels, MOST_LEVELS);
    }
}

static int
choose_colors(struct lists *lists, const struct fp__panel *panel,
              struct fp_contour_options *options)
{
    const char *text = panel->settings->colors;
    size_t n = text ? fp__words_count(text) : 0;
    if (n == 0)
        return 0;
    lists->colors = fp_alloc_array(n, sizeof *lists->colors);
    if (!lists->colors)
        return fp__message_no_memory();
    for (size_t i = 0; i < n; i++)
        fp__panel_color(panel, i, &lists->colors[i]);
    options->colors = lists->colors;
    options->color_count = n;
    return 0;
}

static int
choose(struct lists *lists, const struct fp__panel *panel, struct fp_contour_options *options)
{
    const struct fp__contour_settings *s = (const struct fp__contour_settings *)panel->settings;
    options->alpha = s->plots.batch.alpha;
    options->extend = (enum fp_extend)s->extend;
    if (s->plots.batch.cmap_name)
        options->cmap = s->plots.batch.cmap;
    if (!isnan(s->linewidth)) {
        options->linewidths = &s->linewidth;
        options->linewidth_count = 1;
    }
    choose_levels(lists, s->levels, options);
    int code = fp__panel_norm(panel, &options->norm);
    return code ? code : choose_colors(lists, panel, options);
}

int
fp__contours_draw(struct fp__panel *panel, fp__contour_fn draw, struct fp_contour **contour)
{
    struct lists *lists = fp_alloc(sizeof *lists);
    struct fp_contour_options options = fp_contour_defaults();
    struct fp__grid grid;
    int code = fp__grid_read(&grid, panel);
    if (!code)
        code = lists ? choose(lists, panel, &options) : fp__message_no_memory();
    if (!code) {
        *contour = draw(panel->ax, grid.x, grid.y, grid.z, &options);
        code = fp__panel_drawn(panel, *contour);
    }
    fp_unref(options.norm.boundaries);
    fp__grid_finish(&grid);
    fp_free(lists ? lists->colors : NULL);
    fp_free(lists);
    return code;
}
