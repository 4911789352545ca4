/* SPDX-License-Identifier: MIT */
/* hist.c: histograms: bars over what was counted. */
#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "plots/hist_counts.h"
#include "plots/outline.h"

struct fp_hist_options
fp_hist_defaults(void)
{
    return (struct fp_hist_options){.bins = fp_histogram_defaults(), .bars = fp_bar_defaults()};
}

/* --- where bars are --------------------------------------------------------------------------- */

/* What is drawn, row by row: a view of each row becomes an array of the set's bars. */
struct drawing {
    struct fp_axes *ax;
    const struct fp_hist_options *options;
    const struct fp__counts *counts;
    struct fp_array *widths;  /* (bins,): of a bar */
    struct fp_array *places;  /* (sets, bins): the middles of bars; NULL for outlines */
    struct fp_array *heights; /* (sets, bins) */
};

static struct fp_array *
wrap(const struct drawing *d, double *numbers, size_t rows)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (size_t[]){rows, d->counts->bins});

    return fp_array_wrap(d->ax->base.ctx, numbers, &layout, fp_free, numbers);
}

static struct fp_array *
view_row(const struct drawing *d, struct fp_array *rows, size_t i)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &d->counts->bins);

    return fp_array_view(rows, (ptrdiff_t)(i * d->counts->bins * sizeof(double)), &layout);
}

static double *
reserve(const struct drawing *d, size_t rows)
{
    double *numbers = fp_alloc_array(rows * d->counts->bins, sizeof *numbers);

    if (!numbers)
        fp__fail_memory(d->ax->base.ctx, "a histogram");
    return numbers;
}

static bool
are_beside(const struct drawing *d)
{
    return d->options->histtype == FP_HIST_BAR && !d->options->stacked;
}

/* How much of a bin all bars in it take. */
static double
find_share(const struct drawing *d)
{
    return are_beside(d) && d->counts->sets > 1 ? .8 : 1;
}

static struct fp_array *
find_widths(const struct drawing *d)
{
    const double *edges = fp_array_data(d->counts->edges);
    double *widths = reserve(d, 1);

    for (size_t i = 0; widths && i < d->counts->bins; i++)
        widths[i] = find_share(d) * (edges[i + 1] - edges[i]) /
                    (are_beside(d) ? (double)d->counts->sets : 1);
    return widths ? wrap(d, widths, 1) : NULL;
}

/* In matplotlib's order of sums, to the last bit. */
static void
find_places_in_bin(const struct drawing *d, const double *edges, size_t bin, double *places)
{
    double width = edges[bin + 1] - edges[bin], sets = (double)d->counts->sets;
    double by = are_beside(d) ? -.5 * find_share(d) * width * (1 - 1 / sets) : 0;

    by += .5 * width;
    for (size_t i = 0; i < d->counts->sets; i++) {
        places[i * d->counts->bins + bin] = edges[bin] + by;
        by += are_beside(d) ? find_share(d) * width / sets : 0;
    }
}

static struct fp_array *
find_places(const struct drawing *d)
{
    double *places = reserve(d, d->counts->sets);

    for (size_t i = 0; places && i < d->counts->bins; i++)
        find_places_in_bin(d, fp_array_data(d->counts->edges), i, places);
    return places ? wrap(d, places, d->counts->sets) : NULL;
}

/* Stacked, each stands on the one before it. */
static struct fp_array *
find_heights(const struct drawing *d)
{
    const double *tops = fp_array_data(d->counts->tops);
    size_t bins = d->counts->bins, n = d->counts->sets * bins;
    double *heights;

    if (!d->options->stacked)
        return fp_ref(d->counts->tops);
    heights = reserve(d, d->counts->sets);
    for (size_t i = 0; heights && i < n; i++)
        heights[i] = tops[i] - (i < bins ? 0 : tops[i - bins]);
    return heights ? wrap(d, heights, d->counts->sets) : NULL;
}

static bool
begin(struct drawing *d)
{
    d->heights = find_heights(d);
    d->widths = d->heights ? find_widths(d) : NULL;
    d->places = d->widths && d->options->histtype == FP_HIST_BAR ? find_places(d) : NULL;
    return d->widths && (d->places || d->options->histtype != FP_HIST_BAR);
}

static void
finish(struct drawing *d)
{
    fp_unref(d->heights);
    fp_unref(d->widths);
    fp_unref(d->places);
}

/* --- one set after the other ------------------------------------------------------------------ */

static struct fp_bar_options
find_look(const struct drawing *d, const struct fp_hist_set *set)
{
    struct fp_bar_options look = d->options->bars;

    look.bottoms = NULL;
    look.bottom = 0;
    look.at_edge = !d->places;
    look.colors = NULL;
    look.label = set->label;
    if (set->has_color) {
        look.has_color = true;
        look.color = set->color;
    }
    return look;
}

static struct fp_bars *
put_set(const struct drawing *d, size_t i, const struct fp_hist_set *set, size_t color)
{
    static const struct fp__artist_class *const classes[] = {[FP_HIST_BAR] = &fp__bars_class,
                                                             [FP_HIST_STEP] = &fp__outline_class,
                                                             [FP_HIST_STEPFILLED] =
                                                                 &fp__outline_filled_class};
    const struct fp__style *style = fp__style_of(d->ax->body);
    bool stands = d->options->stacked && i > 0;
    struct fp_bar_options look = find_look(d, set);
    struct fp_array *heights = view_row(d, d->heights, i);
    struct fp_array *places =
        view_row(d, d->places ? d->places : d->counts->edges, d->places ? i : 0);
    struct fp_bars *bars = NULL;

    look.widths = view_row(d, d->widths, 0);
    look.bottoms = stands ? view_row(d, d->counts->tops, i - 1) : NULL;
    if (heights && places && look.widths && (look.bottoms || !stands))
        bars = fp__bars_create(d->ax, classes[d->options->histtype], "hist", d->options->horizontal,
                               places, heights, &look, style->cycle[color % FP__CYCLE]);
    if (bars)
        bars->loose = i > 0;
    fp_unref(heights);
    fp_unref(places);
    fp_unref(look.widths);
    fp_unref(look.bottoms);
    return bars;
}

/* How many of the first i sets take a colour of the cycle. */
static size_t
count_cycled(const struct drawing *d, const struct fp_hist_set *sets, size_t i)
{
    size_t n = 0;

    for (size_t k = 0; k < i; k++)
        n += !sets[k].has_color && !d->options->bars.has_color;
    return n;
}

/* Outlines the last one first, as matplotlib: those below are drawn over those above. */
static bool
put_all(const struct drawing *d, const struct fp_hist_set *sets, struct fp_bars **made)
{
    size_t n = d->counts->sets, cycled = d->ax->body->cycled;

    for (size_t k = 0; k < n; k++) {
        size_t i = d->places ? k : n - 1 - k;

        made[i] = put_set(d, i, &sets[i], cycled + count_cycled(d, sets, i));
        if (!made[i])
            return false;
    }
    for (size_t i = 0; i < n; i++)
        fp__bars_settle(d->ax, made[i]);
    d->ax->body->cycled += count_cycled(d, sets, n);
    return true;
}

static enum fp_status
draw(struct drawing *d, const struct fp_hist_set *sets, struct fp_bars **made)
{
    bool drawn = begin(d) && put_all(d, sets, made);

    finish(d);
    for (size_t i = 0; !drawn && i < d->counts->sets; i++) {
        fp_close(made[i]);
        made[i] = NULL;
    }
    return drawn ? FP_OK : fp_context_status(d->ax->base.ctx);
}

/* --- the calls -------------------------------------------------------------------------------- */

static enum fp_status
check(struct fp_axes *ax, size_t n, const struct fp_hist_options *o)
{
    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    if (o->histtype > FP_HIST_STEPFILLED)
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "hist: no such histtype" FP__HINT "FP_HIST_BAR …");
    if (n == 0)
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "hist: there is no set of values" FP__HINT "give one at least");
    return FP_OK;
}

enum fp_status
fp_axes_hist_sets(struct fp_axes *ax, const struct fp_hist_set *sets, size_t n,
                  const struct fp_hist_options *options, struct fp_bars **bars,
                  struct fp_array **tops, struct fp_array **edges)
{
    struct fp_hist_options o = options ? *options : fp_hist_defaults();
    struct fp__counts counts;
    struct drawing drawing = {.ax = ax, .options = &o, .counts = &counts};
    enum fp_status status = check(ax, n, &o);

    for (size_t i = 0; i < n; i++)
        bars[i] = NULL;
    if (status == FP_OK)
        status = fp__counts_find(ax->base.ctx, sets, n, &o, &counts);
    if (status != FP_OK)
        return status;
    status = draw(&drawing, sets, bars);
    if (status == FP_OK && tops)
        *tops = fp_ref(counts.tops);
    if (status == FP_OK && edges)
        *edges = fp_ref(counts.edges);
    fp__counts_finish(&counts);
    return status;
}

struct fp_bars *
fp_axes_hist(struct fp_axes *ax, struct fp_array *values, const struct fp_hist_options *options,
             struct fp_array **counts, struct fp_array **edges)
{
    struct fp_hist_options o = options ? *options : fp_hist_defaults();
    struct fp_hist_set set = {.values = values, .weights = o.bins.weights, .label = o.bars.label};
    struct fp_bars *bars;

    return fp_axes_hist_sets(ax, &set, 1, &o, &bars, counts, edges) == FP_OK ? bars : NULL;
}
