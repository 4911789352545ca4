/* SPDX-License-Identifier: MIT */
/* bars_draw.c: bars on a canvas, and their samples in legends. */
#include "plots/bars.h"

struct fp__patch
fp__bars_patch(const struct fp_bars *bars, struct fp_color color)
{
    const struct fp_bar_options *o = &bars->options;
    struct fp__patch patch = {.face = color, .linewidth = o->linewidth};

    if (o->has_edgecolor)
        patch.edge = o->edgecolor;
    patch.face.a = (uint8_t)(patch.face.a * o->alpha + .5);
    patch.edge.a = (uint8_t)(patch.edge.a * o->alpha + .5);
    return patch;
}

void
fp__bars_clip(const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp__box *b = &view->box;
    const double clip[4] = {floor(b->x0 + .5), floor(canvas->height - b->y1 + .5),
                            floor(b->x1 + .5), floor(canvas->height - b->y0 + .5)};

    canvas->ops->clip(canvas, clip);
}

/* --- where bars are --------------------------------------------------------------------------- */

/* A unit length from `from` on, as matplotlib places it: one matrix made of that of the bar and
 * that of the axis, whose last bit can decide on which pixel the bar ends. */
static void
place_linear(const struct fp__stretch *stretch, double a, double b, double from, double length,
             double at[2])
{
    struct fp__affine bar = {(from + length) - from, from};
    struct fp__affine all = fp__affine_after(fp__view_affine(stretch, a, b), bar);

    at[0] = all.shift;
    at[1] = fp__affine_at(all, 1);
}

static bool
is_linear(const struct fp__view *view)
{
    return view->x.curve.kind == FP__CURVE_LINEAR && view->y.curve.kind == FP__CURVE_LINEAR;
}

/* In pixels, y up; its first corner first. */
static struct fp__box
place(const struct fp__view *view, const struct fp__bar *bar)
{
    const struct fp__box *b = &view->box;
    double x[2], y[2];

    if (!is_linear(view))
        return (struct fp__box){fp__view_x(view, bar->x), fp__view_y(view, bar->y),
                                fp__view_x(view, bar->x + bar->width),
                                fp__view_y(view, bar->y + bar->height)};
    place_linear(&view->x, b->x0, b->x1, bar->x, bar->width, x);
    place_linear(&view->y, b->y0, b->y1, bar->y, bar->height, y);
    return (struct fp__box){x[0], y[0], x[1], y[1]};
}

/* --- drawing ---------------------------------------------------------------------------------- */

enum fp_status
fp__bars_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_bars *bars = (const struct fp_bars *)artist;
    struct fp__bars_walk walk = fp__bars_walk(bars);
    enum fp_status status = fp__bars_check_open(bars);
    struct fp__bar bar;

    if (status != FP_OK)
        return status;
    fp__bars_clip(view, canvas);
    while (fp__bars_next(&walk, &bar)) {
        struct fp__patch patch = fp__bars_patch(bars, bar.color);
        struct fp__box box = place(view, &bar);

        fp__patch_rectangle(&patch, canvas, box.x0, canvas->height - box.y0, box.x1,
                            canvas->height - box.y1);
    }
    canvas->ops->clip(canvas, NULL);
    return FP_OK;
}

/* As the first of them. */
void
fp__bars_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    const struct fp_bars *bars = (const struct fp_bars *)artist;
    struct fp__patch patch =
        fp__bars_patch(bars, bars->colors ? bars->colors[0] : bars->options.color);

    fp__patch_rectangle(&patch, canvas, box[0], box[1], box[2], box[3]);
}

/* As matplotlib's _find_best_position: a rectangle counts once, wherever it meets the box. */
size_t
fp__bars_covered(const struct fp__artist *artist, const struct fp__view *view,
                 const struct fp__box *box)
{
    struct fp__bars_walk walk = fp__bars_walk((const struct fp_bars *)artist);
    struct fp__bar bar;
    size_t count = 0;

    while (fp__bars_next(&walk, &bar)) {
        struct fp__box b = place(view, &bar);

        count += fmin(b.x0, b.x1) < box->x1 && fmax(b.x0, b.x1) > box->x0 &&
                 fmin(b.y0, b.y1) < box->y1 && fmax(b.y0, b.y1) > box->y0;
    }
    return count;
}
