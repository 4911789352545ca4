/* SPDX-License-Identifier: MIT */
/* hist.c: the verb hist: how many values of columns fall into each of several bins. */
#include <math.h>
#include <string.h>

#include "cli/exit.h"
#include "cli/opt/message.h"
#include "cli/plots/bins.h"
#include "cli/verbs/verb.h"
#include "flatplot/bars.h"

struct settings {
    struct fp__plots plots;
    const char *bins; /* NULL: not given */
    struct fp__limits_choice range;
    bool density;
    bool cumulative;
    bool stacked;
    int histtype; /* enum fp_histtype */
};

enum { WEIGHTS }; /* of fp__plots.others */

/* Of filled histograms that lie on each other. */
#define SEVERAL_ALPHA 0.5

static int
read_histtype(const struct fp__given *given, void *member)
{
    static const char *const names[] = {
        [FP_HIST_BAR] = "bar", [FP_HIST_STEP] = "step", [FP_HIST_STEPFILLED] = "stepfilled"};
    return fp__read_choice(given, member, names, sizeof names / sizeof *names);
}

static const struct fp__option rows[] = {
    FP__PLOT_OUTPUT_ROWS,
    FP__PLOT_Y_ROW,
    {.name = "bins",
     .brief = true,
     .argument = "BINS",
     .read = fp__read_bins,
     .member = offsetof(struct settings, bins),
     .help = "how many (10), a rule (auto, fd or sturges), or their edges: 0,1,2,5"},
    {.name = "range",
     .argument = "FROM,TO",
     .read = fp__read_places,
     .member = offsetof(struct settings, range),
     .help = "where the first bin begins and the last one ends; what lies outside is left out"},
    {.name = "density",
     .brief = true,
     .read = fp__read_flag,
     .member = offsetof(struct settings, density),
     .help = "the area of each histogram is 1"},
    {.name = "cumulative",
     .read = fp__read_flag,
     .member = offsetof(struct settings, cumulative),
     .help = "each bin counts those before it, too"},
    {.name = "stacked",
     .read = fp__read_flag,
     .member = offsetof(struct settings, stacked),
     .help = "histograms of several columns stand on each other, instead of beside each other"},
    {.name = "histtype",
     .argument = "LOOK",
     .read = read_histtype,
     .member = offsetof(struct settings, histtype),
     .help = "bar, step (an outline) or stepfilled"},
    {.name = "weights",
     .argument = "COLUMN",
     .read = fp__read_bytes,
     .member = offsetof(struct settings, plots.others[WEIGHTS]),
     .help = "a column that tells what each value counts"},
    FP__PLOT_COLORS_ROW,
    {.name = "alpha",
     .argument = "A",
     .read = fp__read_alpha,
     .member = offsetof(struct fp__settings, alpha),
     .help = "from 0, nothing is seen, to 1; without it, 0.5 for filled ones that overlap"},
    FP__PLOT_ROWS,
};

static void
defaults(void *settings)
{
    struct settings *s = settings;
    fp__plots_defaults(&s->plots);
    s->plots.batch.alpha = NAN;
}

/* Of several inputs they do, and of several columns unless bars stand beside or on each other. */
static bool
overlap(const struct fp__panel *panel, const struct settings *s)
{
    return panel->several ||
           (panel->columns.count > 1 && s->histtype == FP_HIST_STEPFILLED && !s->stacked);
}

static double
choose_alpha(const struct fp__panel *panel, const struct settings *s)
{
    if (!isnan(s->plots.batch.alpha))
        return s->plots.batch.alpha;
    return overlap(panel, s) && s->histtype != FP_HIST_STEP ? SEVERAL_ALPHA : 1;
}

static int
read_weights(struct fp__panel *panel, const char *column, struct fp_histogram_options *bins)
{
    if (!column)
        return 0;
    if (!bins->edges && bins->rule != FP_BINS_COUNT)
        return fp__message_error(FP__EXIT_USAGE,
                                 "--bins: no rule finds the bins of weighted values" FP__AND_HINT
                                 "give a number of bins, or their edges");
    return fp__panel_column(panel, column, &bins->weights);
}

/* What all columns of the input have in common. */
static int
choose(struct fp__panel *panel, struct fp_hist_options *options)
{
    const struct settings *s = (const struct settings *)panel->settings;
    *options = fp_hist_defaults();
    options->histtype = (enum fp_histtype)s->histtype;
    options->bars.alpha = choose_alpha(panel, s);
    if (s->range.given) {
        options->bins.range[0] = fmin(s->range.ends[0], s->range.ends[1]);
        options->bins.range[1] = fmax(s->range.ends[0], s->range.ends[1]);
    }
    int code = fp__bins_choose(panel, s->bins, &options->bins);
    options->bins.density = s->density;
    options->bins.cumulative = s->cumulative;
    options->stacked = s->stacked;
    return code ? code : read_weights(panel, s->plots.others[WEIGHTS], &options->bins);
}

/* The columns of an input, which share their bins. */
struct drawing {
    struct fp_hist_options options;
    struct fp_hist_set *sets;
    struct fp_text *labels;
    struct fp_bars **bars;
    size_t n;
};

static int
reserve(struct drawing *d, size_t n)
{
    d->sets = fp_alloc_array(n, sizeof *d->sets);
    d->labels = fp_alloc_array(n, sizeof *d->labels);
    d->bars = fp_alloc_array(n, sizeof *d->bars);
    return d->sets && d->labels && d->bars ? 0 : fp__message_no_memory();
}

static void
finish(struct drawing *d)
{
    for (size_t i = 0; i < d->n; i++) {
        fp_unref(d->sets[i].values);
        fp_text_finish(&d->labels[i]);
    }
    fp_free(d->sets);
    fp_free(d->labels);
    fp_free(d->bars);
    fp_unref(d->options.bins.edges);
    fp_unref(d->options.bins.weights);
}

static int
take_column(struct fp__panel *panel, const struct fp__series *series)
{
    struct drawing *d = panel->own;
    struct fp_hist_set *set = &d->sets[series->i];
    struct fp_text *label = &d->labels[series->i];
    d->n++;
    set->values = fp_ref(series->y);
    set->weights = d->options.bins.weights;
    set->has_color = fp__panel_color(panel, series->i, &set->color);
    if (series->label) {
        fp_text_append(label, series->label);
        set->label = fp_text_string(label);
    }
    return label->failed ? fp__message_no_memory() : 0;
}

static int
put(const struct fp__panel *panel, const struct drawing *d)
{
    fp_axes_hist_sets(panel->ax, d->sets, d->n, &d->options, d->bars, NULL, NULL);
    return fp__panel_drawn(panel, d->bars[0]);
}

static int
draw(struct fp__panel *panel)
{
    struct drawing d = {.n = 0};
    int code = choose(panel, &d.options);
    panel->own = &d;
    code = code ? code : reserve(&d, panel->columns.count);
    code = code ? code : fp__panel_each(panel, take_column);
    code = code ? code : put(panel, &d);
    finish(&d);
    return code;
}

static const struct fp__plot_kind kind = {.no_x = true, .draw = draw};

const struct fp__verb fp__verb_hist = {
    .name = "hist",
    .usage = "[OPTIONS] INPUT… -o OUTPUT",
    .summary = "how many values fall into each of several bins",
    .examples = {"flatplot hist data.csv -y height --bins auto -o p.png",
                 "flatplot hist runs.csv -y a,b -o p.png --bins 50 --density --stacked"},
    .notes = FP__PLOT_NOTES,
    .options = FP__OPTION_TABLE(rows),
    .settings_size = sizeof(struct settings),
    .defaults = defaults,
    .plot = &kind,
};
