/* SPDX-License-Identifier: MIT */
/* axis.c: where an axis has ticks, what stands at them, and telling it. */
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "flatplot/text.h"

static struct fp__axis *
axis_of(struct fp_axes *ax, bool y)
{
    return y ? &ax->body->y : &ax->body->x;
}

struct fp__tick_plan *
fp__axis_make_plan(struct fp_axes *ax, bool y)
{
    struct fp__axis *axis = axis_of(fp__share_leader(ax, y), y);

    if (!axis->plan)
        axis->plan = fp__tick_plan_create();
    if (!axis->plan)
        fp__fail_memory(ax->base.ctx, "ticks");
    return axis->plan;
}

/* --- places and labels ------------------------------------------------------------------------ */

enum fp_status
fp__axis_check_texts(struct fp_context *ctx, const char *const *texts, size_t n)
{
    for (size_t i = 0; texts && i < n; i++)
        if (texts[i] && !fp_utf8_valid(texts[i], strlen(texts[i])))
            return fp__fail(ctx, FP_ERR_ARGUMENT,
                            "axis: a text that is not UTF-8" FP__HINT
                            "convert it first, for instance with iconv -t utf-8");
    return FP_OK;
}

static enum fp_status
check_values(struct fp_context *ctx, const double *values, size_t n)
{
    if (n > FP_MAX_TICKS)
        return fp__fail(ctx, FP_ERR_LIMIT,
                        "axis: %zu ticks, more than %d" FP__HINT "nobody can tell so many apart", n,
                        FP_MAX_TICKS);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(values[i]))
            return fp__fail(ctx, FP_ERR_ARGUMENT,
                            "axis: a tick that is not finite" FP__HINT
                            "leave NaN and infinities out of the ticks");
    return FP_OK;
}

/* Limits that the ticks widened follow what is drawn again when something new comes: matplotlib's
 * set_view_interval. */
static void
show_ticks(struct fp_axes *ax, bool y, const double *values, size_t n)
{
    struct fp__axis *axis = axis_of(ax, y);
    bool turned, log = axis->curve.kind == FP__CURVE_LOG;
    double lo, hi;

    fp__axes_update(ax);
    turned = axis->lim[0] > axis->lim[1];
    lo = axis->lim[turned];
    hi = axis->lim[!turned];
    for (size_t i = 0; i < n; i++) {
        if (log && values[i] <= 0)
            continue;
        lo = fmin(lo, values[i]);
        hi = fmax(hi, values[i]);
    }
    if ((lo == axis->lim[turned] && hi == axis->lim[!turned]) || !isfinite(hi - lo))
        return;
    axis->lim[turned] = lo;
    axis->lim[!turned] = hi;
    axis->fits = false;
    fp__share_spread(ax, y);
}

static enum fp_status
set_ticks(struct fp_axes *ax, bool y, const double *values, size_t n, const char *const *labels)
{
    struct fp__tick_plan *plan;
    enum fp_status status;

    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    status = check_values(ax->base.ctx, values, n);
    if (status == FP_OK)
        status = fp__axis_check_texts(ax->base.ctx, labels, n);
    if (status != FP_OK)
        return status;
    plan = fp__axis_make_plan(ax, y);
    if (!plan)
        return FP_ERR_MEMORY;
    if (!fp__tick_plan_fix(plan, values, n, labels))
        return fp__fail_memory(ax->base.ctx, "ticks");
    show_ticks(ax, y, values, n);
    return FP_OK;
}

enum fp_status
fp_axes_set_xticks(struct fp_axes *ax, const double *values, size_t n, const char *const *labels)
{
    return set_ticks(ax, false, values, n, labels);
}

enum fp_status
fp_axes_set_yticks(struct fp_axes *ax, const double *values, size_t n, const char *const *labels)
{
    return set_ticks(ax, true, values, n, labels);
}

enum fp_status
fp_axes_set_minor_ticks(struct fp_axes *ax, bool on)
{
    struct fp__tick_plan *x = fp__axes_open(ax) ? fp__axis_make_plan(ax, false) : NULL;
    struct fp__tick_plan *y = x ? fp__axis_make_plan(ax, true) : NULL;

    if (!y)
        return fp_is_closed(ax) ? FP_ERR_CLOSED : FP_ERR_MEMORY;
    x->minor = y->minor = on ? FP__MINOR_BETWEEN : FP__MINOR_NONE;
    return FP_OK;
}

static enum fp_status
each_tick(struct fp_axes *ax, bool y, fp_tick_fn each, void *data)
{
    struct fp__ticks major, minor;
    enum fp_status status = fp__axes_open(ax) ? FP_OK : FP_ERR_CLOSED;
    double lengths[2], dpi;

    if (status != FP_OK)
        return status;
    fp__axes_update(ax);
    status = fp__axes_lengths(ax, lengths);
    if (status == FP_OK)
        status = fp_figure_get_dpi(fp__axes_figure(ax->body), &dpi);
    if (status == FP_OK)
        status = fp__axis_find_ticks(ax, y, lengths[y] * 72 / dpi, &major, &minor);
    for (size_t i = 0; status == FP_OK && i < major.n; i++)
        each(data, major.value[i], fp__ticks_word(&major, i));
    return status;
}

/* Values of ticks as they are told. */
struct found {
    double *values;
    size_t n, room;
};

static void
keep_value(void *data, double value, const char *label)
{
    struct found *found = data;

    (void)label;
    if (found->n < found->room)
        found->values[found->n] = value;
    found->n++;
}

/* The ticks that were set, or those that the axis has now, which stay from now on. */
static enum fp_status
name_ticks(struct fp_axes *ax, bool y, struct found *found, const char *const *labels)
{
    struct fp__tick_plan *plan = fp__axis_make_plan(ax, y);
    enum fp_status status = FP_OK;

    if (!plan)
        return FP_ERR_MEMORY;
    if (plan->places == FP__PLACES_FIXED) {
        found->n = plan->count;
        for (size_t i = 0; i < plan->count && i < found->room; i++)
            found->values[i] = plan->values[i];
    } else {
        status = each_tick(ax, y, keep_value, found);
    }
    if (status != FP_OK)
        return status;
    if (found->n != found->room)
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                        "axis: %zu tick labels for %zu ticks" FP__HINT
                        "set the ticks and their labels together",
                        found->room, found->n);
    return fp__tick_plan_fix(plan, found->values, found->n, labels)
               ? FP_OK
               : fp__fail_memory(ax->base.ctx, "tick labels");
}

static enum fp_status
set_labels(struct fp_axes *ax, bool y, const char *const *labels, size_t n)
{
    struct found found = {.room = n};
    enum fp_status status;

    if (!fp__axes_open(ax))
        return FP_ERR_CLOSED;
    status = fp__axis_check_texts(ax->base.ctx, labels, n);
    if (status != FP_OK)
        return status;
    found.values = fp_alloc_array(n + 1, sizeof *found.values);
    if (!found.values)
        return fp__fail_memory(ax->base.ctx, "tick labels");
    status = name_ticks(ax, y, &found, labels);
    fp_free(found.values);
    return status;
}

enum fp_status
fp_axes_set_xticklabels(struct fp_axes *ax, const char *const *labels, size_t n)
{
    return set_labels(ax, false, labels, n);
}

enum fp_status
fp_axes_set_yticklabels(struct fp_axes *ax, const char *const *labels, size_t n)
{
    return set_labels(ax, true, labels, n);
}

enum fp_status
fp_axes_each_xtick(struct fp_axes *ax, fp_tick_fn each, void *data)
{
    return each_tick(ax, false, each, data);
}

enum fp_status
fp_axes_each_ytick(struct fp_axes *ax, fp_tick_fn each, void *data)
{
    return each_tick(ax, true, each, data);
}
