/* SPDX-License-Identifier: MIT */
/* canvas_fill.c: rectangles, with sharp corners and with round ones. */
#include "render/canvas_parts.h"

#include <math.h>

#define LATE_LEAST 4096 /* pixels; what is smaller is filled as fast as it is remembered */

/* A coordinate on the canvas's edge or within, unless it is between two pixels. */
static bool
find_whole(double v, int most, int *whole)
{
    v = v < 0 ? 0 : v > most ? most : v;
    *whole = v == v ? (int)v : 0;
    return *whole == v;
}

static bool
find_whole_box(const double box[4], const struct fp__sheet *sheet, int whole[4])
{
    return box[0] <= box[2] && box[1] <= box[3] && find_whole(box[0], sheet->width, &whole[0]) &&
           find_whole(box[1], sheet->height, &whole[1]) &&
           find_whole(box[2], sheet->width, &whole[2]) &&
           find_whole(box[3], sheet->height, &whole[3]);
}

static bool
is_all(const int box[4], const struct fp__sheet *sheet)
{
    return box[0] == 0 && box[1] == 0 && box[2] == sheet->width && box[3] == sheet->height;
}

static bool
is_large(const int box[4])
{
    return box[0] < box[2] && box[1] < box[3] &&
           (int64_t)(box[2] - box[0]) * (box[3] - box[1]) >= LATE_LEAST;
}

/* A rectangle of whole pixels in an opaque colour, which cairo draws as well but takes a thousand
 * instructions for: the bands of a colorbar are hundreds. */
static bool
fill_pixels(struct fp__image_canvas *canvas, const double box[4], struct fp_color c)
{
    uint32_t pixel = 0xff000000u | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
    struct fp__sheet sheet;
    int whole[4];

    if (!fp__canvas_sheet(canvas, &sheet) || c.a < 255 || !find_whole_box(box, &sheet, whole))
        return false;
    fp__canvas_meet(&canvas->base, c);
    fp__canvas_own(canvas);
    if (is_all(whole, &sheet)) {
        fp__ground_fill(canvas->ground, &sheet, pixel, &canvas->late);
        return true;
    }
    fp__ground_touch(canvas->ground, whole);
    if (is_large(whole)) {
        fp__late_fills_add(&canvas->late, &sheet, whole, pixel);
    } else {
        fp__canvas_settle(canvas);
        fp__fill_box(&sheet, whole, pixel);
    }
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
