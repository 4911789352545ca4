/* SPDX-License-Identifier: MIT */
/* bars.c: the bars artist: what bar, barh and hist make. How it looks is in bars_draw.c. */
#include "plots/bars.h"

#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"

/* --- life ------------------------------------------------------------------------------------- */

/* The arrays that it holds, and how many. */
static size_t
list_arrays(struct fp_bars *bars, struct fp_array **held[4])
{
    struct fp_array **all[] = {&bars->places, &bars->lengths, &bars->options.widths,
                               &bars->options.bottoms};

    memcpy(held, all, sizeof all);
    return sizeof all / sizeof all[0];
}

static void
close_errors(struct fp_bars *bars)
{
    struct fp_errorbar *errors = fp_weak_get(bars->errors);

    fp_weak_destroy(bars->errors);
    bars->errors = NULL;
    fp_close(errors);
    fp_unref(errors);
}

void
fp__bars_close(struct fp_object *obj)
{
    struct fp_bars *bars = (struct fp_bars *)obj;
    struct fp_array **held[4];
    size_t n = list_arrays(bars, held);

    close_errors(bars);
    fp__artist_close(&bars->artist);
    for (size_t i = 0; i < n; i++) {
        fp_unref(*held[i]);
        *held[i] = NULL;
    }
    fp_free(bars->colors);
    fp_free(bars->label);
    bars->colors = NULL;
    bars->label = NULL;
}

void
fp__bars_traverse(struct fp_object *obj, fp_visit_fn visit, void *arg)
{
    struct fp_array **held[4];
    size_t n = list_arrays((struct fp_bars *)obj, held);

    for (size_t i = 0; i < n; i++)
        if (*held[i])
            visit((struct fp_object *)*held[i], arg);
}

size_t
fp__bars_bytes(const struct fp_object *obj)
{
    const struct fp_bars *bars = (const struct fp_bars *)obj;

    return (bars->label ? strlen(bars->label) + 1 : 0) +
           (bars->colors ? bars->options.color_count * sizeof *bars->colors : 0);
}

enum fp_status
fp__bars_check_open(const struct fp_bars *bars)
{
    struct fp_array **held[4];
    size_t n = list_arrays((struct fp_bars *)(uintptr_t)bars, held);

    for (size_t i = 0; i < n; i++)
        if (*held[i] && fp_is_closed(*held[i]))
            return fp__fail_closed(bars->artist.base.ctx, "array of bars");
    return FP_OK;
}

const char *
fp__bars_label(const struct fp__artist *artist)
{
    return ((const struct fp_bars *)artist)->label;
}

/* --- one after the other ---------------------------------------------------------------------- */

static int
add_column(struct fp__columns *columns, struct fp_array *array)
{
    columns->arrays[columns->count] = array;
    return (int)columns->count++;
}

struct fp__bars_walk
fp__bars_walk(const struct fp_bars *bars)
{
    const struct fp_bar_options *o = &bars->options;
    struct fp__bars_walk walk = {.bars = bars};

    add_column(&walk.columns, bars->places);
    add_column(&walk.columns, bars->lengths);
    walk.width_at = o->widths ? add_column(&walk.columns, o->widths) : 0;
    walk.bottom_at = o->bottoms ? add_column(&walk.columns, o->bottoms) : 0;
    return walk;
}

bool
fp__bars_next(struct fp__bars_walk *walk, struct fp__bar *bar)
{
    const struct fp_bars *bars = walk->bars;
    const struct fp_bar_options *o = &bars->options;
    double row[FP__COLUMNS_MAX], width, across, bottom;

    if (!fp__columns_next(&walk->columns, row))
        return false;
    width = walk->width_at ? row[walk->width_at] : o->width;
    across = o->at_edge ? row[0] : row[0] - width / 2;
    bottom = walk->bottom_at ? row[walk->bottom_at] : o->bottom;
    *bar = bars->lying ? (struct fp__bar){bottom, across, row[1], width, o->color}
                       : (struct fp__bar){across, bottom, width, row[1], o->color};
    if (bars->colors)
        bar->color = bars->colors[walk->index++ % o->color_count];
    return true;
}

/* As matplotlib's _update_patch_lim: one that has no area and no length either does not count. */
static void
bars_limits(const struct fp__artist *artist, struct fp__extent *xs, struct fp__extent *ys)
{
    const struct fp_bars *bars = (const struct fp_bars *)artist;
    struct fp__bars_walk walk = fp__bars_walk(bars);
    struct fp__bar b;

    while (fp__bars_next(&walk, &b)) {
        double width = (b.x + b.width) - b.x, height = (b.y + b.height) - b.y;

        if (!isfinite(b.x + width) || !isfinite(b.y + height) || (b.width == 0 && b.height == 0))
            continue;
        fp__extent_add(xs, b.x);
        fp__extent_add(xs, b.x + width);
        fp__extent_add(ys, b.y);
        fp__extent_add(ys, b.y + height);
        if (!bars->loose)
            fp__extent_stick(bars->lying ? xs : ys, bars->lying ? b.x : b.y);
    }
}

/* Its error bars come right above it, as matplotlib's bar has it. */
static void
bars_reorder(struct fp__artist *artist, double zorder)
{
    struct fp_errorbar *errors = fp__weak_peek(((struct fp_bars *)artist)->errors);

    if (errors)
        fp_artist_set_zorder(errors, zorder + .01);
}

const struct fp__artist_class fp__bars_class = {
    .base = {.name = "bars",
             .size = sizeof(struct fp_bars),
             .traverse = fp__bars_traverse,
             .close = fp__bars_close,
             .bytes = fp__bars_bytes},
    .layer = FP__LAYER_PATCHES,
    .limits = bars_limits,
    .label = fp__bars_label,
    .key = fp__bars_key,
    .covered = fp__bars_covered,
    .reorder = bars_reorder,
    .draw = fp__bars_draw,
};

/* --- making ----------------------------------------------------------------------------------- */

static enum fp_status
check_look(struct fp_context *ctx, const char *function, const struct fp_bar_options *o)
{
    if (!isfinite(o->width) || !isfinite(o->bottom) || !(o->linewidth >= 0) ||
        isinf(o->linewidth) || !(o->alpha >= 0 && o->alpha <= 1) ||
        (o->label && !fp__artist_can_write(o->label)))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "%s: a width, bottom, alpha or label that cannot be drawn" FP__HINT
                        "widths and bottoms are finite, alpha is from 0 to 1, labels are one line "
                        "of UTF-8",
                        function);
    return FP_OK;
}

static enum fp_status
copy_colors(struct fp_bars *bars, const struct fp_color *colors, size_t count)
{
    if (!colors || count == 0)
        return FP_OK;
    bars->colors = fp_alloc_array(count, sizeof *colors);
    if (!bars->colors)
        return fp__fail_memory(bars->artist.base.ctx, "colours of bars");
    memcpy(bars->colors, colors, count * sizeof *colors);
    return FP_OK;
}

static enum fp_status
take(struct fp_bars *bars, struct fp_array *places, struct fp_array *lengths,
     const struct fp_bar_options *o, struct fp_color color)
{
    bars->options = *o;
    bars->options.widths = fp_ref(o->widths);
    bars->options.bottoms = fp_ref(o->bottoms);
    bars->places = fp_ref(places);
    bars->lengths = fp_ref(lengths);
    if (!o->has_color)
        bars->options.color = color;
    if (!fp__copy_string(&bars->label, o->label))
        return fp__fail_memory(bars->artist.base.ctx, "a label");
    bars->options.label = NULL;
    bars->options.colors = NULL;
    bars->options.xerr = bars->options.yerr = NULL;
    return o->has_color ? FP_OK : copy_colors(bars, o->colors, o->color_count);
}

static void
make_log(struct fp_axes *ax, bool lying)
{
    static const struct fp_scale log = {.kind = FP_SCALE_LOG};

    if (lying)
        fp_axes_set_xscale(ax, &log);
    else
        fp_axes_set_yscale(ax, &log);
}

struct fp_bars *
fp__bars_create(struct fp_axes *ax, const struct fp__artist_class *cls, const char *function,
                bool lying, struct fp_array *places, struct fp_array *lengths,
                const struct fp_bar_options *options, struct fp_color color)
{
    struct fp_bars *bars = NULL;

    if (check_look(ax->base.ctx, function, options) == FP_OK)
        bars = fp__artist_create(ax, cls);
    if (!bars)
        return NULL;
    bars->lying = lying;
    if (take(bars, places, lengths, options, color) != FP_OK) {
        fp_unref(bars);
        return NULL;
    }
    return fp__axes_take_artist(ax, &bars->artist) == FP_OK ? bars : NULL;
}

void
fp__bars_settle(struct fp_axes *ax, const struct fp_bars *bars)
{
    if (bars->options.log)
        make_log(ax, bars->lying);
    fp__axes_follow(ax, false);
    fp__axes_follow(ax, true);
}
