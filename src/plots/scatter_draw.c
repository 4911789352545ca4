/* SPDX-License-Identifier: MIT */
/* scatter_draw.c: scatters on a canvas, and their samples in legends. */
#include "plots/scatter.h"

#include "color/mapper.h"
#include "core/status.h"
#include "draw/marker.h"
#include "image/coloring.h"

#define WIDEST 0x1p17       /* pixels; wider ones could not be told from it on any canvas */
#define KEY_HEIGHT (3. / 8) /* the first of Legend._scatteryoffsets, in the key's box */

/* What all points of one drawing share. */
struct brush {
    const struct fp_scatter *scatter;
    struct fp__canvas *canvas;
    bool mapped;              /* there are values, and limits for them */
    struct fp__mapper mapper; /* to numbers: see fp__mapper_number */
};

static void
init_brush(struct brush *brush, const struct fp_scatter *scatter, struct fp__canvas *canvas)
{
    const struct fp_scatter_options *o = &scatter->options;
    struct fp_norm norm = fp__coloring_shown(&scatter->artist, &o->norm);
    const struct fp_color bad = FP_CLEAR;

    brush->scatter = scatter;
    brush->canvas = canvas;
    brush->mapped = o->values && !isnan(norm.vmin) && !isnan(norm.vmax);
    if (!brush->mapped)
        return;
    fp__mapper_init(&brush->mapper, &o->cmap, &norm, NULL, NULL, &bad);
    fp__mapper_number(&brush->mapper);
}

/* A value that the norm has no place for has no colour. */
static struct fp_color
color_of(const struct brush *brush, double value)
{
    const struct fp_scatter_options *o = &brush->scatter->options;
    struct fp_color color = o->values ? FP_CLEAR : o->color;
    uint32_t number;

    if (brush->mapped) {
        fp__mapper_row(&brush->mapper, &value, 1, &number);
        number = number < 1 ? 1 : number == o->cmap.n + 1 ? (uint32_t)o->cmap.n : number;
        color = number <= o->cmap.n ? fp_colormap_color(&o->cmap, number - 1) : FP_CLEAR;
    }
    color.a = (uint8_t)(color.a * o->alpha + .5);
    return color;
}

/* Joins are round, as a collection's are. */
static struct fp__marker_look
look_of(const struct brush *brush, double size, double value)
{
    const struct fp_scatter_options *o = &brush->scatter->options;
    double pixels = brush->canvas->dpi / 72;
    struct fp__marker_look look = {.shape = brush->scatter->marker,
                                   .size = fmin(sqrt(size) * pixels, WIDEST),
                                   .edge_width = fmin(o->linewidth * pixels, WIDEST),
                                   .face = color_of(brush, value),
                                   .join = FP__JOIN_ROUND};

    look.edge = look.face;
    if (o->has_edgecolor && look.shape->closed) {
        look.edge = o->edgecolor;
        look.edge.a = (uint8_t)(look.edge.a * o->alpha + .5);
    }
    return look;
}

/* Points of one size and colour matplotlib draws as a line's markers. */
static bool
is_plain(const struct fp_scatter *scatter)
{
    return !scatter->options.sizes && !scatter->options.values;
}

static void
put_all(const struct brush *brush, const struct fp__view *view)
{
    struct fp__scatter_walk walk = fp__scatter_walk(brush->scatter);
    struct fp__marker_look look = look_of(brush, brush->scatter->options.size, 0);
    struct fp__marker marker;
    struct fp__marker_places places = {.canvas = brush->canvas, .marker = &marker};
    struct fp__scatter_point point;

    if (!(look.size > 0))
        return;
    fp__marker_init(&marker, &look, fp__marker_is_rectilinear(look.shape));
    while (fp__scatter_next(&walk, &point))
        fp__marker_put(&places, fp__view_x(view, point.x),
                       brush->canvas->height - fp__view_y(view, point.y));
    fp__marker_flush(&places);
}

/* One at its very place, which need not be a pixel. */
static void
put_one(const struct brush *brush, const struct fp__marker_look *look, double x, double y)
{
    struct fp__marker marker;
    double reach = look->size + 2 * look->edge_width + 2;

    if (!(look->size > 0) || !(x > -reach && x < brush->canvas->width + reach && y > -reach &&
                               y < brush->canvas->height + reach))
        return;
    fp__marker_init_at(&marker, look, x, y);
    brush->canvas->ops->stamp(brush->canvas, &marker.stamp, (double[]){0}, (double[]){0}, 1);
}

static void
put_each(const struct brush *brush, const struct fp__view *view)
{
    struct fp__scatter_walk walk = fp__scatter_walk(brush->scatter);
    struct fp__scatter_point point;

    while (fp__scatter_next(&walk, &point)) {
        struct fp__marker_look look = look_of(brush, point.size, point.value);

        put_one(brush, &look, fp__view_x(view, point.x),
                brush->canvas->height - fp__view_y(view, point.y));
    }
}

static bool
is_closed(const struct fp_scatter *scatter)
{
    const struct fp_scatter_options *o = &scatter->options;

    return fp_is_closed(scatter->x) || fp_is_closed(scatter->y) ||
           (o->sizes && fp_is_closed(o->sizes)) || (o->values && fp_is_closed(o->values));
}

enum fp_status
fp__scatter_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_scatter *scatter = (const struct fp_scatter *)artist;
    struct brush brush;

    if (is_closed(scatter))
        return fp__fail_closed(canvas->ctx, "array of a scatter");
    init_brush(&brush, scatter, canvas);
    fp__artist_clip(canvas, &view->box);
    if (is_plain(scatter))
        put_all(&brush, view);
    else
        put_each(&brush, view);
    canvas->ops->clip(canvas, NULL);
    return FP_OK;
}

static void
put_like_others(const struct brush *brush, const struct fp__marker_look *look, double x, double y)
{
    struct fp__marker marker;
    struct fp__marker_places places = {.canvas = brush->canvas, .marker = &marker};

    if (!(look->size > 0))
        return;
    fp__marker_init(&marker, look, fp__marker_is_rectilinear(look->shape));
    fp__marker_put(&places, x, y);
    fp__marker_flush(&places);
}

/* One of the middle size, in the first colour. */
void
fp__scatter_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    const struct fp_scatter *scatter = (const struct fp_scatter *)artist;
    struct fp__scatter_walk walk = fp__scatter_walk(scatter);
    struct fp__scatter_point first = {0};
    struct fp__marker_look look;
    struct brush brush;
    double x = (box[0] + box[2]) / 2;
    double y = box[3] - KEY_HEIGHT * (box[3] - box[1]);

    init_brush(&brush, scatter, canvas);
    fp__scatter_next(&walk, &first);
    look = look_of(&brush, scatter->middle_size, first.value);
    if (is_plain(scatter))
        put_like_others(&brush, &look, x, y);
    else
        put_one(&brush, &look, x, y);
}
