/* SPDX-License-Identifier: MIT */
/* axis_units.c: axes that run over dates or categories: matplotlib 3.6's units (axis.py,
 * category.py), but asked for instead of guessed from the values' types. */
#include <math.h>

#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"

static enum fp_status
set_dates(struct fp_axes *ax, bool y)
{
    struct fp__tick_plan *plan = fp__axes_open(ax) ? fp__axis_make_plan(ax, y) : NULL;

    if (!plan)
        return fp_is_closed(ax) ? FP_ERR_CLOSED : FP_ERR_MEMORY;
    plan->dates = true;
    if (plan->places != FP__PLACES_FIXED)
        plan->places = FP__PLACES_DATES;
    return FP_OK;
}

enum fp_status
fp_axes_set_xdates(struct fp_axes *ax)
{
    return set_dates(ax, false);
}

enum fp_status
fp_axes_set_ydates(struct fp_axes *ax)
{
    return set_dates(ax, true);
}

static enum fp_status
slant(struct fp_axes *ax)
{
    struct fp_tick_labels look = ax->body->x.tick_labels;

    look.rotation = 30;
    look.has_align = true;
    look.align = FP_HALIGN_RIGHT;
    return fp_axes_set_xtick_labels(ax, &look);
}

enum fp_status
fp_figure_autofmt_xdate(struct fp_figure *fig)
{
    struct fp__figure_body *body = fp__figure_open(fig);

    if (!body)
        return FP_ERR_CLOSED;
    for (size_t i = 0; i < body->axes_count; i++) {
        struct fp_axes *ax = body->axes[i];

        if (ax->body->parent) /* a colorbar's */
            continue;
        if (fp__is_in_last_row(&ax->body->place))
            slant(ax);
        else
            fp_axes_label_outer_x(ax);
    }
    body->margins.bottom = fmin(.2, body->margins.top / 2);
    return FP_OK;
}

/* --- categories ------------------------------------------------------------------------------- */

/* The numbers of names that are there from now on; NULL without memory. */
static double *
find_numbers(struct fp__categories *categories, const char *const *names, size_t n)
{
    double *numbers = fp_alloc_array(n > 0 ? n : 1, sizeof *numbers);
    size_t number;

    for (size_t i = 0; numbers && i < n; i++) {
        if (!fp__categories_find(categories, names[i] ? names[i] : "", &number)) {
            fp_free(numbers);
            return NULL;
        }
        numbers[i] = (double)number;
    }
    return numbers;
}

static struct fp_array *
take_names(struct fp_axes *ax, bool y, const char *const *names, size_t n)
{
    struct fp__tick_plan *plan =
        fp__axes_open(ax) && fp__axis_check_texts(ax->base.ctx, names, n) == FP_OK
            ? fp__axis_make_plan(ax, y)
            : NULL;
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 1, &n);
    double *numbers = plan ? find_numbers(&plan->categories, names, n) : NULL;
    struct fp_array *array;

    if (plan && !numbers)
        fp__fail_memory(ax->base.ctx, "categories");
    if (!numbers)
        return NULL;
    array = fp_array_copy(ax->base.ctx, numbers, &layout);
    fp_free(numbers);
    if (!array)
        return NULL;
    if (plan->places != FP__PLACES_FIXED)
        plan->places = FP__PLACES_CATEGORIES;
    return array;
}

struct fp_array *
fp_axes_xcategories(struct fp_axes *ax, const char *const *names, size_t n)
{
    return take_names(ax, false, names, n);
}

struct fp_array *
fp_axes_ycategories(struct fp_axes *ax, const char *const *names, size_t n)
{
    return take_names(ax, true, names, n);
}
