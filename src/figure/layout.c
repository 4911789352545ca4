/* SPDX-License-Identifier: MIT */
/* layout.c: boxes as matplotlib 3.6 lays them out (gridspec.py, colorbar.py, axes/_base.py:
 * get_grid_positions, make_axes_gridspec, apply_aspect), y up. */
#include "figure/layout.h"

#include <math.h>
#include <stddef.h>

#include "core/object.h"
#include "core/status.h"

/* All of this is done in fractions of the figure and in matplotlib's order of operations: where a
 * box ends on half a pixel, the last bit decides to which side it is rounded. */

/* Along one side of length `total`, cut into n cells of sizes in the given ratios (NULL: equal)
 * with gaps between them, a fraction `gap` of the mean cell: where cell i begins and ends. */
static void
cell(double total, int n, double gap, const double *ratios, int i, double *first, double *last)
{
    double size = total / (n + gap * (n - 1));
    double sum = ratios ? 0 : n, unit, at = 0;

    *first = *last = 0;

    for (int k = 0; ratios && k < n; k++)
        sum += ratios[k];
    unit = size * n / sum;
    for (int k = 0; k <= i; k++) {
        *first = k > 0 ? at + gap * size : at;
        *last = at = *first + (ratios ? ratios[k] : 1) * unit;
    }
}

/* Columns count from the left, rows from the top. */
static void
take_column(struct fp__box *box, int n, double gap, const double *ratios, int i)
{
    double first, last, left = box->x0;

    cell(box->x1 - left, n, gap, ratios, i, &first, &last);
    box->x0 = left + first;
    box->x1 = left + last;
}

static void
take_row(struct fp__box *box, int n, double gap, const double *ratios, int i)
{
    double first, last, top = box->y1;

    cell(top - box->y0, n, gap, ratios, i, &first, &last);
    box->y1 = top - first;
    box->y0 = top - last;
}

struct fp__box
fp__layout_cell(const struct fp_margins *m, const struct fp__place *place)
{
    struct fp__box box = {m->left, m->bottom, m->right, m->top};

    if (place->rows == 0)
        return (struct fp__box){place->box[0], place->box[1], place->box[0] + place->box[2],
                                place->box[1] + place->box[3]};
    take_column(&box, place->cols, m->wspace, NULL, (place->index - 1) % place->cols);
    take_row(&box, place->rows, m->hspace, NULL, (place->index - 1) / place->cols);
    return box;
}

/* What a colorbar takes of a place, and how its own is cut, as matplotlib computes it. */
struct cut {
    double sizes[2]; /* of what stays for the axes, and of what the colorbar gets */
    double gap;
    double middle[3]; /* the bar is the second of three */
};

static struct cut
cut_for(const struct fp__axes_body *bar)
{
    double fraction = bar->share[0], pad = bar->share[1], shrink = bar->share[2];

    return (struct cut){{1 - fraction - pad, fraction},
                        2 * pad / (1 - pad),
                        {.5 * (1 - shrink), shrink, .5 * (1 - shrink)}};
}

/* What stays for the axes at the left, what its colorbar gets at the right. */
static struct fp__box
split_columns(struct fp__box *place, const struct cut *cut)
{
    struct fp__box bar = *place;

    take_column(place, 2, cut->gap, cut->sizes, 0);
    take_column(&bar, 2, cut->gap, cut->sizes, 1);
    take_row(place, 1, 0, NULL, 0);
    take_row(&bar, 1, 0, NULL, 0);
    take_row(&bar, 3, 0, cut->middle, 1);
    return bar;
}

/* What stays above, what the colorbar gets below. */
static struct fp__box
split_rows(struct fp__box *place, const struct cut *cut)
{
    struct fp__box bar = *place;

    take_row(place, 2, cut->gap, cut->sizes, 0);
    take_row(&bar, 2, cut->gap, cut->sizes, 1);
    take_column(place, 1, 0, NULL, 0);
    take_column(&bar, 1, 0, NULL, 0);
    take_column(&bar, 3, 0, cut->middle, 1);
    return bar;
}

static bool
is_horizontal(const struct fp__axes_body *bar)
{
    return bar->x.side == FP__SIDE_BOTTOM;
}

/* The place of ax itself (bar NULL) or of one of its colorbars. The anchor becomes that which the
 * last colorbar gives to its axes. */
static struct fp__box
place_among_bars(const struct fp__figure_body *fig, const struct fp_axes *ax,
                 const struct fp_axes *bar, const double **anchor)
{
    static const double beside_bar[2] = {1, .5}, above_bar[2] = {.5, 0};
    struct fp__box place = fp__layout_cell(&fig->margins, &ax->body->place);

    for (size_t i = 0; i < fig->axes_count; i++) {
        const struct fp_axes *other = fig->axes[i];
        struct fp_axes *parent = other->body ? fp__weak_peek(other->body->parent) : NULL;
        struct fp__box share;
        struct cut cut;

        if (!parent || fp__axes_base(parent) != ax)
            continue;
        cut = cut_for(other->body);
        share = is_horizontal(other->body) ? split_rows(&place, &cut) : split_columns(&place, &cut);
        if (other == bar)
            return share;
        *anchor = is_horizontal(other->body) ? above_bar : beside_bar;
    }
    return place;
}

/* Height over width of the box, or 0 when it fills its place. Data units are those along the axes'
 * curves: decades on log axes. */
static double
wanted_aspect(const struct fp__axes_body *body)
{
    struct fp__stretch x = fp__axis_stretch(&body->x), y = fp__axis_stretch(&body->y);

    if (body->box_aspect > 0)
        return body->box_aspect;
    return body->aspect * fabs((y.lim[1] - y.lim[0]) / (x.lim[1] - x.lim[0]));
}

/* Leaves the ends of a colorbar's place to its points: matplotlib's _ColorbarAxesLocator. */
static void
cut_points(struct fp__box *place, const struct fp__axes_body *bar, double *aspect)
{
    double all = bar->points[0] + bar->points[1] + 1, part = 1 / all, before = bar->points[0] / all;
    double w = place->x1 - place->x0, h = place->y1 - place->y0;

    if (is_horizontal(bar)) {
        *place = (struct fp__box){place->x0 + before * w, place->y0,
                                  place->x0 + part * w + before * w, place->y1};
        *aspect = 1 / (1 / *aspect * part);
    } else {
        *place = (struct fp__box){place->x0, place->y0 + before * h, place->x1,
                                  place->y0 + part * h + before * h};
        *aspect *= part;
    }
}

/* figure: the figure's height over its width, for the place is in fractions of both. */
static struct fp__box
shrink(struct fp__box place, double aspect, double figure, const double anchor[2])
{
    double w = place.x1 - place.x0, h = place.y1 - place.y0;
    struct fp__box b = {place.x0, place.y0, place.x0 + w, place.y0 + w * aspect / figure};
    double dx, dy;

    if (!(w * aspect / figure <= h)) {
        b.x1 = b.x0 + h * figure / aspect;
        b.y1 = b.y0 + h;
    }
    dx = place.x0 + anchor[0] * (w - (b.x1 - b.x0)) - b.x0;
    dy = place.y0 + anchor[1] * (h - (b.y1 - b.y0)) - b.y0;
    return (struct fp__box){b.x0 + dx, b.y0 + dy, b.x1 + dx, b.y1 + dy};
}

enum fp_status
fp__layout_box(struct fp_axes *twin, struct fp__box *box)
{
    struct fp_axes *ax = fp__axes_base(twin);
    struct fp__axes_body *body = ax->body;
    struct fp_axes *owner = fp__weak_peek(body->parent);
    struct fp_axes *parent = owner ? fp__axes_base(owner) : NULL; /* a twin's bars are its base's */
    struct fp_figure *fig = fp__axes_figure(body);
    double aspect = wanted_aspect(body), size[2];
    const double *anchor = body->anchor;

    if (!fig)
        return fp__fail_closed(ax->base.ctx, "figure");
    fp__figure_extent(fig->body, size);
    *box = place_among_bars(fig->body, parent ? parent : ax, parent ? ax : NULL, &anchor);
    if (parent && body->points[0] + body->points[1] > 0)
        cut_points(box, body, &aspect);
    if (aspect > 0)
        *box = shrink(*box, aspect, size[1] / size[0], parent ? body->anchor : anchor);
    *box = (struct fp__box){box->x0 * size[0], box->y0 * size[1], box->x1 * size[0],
                            box->y1 * size[1]};
    return FP_OK;
}
