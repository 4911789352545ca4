/* SPDX-License-Identifier: MIT */
/* bar_errors.c: error bars on the ends of bars. */
#include "core/alloc.h"
#include "core/status.h"
#include "plots/bars.h"

/* Where they are: in the middle of each bar's end. */
struct ends {
    size_t n;
    double *x, *y;
};

static void
find_ends(const struct fp_bars *bars, struct ends *ends)
{
    struct fp__bars_walk walk = fp__bars_walk(bars);
    struct fp__bar bar;

    for (size_t i = 0; i < ends->n && fp__bars_next(&walk, &bar); i++) {
        ends->x[i] = bar.x + bar.width * (bars->lying ? 1 : .5);
        ends->y[i] = bar.y + bar.height * (bars->lying ? .5 : 1);
    }
}

/* A new array over n numbers, which it takes over. */
static struct fp_array *
wrap(struct fp_context *ctx, double *numbers, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);

    return fp_array_wrap(ctx, numbers, &layout, fp_free, numbers);
}

static struct fp_errorbar *
put(struct fp_axes *ax, const struct ends *ends, const struct fp_bar_options *o)
{
    struct fp_context *ctx = ((struct fp_object *)ax)->ctx;
    struct fp_array *x = wrap(ctx, ends->x, ends->n), *y = wrap(ctx, ends->y, ends->n);
    struct fp_errorbar_options options = fp_errorbar_defaults();
    struct fp_errorbar *made;

    options.plot.linestyle = FP_NO_LINE;
    options.plot.has_color = options.has_ecolor = true;
    options.plot.color = options.ecolor = o->ecolor;
    options.capsize = o->capsize;
    options.xerr = o->xerr;
    options.yerr = o->yerr;
    made = x && y ? fp_axes_errorbar(ax, x, y, &options) : NULL;
    fp_unref(x);
    fp_unref(y);
    return made;
}

static enum fp_status
put_ends(struct fp_axes *ax, struct fp_bars *bars, struct ends *ends,
         const struct fp_bar_options *options)
{
    struct fp_errorbar *made;

    find_ends(bars, ends);
    made = put(ax, ends, options);
    if (!made)
        return fp_context_status(bars->artist.base.ctx);
    bars->errors = fp_weak_create(made);
    if (bars->errors)
        return FP_OK;
    fp_close(made);
    return FP_ERR_MEMORY;
}

enum fp_status
fp__bars_put_errors(struct fp_axes *ax, struct fp_bars *bars, const struct fp_bar_options *options)
{
    struct ends ends = {.n = fp_array_count(bars->lengths)};

    if (!options->xerr && !options->yerr)
        return FP_OK;
    ends.x = fp_alloc_array(ends.n, sizeof *ends.x);
    ends.y = fp_alloc_array(ends.n, sizeof *ends.y);
    if (ends.x && ends.y)
        return put_ends(ax, bars, &ends, options);
    fp_free(ends.x);
    fp_free(ends.y);
    return fp__fail_memory(bars->artist.base.ctx, "error bars");
}
