/* SPDX-License-Identifier: MIT */
/* canvas_area.c: paths that are filled. */
#include "render/canvas_parts.h"

#include "render/dense.h"

/* The same pixels as cairo's, of areas that it would take minutes for. */
static bool
area_of_many_edges(struct fp__image_canvas *canvas, struct fp_color color)
{
    struct fp__ground ground = fp__canvas_ground(canvas);
    struct fp__cover cover;
    cairo_path_t *path;
    bool covered;

    if (canvas->points < FP__DENSE_POINTS || cairo_get_group_target(canvas->cr) != canvas->surface)
        return false;
    path = cairo_copy_path_flat(canvas->cr);
    covered = path->status == CAIRO_STATUS_SUCCESS && fp__dense_cover(path, ground.clip, &cover);
    cairo_path_destroy(path);
    if (!covered)
        return false;
    cairo_new_path(canvas->cr);
    if (color.a == 255) {
        fp__canvas_meet(&canvas->base, color);
        fp__canvas_reach_anywhere(canvas);
        fp__canvas_settle(canvas);
        fp__cover_fill(&cover, &ground, color);
    } else {
        cairo_mask_surface(fp__canvas_with_color(&canvas->base, color), cover.surface, cover.x,
                           cover.y);
    }
    fp__cover_finish(&cover);
    return true;
}

void
fp__canvas_area(struct fp__canvas *canvas, struct fp_color color)
{
    if (!area_of_many_edges((struct fp__image_canvas *)canvas, color))
        cairo_fill(fp__canvas_with_color(canvas, color));
    ((struct fp__image_canvas *)canvas)->points = 0;
}

void
fp__canvas_mosaic(struct fp__canvas *canvas, struct fp_color color)
{
    cairo_t *cr = ((struct fp__image_canvas *)canvas)->cr;

    cairo_set_antialias(cr, CAIRO_ANTIALIAS_NONE);
    cairo_fill(fp__canvas_with_color(canvas, color));
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_DEFAULT);
    ((struct fp__image_canvas *)canvas)->points = 0;
}
