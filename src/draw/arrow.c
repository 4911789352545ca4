/* SPDX-License-Identifier: MIT */
/* arrow.c: the way that an arrow goes, and drawing it. */
#include "draw/arrow.h"

#include <math.h>

#include "draw/dash.h"
#include "draw/patch.h"

#define PIECES 16            /* of a bend */
#define CORNERS_AT_MOST 4    /* of what is no bend */
#define NEARLY_STRAIGHT 1e-4 /* PathSnapper's */

/* matplotlib's ConnectionStyle.Arc3. */
static struct fp__bend
connect(struct fp__point a, struct fp__point b, double rad)
{
    struct fp__point pull = {(a.x + b.x) / 2 + rad * (b.y - a.y),
                             (a.y + b.y) / 2 - rad * (b.x - a.x)};

    return (struct fp__bend){{a, pull, b}};
}

/* Leaves out what is near one of its ends, unless that is all. */
static void
shrink(struct fp__bend *way, bool at_end, double length)
{
    struct fp__region near = {.middle = way->c[at_end ? 2 : 0], .radius = length};

    fp__bend_cut(way, &near, at_end ? way : NULL, at_end ? NULL : way);
}

struct fp__bend
fp__arrow_way(const struct fp__arrow *arrow)
{
    const struct fp_arrow_options *o = arrow->options;
    bool block = o->style == FP_ARROW_BLOCK;
    struct fp__bend way = connect(arrow->tail, arrow->head, o->rad);
    double length = hypot(arrow->head.x - arrow->tail.x, arrow->head.y - arrow->tail.y);

    if (arrow->out)
        fp__bend_cut(&way, arrow->out, NULL, &way);
    shrink(&way, false, block ? o->shrink * length : o->shrink_a * arrow->point);
    shrink(&way, true, block ? o->shrink * length : o->shrink_b * arrow->point);
    return way;
}

void
fp__arrow_add(struct fp__arrow_piece *piece, struct fp__point point)
{
    piece->x[piece->n] = point.x;
    piece->y[piece->n++] = point.y;
}

void
fp__arrow_add_bend(struct fp__arrow_piece *piece, const struct fp__bend *bend, bool back)
{
    for (int i = 0; i <= PIECES; i++)
        fp__arrow_add(piece, fp__bend_at(bend, (double)(back ? PIECES - i : i) / PIECES));
}

static bool
is_thin(enum fp_arrowstyle style)
{
    return style >= FP_ARROW_LINE && style <= FP_ARROW_BARS;
}

size_t
fp__arrow_shape(const struct fp__arrow *arrow, struct fp__arrow_piece pieces[3])
{
    struct fp__bend way = fp__arrow_way(arrow);

    if (is_thin(arrow->options->style))
        return fp__arrow_thin(arrow, &way, pieces);
    fp__arrow_solid(arrow, &way, &pieces[0]);
    return 1;
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* Agg has bars and brackets that lie along the axes sharp; never what it counts as a curve, as the
 * line between them. */
static bool
is_rectilinear(const struct fp__arrow_piece *piece)
{
    for (size_t i = 1; i < piece->n; i++)
        if (fabs(piece->x[i] - piece->x[i - 1]) >= NEARLY_STRAIGHT &&
            fabs(piece->y[i] - piece->y[i - 1]) >= NEARLY_STRAIGHT)
            return false;
    return piece->n <= CORNERS_AT_MOST;
}

static void
snap(struct fp__arrow_piece *piece, double width)
{
    for (size_t i = 0; i < piece->n; i++) {
        piece->x[i] = fp__snap(piece->x[i], width);
        piece->y[i] = fp__snap(piece->y[i], width);
    }
}

static void
draw_open(const struct fp__arrow *arrow, struct fp__arrow_piece *piece, struct fp__canvas *canvas)
{
    struct fp__stroke stroke = {.width = arrow->options->linewidth * arrow->point,
                                .round_ends = true,
                                .color = arrow->edge};

    if (!(stroke.width > 0) || arrow->options->linestyle == FP_NO_LINE)
        return;
    fp__dash(&stroke, arrow->options->linestyle);
    if (is_rectilinear(piece))
        snap(piece, stroke.width);
    canvas->ops->path(canvas, piece->x, piece->y, piece->n);
    canvas->ops->stroke(canvas, &stroke);
}

static void
draw_solid(const struct fp__arrow *arrow, const struct fp__arrow_piece *piece,
           struct fp__canvas *canvas)
{
    struct fp__patch patch = {.face = arrow->face,
                              .edge = arrow->edge,
                              .linewidth = arrow->options->linewidth,
                              .linestyle = arrow->options->linestyle,
                              .round = true};

    fp__patch_polygon(&patch, canvas, piece->x, piece->y, piece->n);
}

/* Without the width of its edge, as Patch.get_window_extent. */
static void
take_room(const struct fp__arrow_piece *piece, struct fp__canvas *canvas)
{
    double box[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};

    for (size_t i = 0; i < piece->n; i++) {
        box[0] = fmin(box[0], piece->x[i]);
        box[1] = fmin(box[1], piece->y[i]);
        box[2] = fmax(box[2], piece->x[i]);
        box[3] = fmax(box[3], piece->y[i]);
    }
    canvas->ops->room(canvas, box);
}

void
fp__arrow_draw(const struct fp__arrow *arrow, struct fp__canvas *canvas)
{
    struct fp__arrow_piece pieces[3];
    size_t n = fp__arrow_shape(arrow, pieces);

    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < pieces[i].n; k++)
            pieces[i].y[k] = canvas->height - pieces[i].y[k];
        if (canvas->ops->room)
            take_room(&pieces[i], canvas);
        if (pieces[i].solid)
            draw_solid(arrow, &pieces[i], canvas);
        else
            draw_open(arrow, &pieces[i], canvas);
    }
}
