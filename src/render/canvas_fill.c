/* SPDX-License-Identifier: MIT */
/* canvas_fill.c: rectangles, with sharp corners and with round ones. */
#include "render/canvas_parts.h"

#include <math.h>

static bool
is_whole(double v)
{
    return v == floor(v);
}

/* A rectangle of whole pixels in an opaque colour, which cairo draws as well but takes a thousand
 * instructions for: the bands of a colorbar are hundreds. */
static bool
fill_pixels(const struct fp__image_canvas *canvas, const double box[4], struct fp_color c)
{
    struct fp__sheet sheet;

    if (!fp__canvas_sheet(canvas, &sheet) || c.a < 255 || !is_whole(box[0]) || !is_whole(box[1]) ||
        !is_whole(box[2]) || !is_whole(box[3]))
        return false;
    uint32_t pixel = 0xff000000u | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
    int whole[4] = {(int)fp__clamp(box[0], 0, sheet.width), (int)fp__clamp(box[1], 0, sheet.height),
                    (int)fp__clamp(box[2], 0, sheet.width),
                    (int)fp__clamp(box[3], 0, sheet.height)};
    cairo_surface_flush(canvas->surface);
    if (whole[0] == 0 && whole[1] == 0 && whole[2] == sheet.width && whole[3] == sheet.height) {
        fp__ground_fill(canvas->ground, &sheet, pixel);
    } else {
        fp__ground_touch(canvas->ground, whole);
        fp__ground_fill_box(&sheet, whole, pixel);
    }
    cairo_surface_mark_dirty(canvas->surface);
    return true;
}

void
fp__canvas_fill(struct fp__canvas *canvas, double x0, double y0, double x1, double y1,
                struct fp_color color)
{
    cairo_t *cr;

    if (fill_pixels((struct fp__image_canvas *)canvas, (double[]){x0, y0, x1, y1}, color))
        return;
    cr = fp__canvas_with_color(canvas, color);
    x0 = fp__bounded(x0);
    y0 = fp__bounded(y0);
    cairo_rectangle(cr, x0, y0, fp__bounded(x1) - x0, fp__bounded(y1) - y0);
    cairo_fill(cr);
}

void
fp__canvas_panel(struct fp__canvas *canvas, const double box[4], double radius,
                 struct fp_color color, double edge_width, struct fp_color edge)
{
    cairo_t *cr = fp__canvas_with_color(canvas, color);
    double x0 = fp__bounded(box[0]) + radius, y0 = fp__bounded(box[1]) + radius;
    double x1 = fp__bounded(box[2]) - radius, y1 = fp__bounded(box[3]) - radius;

    cairo_new_path(cr);
    cairo_arc(cr, x1, y0, radius, -M_PI / 2, 0);
    cairo_arc(cr, x1, y1, radius, 0, M_PI / 2);
    cairo_arc(cr, x0, y1, radius, M_PI / 2, M_PI);
    cairo_arc(cr, x0, y0, radius, M_PI, 3 * M_PI / 2);
    cairo_close_path(cr);
    cairo_fill_preserve(cr);
    fp__canvas_with_color(canvas, edge);
    cairo_set_line_width(cr, edge_width);
    cairo_stroke(cr);
}
