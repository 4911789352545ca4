/* SPDX-License-Identifier: MIT */
/* line_draw.c: lines and their markers on a canvas, and their samples in legends. */
#include <math.h>
#include <string.h>

#include "core/status.h"
#include "draw/dash.h"
#include "draw/trace.h"
#include "plots/line.h"

#define WIDEST 0x1p17     /* pixels; wider ones could not be told from it on any canvas */
#define SNAP_AT_MOST 1024 /* Agg looks at no more points (path_converters.h, PathSnapper) */

struct fp__stroke
fp__line_stroke(const struct fp_line *line, const struct fp__canvas *canvas)
{
    struct fp__stroke stroke = {.width = fmin(line->linewidth * canvas->dpi / 72, WIDEST),
                                .color = line->color};

    fp__dash(&stroke, line->linestyle);
    return stroke;
}

/* The next point on the canvas. */
static bool
next_on_canvas(struct fp__line_walk *walk, const struct fp__view *view,
               const struct fp__canvas *canvas, double *x, double *y)
{
    if (!fp__line_next(walk, x, y))
        return false;
    *x = fp__view_x(view, *x);
    *y = canvas->height - fp__view_y(view, *y);
    return true;
}

/* Lines of horizontal and vertical pieces only snap to whole pixels, as in Agg. */
static bool
is_rectilinear(const struct fp_line *line, const struct fp__view *view,
               const struct fp__canvas *canvas)
{
    struct fp__line_walk walk = fp__line_walk(line);
    double x, y, last_x = NAN, last_y = NAN;

    if (fp__line_count(line) > SNAP_AT_MOST)
        return false;
    while (next_on_canvas(&walk, view, canvas, &x, &y)) {
        bool gap = !isfinite(x) || !isfinite(y);

        if (!gap && fabs(x - last_x) >= 1e-4 && fabs(y - last_y) >= 1e-4)
            return false;
        last_x = gap ? NAN : x;
        last_y = gap ? NAN : y;
    }
    return true;
}

/* The canvas, and around it room enough for the ends of what was cut off. Dashes begin where Agg
 * cuts (path_converters.h, PathClipper): one pixel outside. */
static void
find_visible(const struct fp__canvas *canvas, const struct fp__stroke *stroke, double box[4])
{
    double around = stroke->dash_count > 0 ? 1 : 2 * stroke->width + 2;

    box[0] = box[1] = -around;
    box[2] = canvas->width + around;
    box[3] = canvas->height + around;
}

static void
trace_points(const struct fp_line *line, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp__stroke stroke = fp__line_stroke(line, canvas);
    bool snap = is_rectilinear(line, view, canvas);
    struct fp__line_walk walk = fp__line_walk(line);
    struct fp__trace trace;
    double box[4], x, y;

    find_visible(canvas, &stroke, box);
    for (int i = 0; snap && i < 4; i++)
        box[i] = fp__snap(box[i], stroke.width); /* Agg snaps after it cut */
    fp__trace_begin(&trace, canvas, &stroke, box, fp__line_count(line));
    while (next_on_canvas(&walk, view, canvas, &x, &y))
        fp__trace_add(&trace, snap ? fp__snap(x, stroke.width) : x,
                      snap ? fp__snap(y, stroke.width) : y);
    fp__trace_end(&trace);
}

/* --- markers ---------------------------------------------------------------------------------- */

/* As Line2D.draw: a "," is one pixel without an edge, whatever its size. */
static void
init_marker(struct fp__marker *marker, const struct fp_line *line, const struct fp__canvas *canvas)
{
    double size = fmin(line->markersize * canvas->dpi / 72, WIDEST);
    bool pixel = line->marker->name == ',';
    struct fp__marker_look look = {
        .shape = line->marker,
        .size = pixel ? 1 : size,
        .edge_width = pixel ? 0 : fmin(line->markeredgewidth * canvas->dpi / 72, WIDEST),
        .face = line->markerface,
        .edge = line->markeredge,
        .join = line->marker->join};

    fp__marker_init(marker, &look, fp__marker_snaps(line->marker, size));
}

/* At the line's values, also where it runs in steps. */
static void
put_markers(const struct fp_line *line, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp__columns columns = fp__line_columns(line);
    struct fp__marker marker;
    struct fp__marker_places places = {.canvas = canvas, .marker = &marker};
    double row[2];

    init_marker(&marker, line, canvas);
    while (fp__columns_next(&columns, row))
        fp__marker_put(&places, fp__view_x(view, row[0]),
                       canvas->height - fp__view_y(view, row[1]));
    fp__marker_flush(&places);
}

enum fp_status
fp__line_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_line *line = (const struct fp_line *)artist;

    if (fp_is_closed(line->y) || (line->x && fp_is_closed(line->x)))
        return fp__fail_closed(canvas->ctx, "array of a line");
    fp__artist_clip(canvas, &view->box);
    if (line->linestyle != FP_NO_LINE)
        trace_points(line, view, canvas);
    if (line->marker && line->markersize > 0)
        put_markers(line, view, canvas);
    canvas->ops->clip(canvas, NULL);
    return FP_OK;
}

/* --- in a legend ------------------------------------------------------------------------------ */

static void
trace_key(const struct fp_line *line, struct fp__canvas *canvas, const double key[4])
{
    struct fp__stroke stroke = fp__line_stroke(line, canvas);
    struct fp__trace trace;
    double y = fp__snap((key[1] + key[3]) / 2, stroke.width);
    double box[4];

    find_visible(canvas, &stroke, box);
    fp__trace_begin(&trace, canvas, &stroke, box, 2);
    fp__trace_add(&trace, fp__snap(key[0], stroke.width), y);
    fp__trace_add(&trace, fp__snap(key[2], stroke.width), y);
    fp__trace_end(&trace);
}

void
fp__line_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    const struct fp_line *line = (const struct fp_line *)artist;
    struct fp__marker marker;
    struct fp__marker_places places = {.canvas = canvas, .marker = &marker};

    if (line->linestyle != FP_NO_LINE)
        trace_key(line, canvas, box);
    if (!line->marker || !(line->markersize > 0))
        return;
    init_marker(&marker, line, canvas);
    fp__marker_put(&places, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    fp__marker_flush(&places);
}

/* As matplotlib's _find_best_position: the points inside, and one more if the line crosses the box.
 */
size_t
fp__line_covered(const struct fp__artist *artist, const struct fp__view *view,
                 const struct fp__box *b)
{
    const double box[4] = {b->x0, b->y0, b->x1, b->y1};
    struct fp__line_walk walk = fp__line_walk((const struct fp_line *)artist);
    double x, y, before[2] = {NAN, NAN};
    bool crosses = false;
    size_t inside = 0;

    while (fp__line_next(&walk, &x, &y)) {
        double at[2] = {fp__view_x(view, x), fp__view_y(view, y)}, to[2];

        if (!isfinite(at[0]) || !isfinite(at[1]))
            at[0] = NAN;
        inside += at[0] > b->x0 && at[0] < b->x1 && at[1] > b->y0 && at[1] < b->y1;
        memcpy(to, at, sizeof to);
        if (!crosses && !isnan(before[0]) && !isnan(at[0]))
            crosses = fp__trace_cut(box, before, to);
        memcpy(before, at, sizeof before);
    }
    return inside + crosses;
}
