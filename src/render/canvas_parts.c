/* SPDX-License-Identifier: MIT */
/* canvas_parts.c: what the operations of a canvas share, and what it lets through. */
#include "render/canvas_parts.h"

#include <math.h>

bool
fp__canvas_sheet(const struct fp__image_canvas *canvas, struct fp__sheet *sheet)
{
    *sheet = (struct fp__sheet){.pixels = canvas->pixels,
                                .stride = canvas->stride,
                                .width = canvas->base.width,
                                .height = canvas->base.height};
    return !canvas->clipped && !canvas->grouped;
}

void
fp__canvas_own(struct fp__image_canvas *canvas)
{
    if (!canvas->ours)
        cairo_surface_flush(canvas->surface);
    canvas->ours = true;
}

void
fp__canvas_settle(struct fp__image_canvas *canvas)
{
    struct fp__sheet sheet;

    fp__canvas_own(canvas);
    fp__canvas_sheet(canvas, &sheet);
    fp__late_fills_settle(&canvas->late, &sheet);
}

cairo_t *
fp__canvas_cairo(struct fp__image_canvas *canvas)
{
    if (canvas->late.count > 0)
        fp__canvas_settle(canvas);
    if (canvas->ours)
        cairo_surface_mark_dirty(canvas->surface);
    canvas->ours = false;
    return canvas->cr;
}

void
fp__canvas_reach_anywhere(struct fp__image_canvas *canvas)
{
    if (canvas->ground)
        fp__ground_forget(canvas->ground);
}

cairo_t *
fp__canvas_with_color(struct fp__canvas *canvas, struct fp_color c)
{
    cairo_t *cr = fp__canvas_cairo((struct fp__image_canvas *)canvas);

    fp__canvas_meet(canvas, c);
    fp__canvas_reach_anywhere((struct fp__image_canvas *)canvas);
    cairo_set_source_rgba(cr, c.r / 255., c.g / 255., c.b / 255., c.a / 255.);
    return cr;
}

void
fp__canvas_clip(struct fp__canvas *canvas, const double box[4])
{
    cairo_t *cr = ((struct fp__image_canvas *)canvas)->cr;

    cairo_reset_clip(cr);
    ((struct fp__image_canvas *)canvas)->clipped = box != NULL;
    if (!box)
        return;
    cairo_rectangle(cr, fp__bounded(box[0]), fp__bounded(box[1]),
                    fp__bounded(box[2]) - fp__bounded(box[0]),
                    fp__bounded(box[3]) - fp__bounded(box[1]));
    cairo_clip(cr);
}

struct fp__ground
fp__canvas_ground(const struct fp__image_canvas *canvas)
{
    struct fp__ground ground = {.pixels = canvas->pixels, .stride = canvas->stride};
    double x0, y0, x1, y1;

    cairo_clip_extents(canvas->cr, &x0, &y0, &x1, &y1);
    ground.clip[0] = (int)fmax(floor(x0 + .5), 0);
    ground.clip[1] = (int)fmax(floor(y0 + .5), 0);
    ground.clip[2] = (int)fmin(floor(x1 + .5), canvas->base.width);
    ground.clip[3] = (int)fmin(floor(y1 + .5), canvas->base.height);
    return ground;
}
