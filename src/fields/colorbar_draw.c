/* SPDX-License-Identifier: MIT */
/* colorbar_draw.c: a colorbar on a canvas: a band for each colour, and the points at its ends.
 *
 * Everything is worked out for a bar that lies: along it from its lower end, and across. */
#include "fields/colorbar.h"

#include <math.h>

#include "color/boundaries.h"
#include "core/object.h"
#include "fields/contour.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "image/coloring.h"

#define OUTLINE_WIDTH 0.8 /* points: matplotlib's axes.linewidth */

struct bands {
    const struct fp__coloring *coloring;
    struct fp__boundaries boundaries; /* of a boundary norm */
    size_t count;
    double first, last; /* the places in the colormap that the ends of the bar show, 0 … 1 */
};

static void
find_bands(struct bands *bands, const struct fp__coloring *coloring, const struct fp_norm *norm)
{
    bool bent = norm->kind == FP_NORM_TWOSLOPE;

    bands->coloring = coloring;
    bands->count = coloring->cmap.n;
    bands->first = bent && norm->center == norm->vmin ? .5 : 0;
    bands->last = bent && norm->center == norm->vmax ? .5 : 1;
    if (norm->kind != FP_NORM_BOUNDARY)
        return;
    fp__boundaries_init(&bands->boundaries, norm, coloring->cmap.n);
    bands->count = bands->boundaries.count > 0 ? bands->boundaries.count - 1 : 0;
}

/* As transparent as the artist is as a whole. */
static struct fp_color
fade(const struct bands *bands, struct fp_color color)
{
    color.a = (uint8_t)(color.a * bands->coloring->alpha + .5);
    return color;
}

static struct fp_color
color_of(const struct bands *bands, size_t band)
{
    bool bounded = bands->coloring->norm.kind == FP_NORM_BOUNDARY;
    size_t i = bounded ? (size_t)fp__boundaries_color(&bands->boundaries, band) : band;

    return fade(bands, fp_colormap_color(&bands->coloring->cmap, i));
}

/* A row (or column) of pixels shows the band that its middle lies in. */
static void
draw_bands(const struct bands *bands, const struct fp__box *b, bool horizontal,
           struct fp__canvas *canvas)
{
    double left = floor(b->x0 + .5), right = floor(b->x1 + .5), h = canvas->height;
    double top = floor(h - b->y1 + .5), bottom = floor(h - b->y0 + .5);
    double from = horizontal ? left : top, to = horizontal ? right : bottom;
    double most = horizontal ? canvas->width : h, n = (double)bands->count;

    for (double at = fmax(from, 0); n > 0 && at < fmin(to, most); at++) {
        double along = horizontal ? (at + .5 - b->x0) / (b->x1 - b->x0)
                                  : (h - (at + .5) - b->y0) / (b->y1 - b->y0);
        double place = bands->first + along * (bands->last - bands->first);
        struct fp_color color = color_of(bands, (size_t)fmin(fmax(floor(place * n), 0), n - 1));

        if (horizontal)
            canvas->ops->fill(canvas, at, top, at + 1, bottom, color);
        else
            canvas->ops->fill(canvas, left, at, right, at + 1, color);
    }
}

/* --- points ----------------------------------------------------------------------------------- */

/* Along the bar a place of 0 is its lower end and 1 its upper one; across, 0 … 1. */
struct place {
    double along, across;
};

/* Onto the canvas; the ends and sides on whole pixels, or half ones for lines of odd width. */
static void
find_place(const struct fp__box *b, bool horizontal, const struct fp__canvas *canvas, double width,
           struct place at, double *x, double *y)
{
    double right = horizontal ? at.along : at.across, up = horizontal ? at.across : at.along;

    *x = fp__snap(b->x0 + right * (b->x1 - b->x0), width);
    *y = fp__snap(canvas->height - (b->y0 + up * (b->y1 - b->y0)), width);
}

static void
add_path(const struct fp__box *b, bool horizontal, struct fp__canvas *canvas, double width,
         const struct place *places, size_t n)
{
    double x[8], y[8];

    for (size_t i = 0; i < n; i++)
        find_place(b, horizontal, canvas, width, places[i], &x[i], &y[i]);
    canvas->ops->path(canvas, x, y, n);
}

static void
draw_points(const struct bands *bands, const struct fp__box *b, const struct fp_colorbar *bar,
            struct fp__canvas *canvas, const double points[2])
{
    const struct fp__coloring *o = bands->coloring;
    struct fp_color under = o->has_under ? o->under : fp_colormap_color(&o->cmap, 0);
    struct fp_color over = o->has_over ? o->over : fp_colormap_color(&o->cmap, o->cmap.n - 1);
    bool horizontal = bar->options.horizontal;
    double low = -points[0], high = 1 + points[1];

    if (points[0] > 0) {
        add_path(b, horizontal, canvas, 2, (struct place[]){{0, 0}, {low, .5}, {0, 1}}, 3);
        canvas->ops->area(canvas, fade(bands, under));
    }
    if (points[1] > 0) {
        add_path(b, horizontal, canvas, 2, (struct place[]){{1, 0}, {high, .5}, {1, 1}}, 3);
        canvas->ops->area(canvas, fade(bands, over));
    }
}

static void
draw_outline(const struct fp__box *b, const struct fp_colorbar *bar, struct fp__canvas *canvas,
             const double points[2], struct fp_color ink)
{
    double width = OUTLINE_WIDTH * canvas->dpi / 72, low = -points[0], high = 1 + points[1];
    const struct place outline[] = {{0, 0}, {low, .5}, {0, 1}, {1, 1}, {high, .5}, {1, 0}, {0, 0}};

    add_path(b, bar->options.horizontal, canvas, width, outline, 7);
    canvas->ops->stroke(canvas, &(struct fp__stroke){.width = width, .color = ink});
}

enum fp_status
fp__colorbar_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp_colorbar *bar = (struct fp_colorbar *)artist;
    const struct fp__axes_body *axes = fp__artist_axes(artist)->body;
    struct fp_norm norm = fp__colorbar_norm(bar);
    struct fp__coloring coloring;
    struct bands bands;

    if (!fp__colorbar_coloring(bar, &coloring))
        return FP_OK;
    find_bands(&bands, &coloring, &norm);
    if (coloring.contour)
        fp__colorbar_draw_levels(bar, coloring.contour, view, canvas);
    else
        draw_bands(&bands, &view->box, bar->options.horizontal, canvas);
    if (bar->options.extend == FP_EXTEND_NEITHER)
        return FP_OK;
    if (!coloring.contour || coloring.contour->filled)
        draw_points(&bands, &view->box, bar, canvas, axes->points);
    draw_outline(&view->box, bar, canvas, axes->points, fp__style_of(axes)->ink);
    return FP_OK;
}
