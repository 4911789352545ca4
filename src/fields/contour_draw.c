/* SPDX-License-Identifier: MIT */
/* contour_draw.c: contours on a canvas: lines, and areas.
 *
 * An area is all that lies above its lower level, and the next one is painted over it: edges are
 * smooth without a seam of what lies behind. Only where a colour is translucent areas end where the
 * next one begins, and are made of whole pixels. */
#include <math.h>

#include "draw/dash.h"
#include "draw/trace.h"
#include "fields/contour.h"

enum { CHUNK = 256 };

/* The grid; values that a log norm has no place for are NaN. */
static enum fp_status
read_grid(const struct fp_contour *contour, struct fp__points *points, double **z)
{
    struct fp_context *ctx = contour->artist.base.ctx;
    enum fp_status status = fp__points_read(ctx, &contour->source, points);

    if (status != FP_OK)
        return status;
    *z = fp__lattice_values(ctx, &contour->source);
    if (!*z)
        return FP_ERR_MEMORY;
    for (size_t i = 0; contour->log && i < points->nx * points->ny; i++)
        (*z)[i] = (*z)[i] > 0 ? (*z)[i] : NAN;
    return FP_OK;
}

/* --- lines ------------------------------------------------------------------------------------ */

static void
move_to_canvas(const struct fp__contour_pen *pen, struct fp__isolines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        lines->x[i] = fp__view_x(pen->view, lines->x[i]);
        lines->y[i] = pen->canvas->height - fp__view_y(pen->view, lines->y[i]);
    }
}

static void
begin_trace(const struct fp__contour_pen *pen, const struct fp__contour_look *look, size_t points)
{
    const struct fp__box *b = &pen->view->box;
    struct fp__stroke stroke = {.width = look->linewidth * pen->canvas->dpi / 72,
                                .color = look->color};
    double around = 2 * stroke.width + 2, height = pen->canvas->height;
    const double box[4] = {b->x0 - around, height - b->y1 - around, b->x1 + around,
                           height - b->y0 + around};

    fp__dash(&stroke, look->linestyle);
    fp__trace_begin(pen->trace, pen->canvas, &stroke, box, points);
    pen->trace->flat = true;
}

/* Short lines are stroked together; long ones may be thinned. */
#define SHORT 4096

static enum fp_status
draw_alone(struct fp__contour_pen *pen, size_t level, const struct fp__isolines *lines)
{
    enum fp_status status;

    fp__trace_end(pen->trace);
    begin_trace(pen, &pen->contour->looks[level], lines->n);
    status = fp__contour_draw_line(pen, level, lines->x, lines->y, lines->n);
    fp__trace_end(pen->trace);
    begin_trace(pen, &pen->contour->looks[level], 0);
    return status;
}

static enum fp_status
draw_level(struct fp__contour_pen *pen, size_t level, const struct fp__points *points,
           const double *z)
{
    struct fp__isolines lines;
    enum fp_status status =
        fp__isolines_begin(&lines, pen->canvas->ctx, points, z, pen->contour->levels[level], false);

    if (status != FP_OK)
        return status;
    begin_trace(pen, &pen->contour->looks[level], 0);
    while (status == FP_OK && fp__isolines_next(&lines)) {
        move_to_canvas(pen, &lines);
        status = lines.n > SHORT ? draw_alone(pen, level, &lines)
                                 : fp__contour_draw_line(pen, level, lines.x, lines.y, lines.n);
    }
    fp__trace_end(pen->trace);
    return lines.failed ? FP_ERR_MEMORY : status;
}

static enum fp_status
draw_lines(const struct fp_contour *contour, const struct fp__view *view, struct fp__canvas *canvas,
           const struct fp__points *points, const double *z)
{
    struct fp__trace trace;
    struct fp__contour_pen pen = {
        .contour = contour, .view = view, .canvas = canvas, .trace = &trace};
    enum fp_status status = FP_OK;

    for (size_t i = 0; status == FP_OK && i < contour->level_count; i++)
        if (contour->looks[i].linewidth > 0 && contour->looks[i].linestyle != FP_NO_LINE)
            status = draw_level(&pen, i, points, z);
    return status == FP_OK ? fp__contour_write_labels(&pen) : status;
}

/* --- areas ------------------------------------------------------------------------------------ */

struct painter {
    const struct fp_contour *contour;
    const struct fp__view *view;
    struct fp__canvas *canvas;
    const struct fp__points *points;
    const double *z;
    bool translucent; /* some colour is */
    bool beyond;      /* there are values above all levels that belong to no area */
};

/* Adds a ring to the path; turned, it takes away what lies in it. */
static void
add_ring(const struct painter *painter, const struct fp__isolines *lines, bool turned)
{
    double x[CHUNK], y[CHUNK];
    size_t n = 0;

    for (size_t i = 0; i < lines->n; i++) {
        size_t at = turned ? lines->n - 1 - i : i;

        x[n] = fp__view_x(painter->view, lines->x[at]);
        y[n++] = painter->canvas->height - fp__view_y(painter->view, lines->y[at]);
        if (n < CHUNK && i + 1 < lines->n)
            continue;
        painter->canvas->ops->path(painter->canvas, x, y, n);
        n = 0;
    }
    x[0] = y[0] = NAN;
    painter->canvas->ops->path(painter->canvas, x, y, 1);
}

static enum fp_status
add_rings(const struct painter *painter, double level, bool turned)
{
    struct fp__isolines lines;
    enum fp_status status =
        fp__isolines_begin(&lines, painter->canvas->ctx, painter->points, painter->z, level, true);

    if (status != FP_OK)
        return status;
    while (fp__isolines_next(&lines))
        add_ring(painter, &lines, turned);
    return lines.failed ? FP_ERR_MEMORY : FP_OK;
}

/* The area from one level to another, infinite ones included. */
static enum fp_status
paint(const struct painter *painter, double from, double to, struct fp_color color)
{
    const struct fp__canvas_ops *ops = painter->canvas->ops;
    const struct fp_contour *contour = painter->contour;
    double top = contour->levels[contour->level_count - 1];
    enum fp_status status = add_rings(painter, from, false);

    if (status == FP_OK && painter->translucent && to < INFINITY)
        status = add_rings(painter, to, true);
    else if (status == FP_OK && painter->beyond)
        status = add_rings(painter, top, true);
    (painter->translucent ? ops->mosaic : ops->area)(painter->canvas, color);
    return status;
}

static void
look_at_values(struct painter *painter)
{
    const struct fp_contour *contour = painter->contour;
    double top = contour->levels[contour->level_count - 1];

    for (size_t i = 0; i + 1 < contour->level_count + fp__contour_extends(contour, true); i++)
        painter->translucent |= contour->looks[i].color.a < 255;
    painter->translucent |= fp__contour_extends(contour, false) && contour->under.a < 255;
    if (fp__contour_extends(contour, true))
        return;
    for (size_t i = 0; i < painter->points->nx * painter->points->ny; i++)
        painter->beyond |= painter->z[i] > top;
}

static enum fp_status
draw_areas(struct painter *painter)
{
    const struct fp_contour *contour = painter->contour;
    const struct fp__contour_look *looks = contour->looks;
    const double *levels = contour->levels;
    size_t n = contour->level_count;
    enum fp_status status = FP_OK;

    look_at_values(painter);
    if (fp__contour_extends(contour, false))
        status = paint(painter, -INFINITY, levels[0], contour->under);
    for (size_t i = 0; status == FP_OK && i + 1 < n; i++)
        status = paint(painter, levels[i], levels[i + 1], looks[i].color);
    if (status == FP_OK && fp__contour_extends(contour, true))
        status = paint(painter, levels[n - 1], INFINITY, looks[n - 1].color);
    return status;
}

enum fp_status
fp__contour_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_contour *contour = (const struct fp_contour *)artist;
    const struct fp__box *b = &view->box;
    const double clip[4] = {floor(b->x0 + .5), floor(canvas->height - b->y1 + .5),
                            floor(b->x1 + .5), floor(canvas->height - b->y0 + .5)};
    struct fp__points points;
    double *z;
    enum fp_status status = read_grid(contour, &points, &z);

    if (status != FP_OK)
        return status;
    canvas->ops->clip(canvas, clip);
    if (contour->filled)
        status = draw_areas(&(struct painter){
            .contour = contour, .view = view, .canvas = canvas, .points = &points, .z = z});
    else
        status = draw_lines(contour, view, canvas, &points, z);
    canvas->ops->clip(canvas, NULL);
    return status;
}
