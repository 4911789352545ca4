/* SPDX-License-Identifier: MIT */
/* errorbar.c: the errorbar artist: a line, and bars over what its values may be. How it looks is in
 * errorbar_draw.c. */
#include "plots/errorbar.h"

#include <math.h>
#include <string.h>

#include "color/color.h"
#include "core/status.h"
#include "figure/axes.h"

/* --- life ------------------------------------------------------------------------------------- */

static void
errorbar_close(struct fp_object *obj)
{
    struct fp_errorbar *errorbar = (struct fp_errorbar *)obj;

    fp__artist_close(&errorbar->artist);
    fp_close(errorbar->line);
    fp_unref(errorbar->line);
    errorbar->line = NULL;
    for (int i = 0; i < 4; i++) {
        fp_unref(errorbar->errors[i / 2][i % 2]);
        errorbar->errors[i / 2][i % 2] = NULL;
    }
}

static void
errorbar_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp_errorbar *errorbar = (struct fp_errorbar *)obj;

    if (errorbar->line)
        visit((struct fp_object *)errorbar->line, arg);
    for (int i = 0; i < 4; i++)
        if (errorbar->errors[i / 2][i % 2])
            visit((struct fp_object *)errorbar->errors[i / 2][i % 2], arg);
}

/* --- points ----------------------------------------------------------------------------------- */

struct fp__errorbar_walk
fp__errorbar_walk(const struct fp_errorbar *errorbar)
{
    struct fp__errorbar_walk walk = {.columns = fp__line_columns(errorbar->line)};

    for (int along = 0; along < 2; along++) {
        if (!errorbar->errors[along][0])
            continue;
        walk.errors_at[along] = walk.columns.count;
        walk.columns.arrays[walk.columns.count++] = errorbar->errors[along][0];
        walk.columns.arrays[walk.columns.count++] = errorbar->errors[along][1];
    }
    return walk;
}

bool
fp__errorbar_next(struct fp__errorbar_walk *walk, struct fp__errorbar_point *point)
{
    double row[FP__COLUMNS_MAX];

    if (!fp__columns_next(&walk->columns, row))
        return false;
    for (int along = 0; along < 2; along++) {
        size_t at = walk->errors_at[along];

        point->at[along] = row[along];
        point->ends[along][0] = at ? row[along] - row[at] : NAN;
        point->ends[along][1] = at ? row[along] + row[at + 1] : NAN;
    }
    return true;
}

bool
fp__errorbar_has_bar(const struct fp__errorbar_point *point, int along)
{
    return isfinite(point->ends[along][0]) && isfinite(point->ends[along][1]) &&
           isfinite(point->at[!along]);
}

static void
widen(double range[2], double v)
{
    range[0] = fmin(range[0], v);
    range[1] = fmax(range[1], v);
}

/* Each cap counts, also where the other end has none. */
static void
add_caps(const struct fp__errorbar_point *point, int along, struct fp__extent *extents)
{
    for (int end = 0; end < 2; end++) {
        if (!isfinite(point->ends[along][end]) || !isfinite(point->at[!along]))
            continue;
        fp__extent_add(&extents[along], point->ends[along][end]);
        fp__extent_add(&extents[!along], point->at[!along]);
    }
}

/* Of matplotlib's bars (Axes.vlines, of arrays) two corners count: that of all that is smallest
 * along x and along y, and that of what is largest. Places count without a bar too. */
static void
add_bars(const struct fp_errorbar *errorbar, int along, struct fp__extent *extents)
{
    struct fp__errorbar_walk walk = fp__errorbar_walk(errorbar);
    double ranges[2][2] = {{NAN, NAN}, {NAN, NAN}};
    struct fp__errorbar_point point;

    while (fp__errorbar_next(&walk, &point)) {
        if (errorbar->capsize > 0)
            add_caps(&point, along, extents);
        widen(ranges[!along], point.at[!along]);
        if (!fp__errorbar_has_bar(&point, along))
            continue;
        widen(ranges[along], point.ends[along][0]);
        widen(ranges[along], point.ends[along][1]);
    }
    for (int corner = 0; corner < 2; corner++)
        if (isfinite(ranges[0][corner]) && isfinite(ranges[1][corner]))
            for (int i = 0; i < 2; i++)
                fp__extent_add(&extents[i], ranges[i][corner]);
}

static void
errorbar_limits(const struct fp__artist *artist, struct fp__extent *xs, struct fp__extent *ys)
{
    const struct fp_errorbar *errorbar = (const struct fp_errorbar *)artist;
    struct fp__extent extents[2] = {*xs, *ys};

    fp__line_limits(&errorbar->line->artist, &extents[0], &extents[1]);
    for (int along = 0; along < 2; along++)
        if (errorbar->errors[along][0])
            add_bars(errorbar, along, extents);
    *xs = extents[0];
    *ys = extents[1];
}

/* --- the class -------------------------------------------------------------------------------- */

static const char *
errorbar_label(const struct fp__artist *artist)
{
    return ((const struct fp_errorbar *)artist)->line->label;
}

static size_t
errorbar_covered(const struct fp__artist *artist, const struct fp__view *view,
                 const struct fp__box *box)
{
    return fp__line_covered(&((const struct fp_errorbar *)artist)->line->artist, view, box);
}

static const struct fp__artist_class errorbar_class = {
    .base = {.name = "errorbar",
             .size = sizeof(struct fp_errorbar),
             .traverse = errorbar_traverse,
             .close = errorbar_close},
    .layer = FP__LAYER_LINES,
    .limits = errorbar_limits,
    .label = errorbar_label,
    .key = fp__errorbar_key,
    .covered = errorbar_covered,
    .draw = fp__errorbar_draw,
};

/* --- errorbar --------------------------------------------------------------------------------- */

struct fp_errorbar_options
fp_errorbar_defaults(void)
{
    return (struct fp_errorbar_options){
        .plot = fp_plot_defaults(), .elinewidth = NAN, .capthick = NAN};
}

/* How errors stand in their array: side by side with the points, or the same for all (a stride of
 * 0). False when there are neither 1 nor n of them, below and above together or each. */
static bool
find_errors(const struct fp_layout *all, size_t n, struct fp_layout *one, ptrdiff_t *above)
{
    int last = all->ndim - 1;
    size_t count = last < 0 ? 1 : all->shape[last];

    *above = all->ndim == 2 ? all->strides[0] : 0;
    *one = *all;
    one->ndim = 1;
    one->shape[0] = n;
    one->strides[0] = count == n && last >= 0 ? all->strides[last] : 0;
    return all->ndim <= 2 && (count == n || count == 1) && (all->ndim < 2 || all->shape[0] == 2);
}

static enum fp_status
take_errors(struct fp_errorbar *errorbar, int along, struct fp_array *errors)
{
    struct fp_context *ctx = errorbar->artist.base.ctx;
    struct fp_layout layout;
    ptrdiff_t above;

    if (!errors)
        return FP_OK;
    if (fp_is_closed(errors))
        return fp__fail_closed(ctx, "array");
    if (!find_errors(fp_array_layout(errors), fp_array_count(errorbar->line->y), &layout, &above))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "errorbar: errors that do not fit the points" FP__HINT
                        "one number, one for each of N points, or (2, N): below and above");
    errorbar->errors[along][0] = fp_array_view(errors, 0, &layout);
    errorbar->errors[along][1] = fp_array_view(errors, above, &layout);
    return errorbar->errors[along][0] && errorbar->errors[along][1] ? FP_OK : FP_ERR_MEMORY;
}

static enum fp_status
check_errors(const struct fp_errorbar *errorbar)
{
    struct fp__errorbar_walk walk = fp__errorbar_walk(errorbar);
    double row[FP__COLUMNS_MAX];

    while (fp__columns_next(&walk.columns, row))
        for (size_t i = 2; i < walk.columns.count; i++)
            if (row[i] < 0)
                return fp__fail(errorbar->artist.base.ctx, FP_ERR_ARGUMENT,
                                "errorbar: an error is below 0" FP__HINT
                                "errors are lengths: how far a bar reaches from its point");
    return FP_OK;
}

static enum fp_status
take_looks(struct fp_errorbar *errorbar, const struct fp_errorbar_options *o)
{
    const struct fp_line *line = errorbar->line;

    errorbar->ecolor = o->has_ecolor ? fp__color_fade(o->ecolor, o->plot.alpha) : line->color;
    errorbar->elinewidth = isnan(o->elinewidth) ? line->linewidth : o->elinewidth;
    errorbar->capsize = o->capsize;
    errorbar->capthick = isnan(o->capthick) ? line->markeredgewidth : o->capthick;
    if (errorbar->elinewidth >= 0 && isfinite(errorbar->elinewidth) && o->capsize >= 0 &&
        isfinite(o->capsize) && errorbar->capthick >= 0 && isfinite(errorbar->capthick))
        return FP_OK;
    return fp__fail(errorbar->artist.base.ctx, FP_ERR_ARGUMENT,
                    "errorbar: a bar or cap that cannot be drawn" FP__HINT
                    "elinewidth, capsize and capthick are in points, from 0 on");
}

static struct fp_errorbar *
create(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
       const struct fp_errorbar_options *o)
{
    struct fp_errorbar *errorbar = fp__artist_create(ax, &errorbar_class);

    if (!errorbar)
        return NULL;
    errorbar->artist.container = true;
    errorbar->line = fp__line_create(ax, "errorbar", x, y, &o->plot);
    if (errorbar->line && take_errors(errorbar, 0, o->xerr) == FP_OK &&
        take_errors(errorbar, 1, o->yerr) == FP_OK && check_errors(errorbar) == FP_OK &&
        take_looks(errorbar, o) == FP_OK)
        return errorbar;
    fp_unref(errorbar);
    return NULL;
}

struct fp_errorbar *
fp_axes_errorbar(struct fp_axes *ax, struct fp_array *x, struct fp_array *y,
                 const struct fp_errorbar_options *options)
{
    struct fp_errorbar_options chosen = options ? *options : fp_errorbar_defaults();
    struct fp_errorbar *errorbar = fp__axes_open(ax) ? create(ax, x, y, &chosen) : NULL;

    if (!errorbar || fp__axes_take_artist(ax, &errorbar->artist) != FP_OK)
        return NULL;
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
    ax->body->cycled += !chosen.plot.has_color;
    return errorbar;
}
