/* SPDX-License-Identifier: MIT */
/* canvas_line.c: straight lines. */
#include "render/canvas_parts.h"

#include "render/bars.h"

/* Spines, marks and grid lines. */
static bool
draw_bar(struct fp__image_canvas *canvas, const double ends[4], double width, bool butt,
         struct fp_color color)
{
    struct fp__sheet sheet;
    struct fp__bar bar;
    int box[4];

    if (!fp__canvas_sheet(canvas, &sheet) || !fp__bar_of_line(&bar, ends, width, butt))
        return false;
    fp__canvas_meet(&canvas->base, color);
    fp__bar_reach(&bar, box);
    fp__ground_touch(canvas->ground, box);
    fp__canvas_settle(canvas);
    fp__bar_draw(&bar, &sheet, color);
    return true;
}

void
fp__canvas_line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, double width,
                bool butt, struct fp_color color)
{
    const double ends[4] = {fp__bounded(x0), fp__bounded(y0), fp__bounded(x1), fp__bounded(y1)};
    cairo_t *cr;

    if (draw_bar((struct fp__image_canvas *)canvas, ends, fp__bounded(width), butt, color))
        return;
    cr = fp__canvas_with_color(canvas, color);
    cairo_set_line_width(cr, width);
    cairo_set_line_cap(cr, butt ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
    cairo_move_to(cr, ends[0], ends[1]);
    cairo_line_to(cr, ends[2], ends[3]);
    cairo_stroke(cr);
}
