/* SPDX-License-Identifier: MIT */
/* bounds.c: matplotlib 3.6's tight bounding boxes (get_tightbbox with for_layout_only), found from
 * what is drawn, so that nothing has to be laid out twice. What lies inside of axes does not count:
 * images, fills and paths but arrows; nor do lines, which are drawn on whole pixels: ticks have
 * their room. */
#include "draw/bounds.h"

#include "draw/turn.h"

void
fp__bounds_add(struct fp__bounds *bounds, const struct fp__box *box)
{
    struct fp__box *b = &bounds->box;

    b->x0 = fmin(b->x0, fmin(box->x0, box->x1));
    b->x1 = fmax(b->x1, fmax(box->x0, box->x1));
    b->y0 = fmin(b->y0, fmin(box->y0, box->y1));
    b->y1 = fmax(b->y1, fmax(box->y0, box->y1));
}

/* From the canvas's coordinates, y down. */
static void
add(struct fp__canvas *canvas, double x0, double y0, double x1, double y1)
{
    double h = canvas->height;

    fp__bounds_add((struct fp__bounds *)canvas, &(struct fp__box){x0, h - y0, x1, h - y1});
}

static void
fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, struct fp_color color)
{
    (void)canvas, (void)x0, (void)y0, (void)x1, (void)y1, (void)color;
}

static void
line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, double width, bool butt,
     struct fp_color color)
{
    (void)canvas, (void)x0, (void)y0, (void)x1, (void)y1, (void)width, (void)butt, (void)color;
}

static void
clip(struct fp__canvas *canvas, const double box[4])
{
    (void)canvas, (void)box;
}

static void
path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    (void)canvas, (void)x, (void)y, (void)n;
}

static void
area(struct fp__canvas *canvas, struct fp_color color)
{
    (void)canvas, (void)color;
}

static void
stroke(struct fp__canvas *canvas, const struct fp__stroke *s)
{
    (void)canvas, (void)s;
}

static void
stamp(struct fp__canvas *canvas, const struct fp__stamp *s, const double *x, const double *y,
      size_t n)
{
    (void)canvas, (void)s, (void)x, (void)y, (void)n;
}

static void
panel(struct fp__canvas *canvas, const double box[4], double radius, struct fp_color color,
      double edge_width, struct fp_color edge)
{
    (void)radius, (void)color, (void)edge_width, (void)edge;
    add(canvas, box[0], box[1], box[2], box[3]);
}

static void
room(struct fp__canvas *canvas, const double box[4])
{
    add(canvas, box[0], box[1], box[2], box[3]);
}

static void
image(struct fp__canvas *canvas, const struct fp__blit *blit)
{
    (void)canvas, (void)blit;
}

static enum fp_status
extents(struct fp__canvas *canvas, const struct fp__words *words, struct fp__extents *e)
{
    struct fp__canvas *texts = ((struct fp__bounds *)canvas)->texts;

    return texts->ops->extents(texts, words, e);
}

/* A text that is centred on its axes and too long for them cannot be helped by moving them: of its
 * length only the middle counts. */
static enum fp_status
text(struct fp__canvas *canvas, const struct fp__words *w)
{
    struct fp__extents e;
    enum fp_status status = extents(canvas, w, &e);
    double first = w->centred ? e.width / 2 : 0, last = e.width - first;
    struct fp__box lying, turned;
    struct fp__turn turn;

    if (status != FP_OK || !(e.width > 0))
        return status;
    turn = fp__turn_by(w->angle);
    lying = (struct fp__box){first, -e.descent, last, e.ascent};
    turned = fp__turn_box(&turn, &lying);
    add(canvas, w->x + turned.x0, w->y - turned.y0, w->x + turned.x1, w->y - turned.y1);
    return FP_OK;
}

struct fp__bounds
fp__bounds_begin(struct fp__canvas *texts)
{
    static const struct fp__canvas_ops ops = {.fill = fill,
                                              .line = line,
                                              .clip = clip,
                                              .path = path,
                                              .area = area,
                                              .stroke = stroke,
                                              .stamp = stamp,
                                              .panel = panel,
                                              .image = image,
                                              .text = text,
                                              .extents = extents,
                                              .room = room};
    struct fp__bounds bounds = {
        .base = *texts, .texts = texts, .box = {INFINITY, INFINITY, -INFINITY, -INFINITY}};

    bounds.base.ops = &ops;
    return bounds;
}
