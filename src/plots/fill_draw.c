/* SPDX-License-Identifier: MIT */
/* fill_draw.c: filled areas on a canvas. */
#include <math.h>

#include "core/status.h"
#include "draw/thin.h"
#include "plots/fill.h"

#define SNAP_AT_MOST 1024    /* Agg looks at no more corners (path_converters.h, PathSnapper) */
#define NEARLY_STRAIGHT 1e-4 /* and takes so many pixels for none */
#define DENSE 256 /* rows to a column of pixels; where a region has more its outline is thinned */

/* Thinned corners on their way to an outline. */
struct thinner {
    struct fp__thin thin; /* the first member */
    struct fp__outline *outline;
};

/* Corners on their way to the canvas: looked at first, then drawn. */
struct painter {
    struct fp__fill_sink sink; /* the first member */
    const struct fp__view *view;
    struct fp__canvas *canvas;
    bool rectilinear;
    size_t n;
    double last[2];
    struct fp__outline outline;
    bool dense;
    struct thinner thinner;
};

static void
find_corner(struct fp__fill_sink *sink, double x, double y, double corner[2])
{
    const struct painter *painter = (const struct painter *)sink;

    corner[0] = fp__view_x(painter->view, x);
    corner[1] = painter->canvas->height - fp__view_y(painter->view, y);
}

static void
look(struct fp__fill_sink *sink, double x, double y)
{
    struct painter *p = (struct painter *)sink;
    double corner[2];

    find_corner(sink, x, y, corner);
    if (p->n++ > 0 && fabs(corner[0] - p->last[0]) >= NEARLY_STRAIGHT &&
        fabs(corner[1] - p->last[1]) >= NEARLY_STRAIGHT)
        p->rectilinear = false;
    p->last[0] = corner[0];
    p->last[1] = corner[1];
}

static void
draw(struct fp__fill_sink *sink, double x, double y)
{
    struct painter *painter = (struct painter *)sink;
    double corner[2];

    find_corner(sink, x, y, corner);
    if (painter->dense)
        fp__thin_add(&painter->thinner.thin, corner[0], corner[1]);
    else
        fp__outline_add(&painter->outline, corner[0], corner[1]);
}

static void
put_thinned(struct fp__thin *thin, double x, double y)
{
    fp__outline_add(((struct thinner *)thin)->outline, x, y);
}

/* The closing corner counts too. */
static bool
is_rectilinear(struct painter *painter, const struct fp_fill *fill,
               const struct fp__fill_region *region)
{
    painter->sink.put = look;
    painter->rectilinear = true;
    painter->n = 0;
    if (region->to - region->from > SNAP_AT_MOST)
        return false;
    fp__fill_walk(fill, region, &painter->sink);
    return painter->rectilinear && painter->n + 1 <= SNAP_AT_MOST;
}

/* The outline of a face, or of an edge, which ends with its first corners again. */
static void
trace(struct painter *painter, const struct fp_fill *fill, const struct fp__fill_region *region,
      double width, bool snap, int again)
{
    painter->sink.put = draw;
    painter->dense = (double)(region->to - region->from) > DENSE * painter->canvas->width;
    painter->thinner.outline = &painter->outline;
    fp__outline_begin(&painter->outline, painter->canvas, width, snap);
    fp__thin_begin(&painter->thinner.thin, again > 0 ? width / 2 : 0, put_thinned);
    fp__fill_walk(fill, region, &painter->sink);
    fp__thin_end(&painter->thinner.thin);
    fp__outline_end(&painter->outline, again);
}

/* Between two lines each region is drawn by itself. */
static void
draw_region(struct painter *painter, const struct fp_fill *fill,
            const struct fp__fill_region *region)
{
    struct fp__stroke edge = fp__patch_edge(&fill->look, painter->canvas);
    bool snap = is_rectilinear(painter, fill, region);

    if (fill->look.face.a > 0) {
        trace(painter, fill, region, edge.width, snap, 0);
        painter->canvas->ops->area(painter->canvas, fill->look.face);
    }
    if (edge.width > 0) {
        trace(painter, fill, region, edge.width, snap, edge.dash_count > 0 ? 1 : 2);
        painter->canvas->ops->stroke(painter->canvas, &edge);
    }
}

static void
draw_regions(struct painter *painter, const struct fp_fill *fill)
{
    struct fp__fill_region region = {0};

    while (fp__fill_next_region(fill, &region))
        draw_region(painter, fill, &region);
}

/* The parts of a polygon are one path, so that one that runs the other way round is a hole. */
static void
trace_parts(struct painter *painter, const struct fp_fill *fill, double width, bool snap, int again)
{
    struct fp__fill_region part = {0};

    for (bool first = true; fp__fill_next_region(fill, &part); first = false) {
        if (!first)
            painter->canvas->ops->path(painter->canvas, (double[]){NAN}, (double[]){NAN}, 1);
        trace(painter, fill, &part, width, snap, again);
    }
}

static bool
are_rectilinear(struct painter *painter, const struct fp_fill *fill)
{
    struct fp__fill_region part = {0};
    bool all = true;

    while (all && fp__fill_next_region(fill, &part))
        all = is_rectilinear(painter, fill, &part);
    return all;
}

static void
draw_polygon(struct painter *painter, const struct fp_fill *fill)
{
    struct fp__stroke edge = fp__patch_edge(&fill->look, painter->canvas);
    bool snap = are_rectilinear(painter, fill);

    if (fill->look.face.a > 0) {
        trace_parts(painter, fill, edge.width, snap, 0);
        painter->canvas->ops->area(painter->canvas, fill->look.face);
    }
    if (edge.width > 0) {
        trace_parts(painter, fill, edge.width, snap, edge.dash_count > 0 ? 1 : 2);
        painter->canvas->ops->stroke(painter->canvas, &edge);
    }
}

static bool
is_closed(const struct fp_fill *fill)
{
    return fp_is_closed(fill->y[0]) || (fill->x && fp_is_closed(fill->x));
}

enum fp_status
fp__fill_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_fill *fill = (const struct fp_fill *)artist;
    struct painter painter = {.view = view, .canvas = canvas};

    if (is_closed(fill))
        return fp__fail_closed(canvas->ctx, "array of an area");
    fp__artist_clip(canvas, &view->box);
    if (fill->y[1])
        draw_regions(&painter, fill);
    else
        draw_polygon(&painter, fill);
    canvas->ops->clip(canvas, NULL);
    return FP_OK;
}
