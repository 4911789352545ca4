/* SPDX-License-Identifier: MIT */
/* swatches.c: all colormaps in one picture, drawn with the library's own imshow: a strip for each,
 * in three columns. Coordinates are pixels from the upper left corner. */
#include "cli/verbs/colormaps.h"
#include "flatplot/notes.h"
#include "flatplot/plot.h"

enum {
    WIDTH = 1380,
    HEIGHT = 880,
    TOP = 34,     /* the first group's title */
    ROW = 22,     /* from one strip to the next */
    STRIP = 14,   /* its height */
    LENGTH = 256, /* and width: most maps have as many colours */
    COLUMN = 446, /* from one column to the next */
    LEFT = 40,    /* of the first column */
    NAME = 118,   /* from the left of a name to its strip */
    MARK = 10,    /* from a strip to its marks, and between them */
    GROUP = 14,   /* more room above a group's title than above a strip */
    KEY = HEIGHT - 30
};

/* Which column each group stands in: 23, 28 and 32 strips. */
static const int columns[FP__COLORMAP_GROUPS] = {0, 0, 1, 1, 2, 2, 2};

/* A little darker than white, which ends many maps. */
static const struct fp_color paper = {245, 245, 245, 255};
static const struct fp_color ink = {20, 20, 20, 255};
static const struct fp_color gray = {90, 90, 90, 255};
static const struct fp_color uniform_color = {214, 120, 0, 255};
static const struct fp_color safe_color = {0, 114, 178, 255};

/* The colours of a map, once each, as values 0 … n − 1. */
static struct fp_array *
ramp(struct fp_context *ctx, size_t n)
{
    struct fp_layout layout = fp_layout_c(FP_FLOAT64, 2, (const size_t[2]){1, n});
    double *values = fp_alloc_array(n, sizeof *values);
    struct fp_array *array = NULL;
    for (size_t i = 0; values && i < n; i++)
        values[i] = (double)i;
    if (values)
        array = fp_array_copy(ctx, values, &layout);
    fp_free(values);
    return array;
}

static enum fp_status
draw_strip(struct fp_context *ctx, struct fp_axes *ax, const char *name, double x, double y)
{
    struct fp_imshow_options options = fp_imshow_defaults();
    enum fp_status status = fp_colormap_find(ctx, name, &options.cmap);
    struct fp_array *array = status == FP_OK ? ramp(ctx, options.cmap.n) : NULL;
    options.interpolation = FP_NEAREST;
    options.aspect = FP_ASPECT_AUTO;
    options.has_extent = true;
    options.extent[0] = x;
    options.extent[1] = x + LENGTH;
    options.extent[2] = y + STRIP / 2.0;
    options.extent[3] = y - STRIP / 2.0;
    if (!array || !fp_axes_imshow(ax, array, &options))
        status = status == FP_OK ? FP_ERR_MEMORY : status;
    fp_unref(array);
    return status;
}

static enum fp_status
put(struct fp_axes *ax, double x, double y, const char *text, struct fp_color color)
{
    struct fp_text_options options = fp_text_defaults();

    options.va = FP_VALIGN_CENTER;
    options.has_color = true;
    options.color = color;
    return fp_axes_text(ax, x, y, text, &options) ? FP_OK : FP_ERR_MEMORY;
}

static enum fp_status
draw_entry(struct fp_context *ctx, struct fp_axes *ax, const struct fp__colormap_entry *e, double x,
           double y)
{
    double marks = x + NAME + LENGTH + MARK;
    enum fp_status status = put(ax, x, y, e->name, gray);
    if (status == FP_OK)
        status = draw_strip(ctx, ax, e->name, x + NAME, y);
    if (status == FP_OK && e->safe)
        status = put(ax, marks, y, "●", safe_color);
    if (status == FP_OK && e->uniform)
        status = put(ax, marks + 16, y, "◆", uniform_color);
    return status;
}

static enum fp_status
draw_group(struct fp_context *ctx, struct fp_axes *ax, const struct fp__colormap_group *group,
           double x, double *y)
{
    enum fp_status status = put(ax, x, *y, group->title, ink);
    *y += ROW + 2;
    for (size_t i = 0; i < group->count && status == FP_OK; i++, *y += ROW)
        status = draw_entry(ctx, ax, &group->entries[i], x, *y);
    *y += GROUP;
    return status;
}

static enum fp_status
draw_key(struct fp_axes *ax)
{
    enum fp_status status = put(ax, LEFT, KEY, "◆", uniform_color);
    if (status == FP_OK)
        status = put(ax, LEFT + 16, KEY, "uniform: equal steps look equal", gray);
    if (status == FP_OK)
        status = put(ax, LEFT, KEY - ROW, "●", safe_color);
    if (status == FP_OK)
        status = put(ax, LEFT + 16, KEY - ROW, "safe with every kind of colour vision", gray);
    return status;
}

static enum fp_status
draw_groups(struct fp_context *ctx, struct fp_axes *ax)
{
    double y[3] = {TOP, TOP, TOP};
    enum fp_status status = draw_key(ax);
    for (size_t i = 0; i < FP__COLORMAP_GROUPS && status == FP_OK; i++) {
        int column = columns[i];
        status = draw_group(ctx, ax, &fp__colormap_groups[i], LEFT + column * COLUMN, &y[column]);
    }
    return status;
}

enum fp_status
fp__swatches_draw(struct fp_context *ctx, struct fp_figure *figure)
{
    enum fp_status status = fp_figure_set_size_pixels(figure, WIDTH, HEIGHT);
    struct fp_axes *ax =
        status == FP_OK ? fp_figure_add_axes(figure, (const double[4]){0, 0, 1, 1}) : NULL;
    if (!ax)
        return status == FP_OK ? FP_ERR_MEMORY : status;
    status = fp_figure_set_facecolor(figure, paper);
    if (status == FP_OK)
        status = fp_axes_set_axis(ax, false);
    if (status == FP_OK)
        status = draw_groups(ctx, ax);
    if (status == FP_OK) /* each image had set its own */
        status = fp_axes_set_xlim(ax, 0, WIDTH);
    return status == FP_OK ? fp_axes_set_ylim(ax, HEIGHT, 0) : status;
}
