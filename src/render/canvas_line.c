/* SPDX-License-Identifier: MIT */
/* canvas_line.c: straight lines. */
#include "render/canvas_parts.h"

#include "render/deeds.h"

static void
draw_line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, double width,
          bool butt, struct fp_color color)
{
    cairo_t *cr = fp__canvas_set_color(canvas, color);

    cairo_set_line_width(cr, width);
    cairo_set_line_cap(cr, butt ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
    cairo_move_to(cr, fp__bounded(x0), fp__bounded(y0));
    cairo_line_to(cr, fp__bounded(x1), fp__bounded(y1));
    cairo_stroke(cr);
}

void
fp__canvas_line(struct fp__canvas *canvas, double x0, double y0, double x1, double y1, double width,
                bool butt, struct fp_color color)
{
    struct fp__image_canvas *c = (struct fp__image_canvas *)canvas;
    struct fp__patch *patch = NULL;
    struct fp__sheet sheet;
    struct fp__deed deed;
    int box[4];

    if (fp__canvas_sheet(c, &sheet) &&
        fp__deed_of_line(&deed, (double[]){x0, y0, x1, y1}, width, butt, color, box)) {
        bool known = fp__patches_redo(c->patches, &deed, &sheet, box);

        fp__ground_touch(c->ground, box);
        if (known)
            return;
        patch = fp__patches_begin(c->patches, &deed, box, &sheet);
    } else {
        fp__ground_forget(c->ground);
    }
    draw_line(canvas, x0, y0, x1, y1, width, butt, color);
    fp__patches_end(c->patches, patch, &sheet);
}
