/* SPDX-License-Identifier: MIT */
/* legend.c: the legend artist: its options and its life. */
#include "figure/legend.h"

#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "draw/words.h"
#include "figure/axes.h"

#define LARGEST_FONT 1e4 /* points */

static void
drop_texts(struct fp_legend *legend)
{
    fp_free(legend->title);
    fp__legend_entries_destroy(legend->entries, legend->entry_count);
    legend->title = NULL;
    legend->entries = NULL;
    legend->entry_count = 0;
}

static void
legend_close(struct fp_object *obj)
{
    fp__artist_close((struct fp__artist *)obj);
    drop_texts((struct fp_legend *)obj);
}

static size_t
length(const char *text)
{
    return text ? strlen(text) + 1 : 0;
}

static size_t
legend_bytes(const struct fp_object *obj)
{
    const struct fp_legend *legend = (const struct fp_legend *)obj;
    size_t bytes = length(legend->title) + legend->entry_count * sizeof *legend->entries;

    for (size_t i = 0; i < legend->entry_count; i++)
        bytes += length(legend->entries[i].label);
    return bytes;
}

static const struct fp__artist_class legend_class = {
    .base = {.name = "legend",
             .size = sizeof(struct fp_legend),
             .close = legend_close,
             .bytes = legend_bytes},
    .layer = FP__LAYER_LEGEND,
    .draw = fp__legend_draw,
};

/* --- options ---------------------------------------------------------------------------------- */

struct fp_legend_options
fp_legend_defaults(void)
{
    return (struct fp_legend_options){.borderaxespad = .5,
                                      .title_fontsize = 10,
                                      .fontsize = 10,
                                      .ncol = 1,
                                      .frameon = true,
                                      .framealpha = .8};
}

static bool
is_font(double points)
{
    return points > 0 && points <= LARGEST_FONT;
}

static bool
is_placed(const struct fp_legend_options *o)
{
    bool finite = isfinite(o->borderaxespad) != 0;

    for (int i = 0; o->has_bbox_to_anchor && i < 4; i++)
        finite &= isfinite(o->bbox_to_anchor[i]) != 0;
    return finite && o->loc < FP_LEGEND_PLACES;
}

static enum fp_status
check_options(struct fp_context *ctx, const struct fp_legend_options *o)
{
    if (!is_placed(o))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "legend: no such place" FP__HINT "FP_LEGEND_BEST finds one");
    if (!is_font(o->fontsize) || !is_font(o->title_fontsize) || o->ncol < 1 ||
        !(o->framealpha >= 0 && o->framealpha <= 1))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "legend: a font's size is above 0, there is a column or more, and "
                        "framealpha is from 0 to 1");
    return FP_OK;
}

/* --- legend ----------------------------------------------------------------------------------- */

/* The axes' legend, or NULL. */
static struct fp_legend *
find(const struct fp_axes *ax)
{
    for (size_t i = 0; i < ax->body->artist_count; i++)
        if (ax->body->artists[i]->base.cls == &legend_class.base)
            return (struct fp_legend *)ax->body->artists[i];
    return NULL;
}

static struct fp_legend *
find_or_add(struct fp_axes *ax)
{
    struct fp_legend *legend = find(ax);

    if (legend)
        return legend;
    legend = fp__artist_create(ax, &legend_class);
    return legend && fp__axes_take_artist(ax, &legend->artist) == FP_OK ? legend : NULL;
}

/* What the legend will hold; its links are not set. */
static bool
copy_texts(struct fp_context *ctx, const struct fp_legend_options *options, struct fp_legend *copy)
{
    *copy = (struct fp_legend){.options = *options};
    if (!fp__legend_entries_create(ctx, options, &copy->entries))
        return false;
    copy->entry_count = copy->entries ? options->count : 0;
    if (fp__words_replace(ctx, "legend", &copy->title, options->title) == FP_OK)
        return true;
    drop_texts(copy);
    return false;
}

static void
take_texts(struct fp_legend *legend, const struct fp_legend *copy)
{
    drop_texts(legend);
    legend->options = copy->options;
    legend->title = copy->title;
    legend->entries = copy->entries;
    legend->entry_count = copy->entry_count;
}

struct fp_legend *
fp_axes_legend(struct fp_axes *ax, const struct fp_legend_options *options)
{
    struct fp_legend_options defaults = fp_legend_defaults();
    struct fp_legend *legend, copy;

    options = options ? options : &defaults;
    if (!fp__axes_open(ax) || check_options(ax->base.ctx, options) != FP_OK ||
        !copy_texts(ax->base.ctx, options, &copy))
        return NULL;
    legend = find_or_add(ax);
    if (legend)
        take_texts(legend, &copy);
    else
        drop_texts(&copy);
    return legend;
}
