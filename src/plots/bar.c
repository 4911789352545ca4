/* SPDX-License-Identifier: MIT */
/* bar.c: bar and barh. */
#include <math.h>

#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "plots/bars.h"

struct fp_bar_options
fp_bar_defaults(void)
{
    return (struct fp_bar_options){.width = .8, .linewidth = 1, .alpha = 1, .ecolor = FP_BLACK};
}

static bool
fits(const struct fp_array *column, const struct fp_array *lengths)
{
    return !column || (fp__is_column(column) && fp_array_count(column) == fp_array_count(lengths));
}

static enum fp_status
check_data(struct fp_context *ctx, const char *function, struct fp_array *places,
           struct fp_array *lengths, const struct fp_bar_options *o)
{
    struct fp_array *all[] = {lengths, places, o->widths, o->bottoms};

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (i > 0 && !all[i])
            continue;
        if (fp_is_closed(all[i]))
            return fp__fail_closed(ctx, "array");
        if (!fp__is_column(lengths) || !fits(all[i], lengths))
            return fp__fail(ctx, FP_ERR_ARGUMENT,
                            "%s: places, lengths, widths and bottoms must be columns of one "
                            "length" FP__HINT "arrays of shape (N,); one width for all is "
                            "options.width, and one bottom options.bottom",
                            function);
    }
    return FP_OK;
}

static struct fp_bars *
bar(struct fp_axes *ax, const char *function, bool lying, struct fp_array *places,
    struct fp_array *lengths, const struct fp_bar_options *options)
{
    struct fp_bar_options chosen = options ? *options : fp_bar_defaults();
    struct fp_bars *bars;

    if (!fp__axes_open(ax) || check_data(ax->base.ctx, function, places, lengths, &chosen) != FP_OK)
        return NULL;
    bars = fp__bars_create(ax, &fp__bars_class, function, lying, places, lengths, &chosen,
                           fp__style_of(ax->body)->cycle[ax->body->cycled_fills % FP__CYCLE]);
    if (!bars)
        return NULL;
    bars->artist.container = true;
    ax->body->cycled_fills += !chosen.has_color && !bars->colors;
    if (fp__bars_put_errors(ax, bars, &chosen) == FP_OK) {
        fp__bars_settle(ax, bars);
        return bars;
    }
    ax->body->cycled_fills -= !chosen.has_color && !bars->colors;
    fp_close(bars);
    return NULL;
}

struct fp_bars *
fp_axes_bar(struct fp_axes *ax, struct fp_array *x, struct fp_array *heights,
            const struct fp_bar_options *options)
{
    return bar(ax, "bar", false, x, heights, options);
}

struct fp_bars *
fp_axes_barh(struct fp_axes *ax, struct fp_array *y, struct fp_array *widths,
             const struct fp_bar_options *options)
{
    return bar(ax, "barh", true, y, widths, options);
}
