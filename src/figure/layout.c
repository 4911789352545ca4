/* SPDX-License-Identifier: MIT */
/* layout.c: boxes as matplotlib 3.6 lays them out (gridspec.py, colorbar.py, axes/_base.py:
 * get_grid_positions, make_axes_gridspec, apply_aspect), y up. */
#include "figure/layout.h"

#include <math.h>
#include <stddef.h>

#include "core/object.h"
#include "core/status.h"

/* A colorbar takes these fractions of the width of the place that it is given a share of. */
#define BAR_FRACTION 0.15
#define BAR_PAD 0.05

/* Cell i (from 0) of n along one side: `gap` is a fraction of the mean cell. */
static void
cell(double from, double to, double gap, int n, int i, double *first, double *last)
{
    double size = (to - from) / (n + gap * (n - 1));

    *first = from + i * size * (1 + gap);
    *last = *first + size;
}

static struct fp__box
grid_cell(const struct fp_margins *m, const struct fp__place *place)
{
    int row = (place->index - 1) / place->cols;
    int col = (place->index - 1) % place->cols;
    struct fp__box box;

    cell(m->left, m->right, m->wspace, place->cols, col, &box.x0, &box.x1);
    cell(m->bottom, m->top, m->hspace, place->rows, place->rows - 1 - row, &box.y0, &box.y1);
    return box;
}

/* The axes' whole place in pixels. */
static struct fp__box
whole_place(const struct fp__figure_body *fig, const struct fp__place *place)
{
    struct fp__box box = {place->box[0], place->box[1], place->box[0] + place->box[2],
                          place->box[1] + place->box[3]};
    double size[2];

    if (place->rows > 0)
        box = grid_cell(&fig->margins, place);
    fp__figure_extent(fig, size);
    return (struct fp__box){box.x0 * size[0], box.y0 * size[1], box.x1 * size[0], box.y1 * size[1]};
}

/* Splits a place: what stays for the axes at the left, what its colorbar gets at the right. */
static struct fp__box
split(struct fp__box *place)
{
    double width = place->x1 - place->x0;
    struct fp__box bar = *place;

    bar.x0 = place->x1 - BAR_FRACTION * width;
    place->x1 = bar.x0 - BAR_PAD * width;
    return bar;
}

/* The place of ax itself (bar NULL) or of one of its colorbars. */
static struct fp__box
place_among_bars(const struct fp__figure_body *fig, const struct fp_axes *ax,
                 const struct fp_axes *bar, bool *has_bars)
{
    struct fp__box place = whole_place(fig, &ax->body->place);

    *has_bars = false;
    for (size_t i = 0; i < fig->axes_count; i++) {
        const struct fp_axes *other = fig->axes[i];
        struct fp__box share;

        if (!other->body || fp__weak_peek(other->body->parent) != ax)
            continue;
        *has_bars = true;
        share = split(&place);
        if (other == bar)
            return share;
    }
    return place;
}

/* Height over width of the box, or 0 when it fills its place. */
static double
wanted_aspect(const struct fp__axes_body *body)
{
    if (body->box_aspect > 0)
        return body->box_aspect;
    return body->aspect *
           fabs((body->y.lim[1] - body->y.lim[0]) / (body->x.lim[1] - body->x.lim[0]));
}

static struct fp__box
shrink(struct fp__box place, double aspect, const double anchor[2])
{
    double width = place.x1 - place.x0;
    double height = place.y1 - place.y0;
    double w = width * aspect <= height ? width : height / aspect;
    double h = width * aspect <= height ? width * aspect : height;
    double x = place.x0 + anchor[0] * (width - w);
    double y = place.y0 + anchor[1] * (height - h);

    return (struct fp__box){x, y, x + w, y + h};
}

enum fp_status
fp__layout_box(struct fp_axes *ax, struct fp__box *box)
{
    static const double beside_bar[2] = {1, .5};
    struct fp__axes_body *body = ax->body;
    struct fp_axes *parent = fp__weak_peek(body->parent);
    struct fp_figure *fig = fp__axes_figure(body);
    double aspect = wanted_aspect(body);
    bool has_bars;

    if (!fig)
        return fp__fail_closed(ax->base.ctx, "figure");
    *box = place_among_bars(fig->body, parent ? parent : ax, parent ? ax : NULL, &has_bars);
    if (aspect > 0)
        *box = shrink(*box, aspect, has_bars && !parent ? beside_bar : body->anchor);
    return FP_OK;
}
