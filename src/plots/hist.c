/* SPDX-License-Identifier: MIT */
/* hist.c: histograms: bars over what was counted. */
#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "plots/outline.h"

struct fp_hist_options
fp_hist_defaults(void)
{
    return (struct fp_hist_options){.bins = fp_histogram_defaults(), .bars = fp_bar_defaults()};
}

/* How wide the bins between n + 1 edges are. */
static struct fp_array *
find_widths(struct fp_context *ctx, struct fp_array *edges, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    const double *from = fp_array_data(edges);
    double *widths = fp_alloc_array(n, sizeof *widths);

    if (!widths) {
        fp__fail_memory(ctx, "a histogram");
        return NULL;
    }
    for (size_t i = 0; i < n; i++)
        widths[i] = from[i + 1] - from[i];
    return fp_array_wrap(ctx, widths, &layout, fp_free, widths);
}

static struct fp_bars *
put(struct fp_axes *ax, const struct fp_hist_options *o, struct fp_array *counts,
    struct fp_array *edges)
{
    static const struct fp__artist_class *const classes[] = {[FP_HIST_BAR] = &fp__bars_class,
                                                             [FP_HIST_STEP] = &fp__outline_class,
                                                             [FP_HIST_STEPFILLED] =
                                                                 &fp__outline_filled_class};
    size_t n = fp_array_count(counts);
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    struct fp_array *places = fp_array_view(edges, 0, &layout);
    struct fp_bar_options bars = o->bars;
    struct fp_bars *made = NULL;

    bars.widths = find_widths(ax->base.ctx, edges, n);
    bars.bottoms = NULL;
    bars.bottom = 0;
    bars.at_edge = true;
    bars.colors = NULL;
    if (places && bars.widths)
        made = fp__bars_create(ax, classes[o->histtype], "hist", o->horizontal, places, counts,
                               &bars, fp__style_of(ax->body)->cycle[ax->body->cycled % FP__CYCLE]);
    fp_unref(places);
    fp_unref(bars.widths);
    return made;
}

static void
hand_out(struct fp_array *array, struct fp_array **to)
{
    if (to)
        *to = array;
    else
        fp_unref(array);
}

struct fp_bars *
fp_axes_hist(struct fp_axes *ax, struct fp_array *values, const struct fp_hist_options *options,
             struct fp_array **counts, struct fp_array **edges)
{
    struct fp_hist_options o = options ? *options : fp_hist_defaults();
    struct fp_array *heights, *ends;
    struct fp_bars *bars;

    if (!fp__axes_open(ax))
        return NULL;
    if (o.histtype > FP_HIST_STEPFILLED) {
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT, "hist: no such histtype" FP__HINT "FP_HIST_BAR …");
        return NULL;
    }
    if (fp_array_histogram(values, &o.bins, &heights, &ends) != FP_OK)
        return NULL;
    bars = put(ax, &o, heights, ends);
    hand_out(heights, bars ? counts : NULL);
    hand_out(ends, bars ? edges : NULL);
    if (!bars)
        return NULL;
    fp__bars_settle(ax, bars);
    ax->body->cycled += !o.bars.has_color;
    return bars;
}
