/* SPDX-License-Identifier: MIT */
/* errorbar_draw.c: error bars on a canvas, and their samples in legends. Bars first, then caps,
 * then the line: matplotlib's order. */
#include <math.h>

#include "core/status.h"
#include "plots/errorbar.h"

#define WIDEST 0x1p17 /* pixels; wider ones could not be told from it on any canvas */

/* A length in points, in pixels. */
static double
length_of(const struct fp__canvas *canvas, double points)
{
    return fmin(points * canvas->dpi / 72, WIDEST);
}

static void
draw_bar(const struct fp_errorbar *errorbar, struct fp__canvas *canvas, const double from[2],
         const double to[2])
{
    double width = length_of(canvas, errorbar->elinewidth);

    if (width > 0)
        canvas->ops->line(canvas, fp__snap(from[0], width), fp__snap(from[1], width),
                          fp__snap(to[0], width), fp__snap(to[1], width), width, true,
                          errorbar->ecolor);
}

/* Caps are markers: strokes across the bars. */
static void
init_cap(struct fp__marker *marker, const struct fp_errorbar *errorbar, int along,
         const struct fp__canvas *canvas)
{
    const struct fp__marker_shape *shape = fp__marker_find(along == 0 ? '|' : '_');
    double size = length_of(canvas, 2 * errorbar->capsize);
    struct fp__marker_look look = {.shape = shape,
                                   .size = size,
                                   .edge_width = length_of(canvas, errorbar->capthick),
                                   .face = errorbar->ecolor,
                                   .edge = errorbar->ecolor,
                                   .join = shape->join};

    fp__marker_init(marker, &look, fp__marker_snaps(shape, size));
}

/* An end of a bar on the canvas. */
static void
find_end(const struct fp__errorbar_point *point, int along, int end, const struct fp__view *view,
         const struct fp__canvas *canvas, double at[2])
{
    double data[2] = {point->at[0], point->at[1]};

    data[along] = point->ends[along][end];
    at[0] = fp__view_x(view, data[0]);
    at[1] = canvas->height - fp__view_y(view, data[1]);
}

static void
draw_bars(const struct fp_errorbar *errorbar, int along, const struct fp__view *view,
          struct fp__canvas *canvas)
{
    struct fp__errorbar_walk walk = fp__errorbar_walk(errorbar);
    struct fp__errorbar_point point;

    while (fp__errorbar_next(&walk, &point)) {
        double from[2], to[2];

        if (!fp__errorbar_has_bar(&point, along))
            continue;
        find_end(&point, along, 0, view, canvas, from);
        find_end(&point, along, 1, view, canvas, to);
        draw_bar(errorbar, canvas, from, to);
    }
}

static void
draw_caps(const struct fp_errorbar *errorbar, int along, int end, const struct fp__view *view,
          struct fp__canvas *canvas)
{
    struct fp__errorbar_walk walk = fp__errorbar_walk(errorbar);
    struct fp__marker marker;
    struct fp__marker_places places = {.canvas = canvas, .marker = &marker};
    struct fp__errorbar_point point;

    init_cap(&marker, errorbar, along, canvas);
    while (fp__errorbar_next(&walk, &point)) {
        double at[2];

        find_end(&point, along, end, view, canvas, at);
        fp__marker_put(&places, at[0], at[1]);
    }
    fp__marker_flush(&places);
}

enum fp_status
fp__errorbar_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_errorbar *errorbar = (const struct fp_errorbar *)artist;

    fp__artist_clip(canvas, &view->box);
    for (int along = 0; along < 2; along++)
        if (errorbar->errors[along][0])
            draw_bars(errorbar, along, view, canvas);
    for (int i = 0; errorbar->capsize > 0 && i < 4; i++)
        if (errorbar->errors[i / 2][i % 2])
            draw_caps(errorbar, i / 2, i % 2, view, canvas);
    canvas->ops->clip(canvas, NULL);
    return fp__line_draw(&errorbar->line->artist, view, canvas);
}

/* --- in a legend ------------------------------------------------------------------------------ */

/* A bar of one font size in the middle (HandlerErrorbar.get_err_size). */
static void
draw_key(const struct fp_errorbar *errorbar, int along, struct fp__canvas *canvas,
         const double middle[2], double half)
{
    struct fp__marker marker;
    struct fp__marker_places places = {.canvas = canvas, .marker = &marker};
    double from[2] = {middle[0], middle[1]}, to[2] = {middle[0], middle[1]};

    from[along] -= half;
    to[along] += half;
    draw_bar(errorbar, canvas, from, to);
    if (!(errorbar->capsize > 0))
        return;
    init_cap(&marker, errorbar, along, canvas);
    fp__marker_put(&places, from[0], from[1]);
    fp__marker_put(&places, to[0], to[1]);
    fp__marker_flush(&places);
}

void
fp__errorbar_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    const struct fp_errorbar *errorbar = (const struct fp_errorbar *)artist;
    double middle[2] = {(box[0] + box[2]) / 2, (box[1] + box[3]) / 2};

    for (int along = 0; along < 2; along++)
        if (errorbar->errors[along][0])
            draw_key(errorbar, along, canvas, middle, (box[2] - box[0]) / 4);
    fp__line_key(&errorbar->line->artist, canvas, box);
}
