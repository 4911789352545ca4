/* SPDX-License-Identifier: MIT */
/* span.c: the span artist: what axvspan makes. */
#include <math.h>

#include "core/status.h"
#include "figure/axes.h"
#include "flatplot/plot.h"

struct fp_span {
    struct fp__artist artist;
    double x[2];
    struct fp_color color;
};

static void
span_close(struct fp_object *obj)
{
    fp__artist_close((struct fp__artist *)obj);
}

static enum fp_status
span_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_span *span = (const struct fp_span *)artist;
    const struct fp__box *b = &view->box;
    double x0 = fp__clamp(fp__view_x(view, span->x[0]), b->x0, b->x1);
    double x1 = fp__clamp(fp__view_x(view, span->x[1]), b->x0, b->x1);

    canvas->ops->fill(canvas, floor(fmin(x0, x1) + .5), floor(canvas->height - b->y1 + .5),
                      floor(fmax(x0, x1) + .5), floor(canvas->height - b->y0 + .5), span->color);
    return FP_OK;
}

/* As matplotlib's _find_best_position: a patch counts once, wherever its bounds meet the box. */
static size_t
span_covered(const struct fp__artist *artist, const struct fp__view *view,
             const struct fp__box *box)
{
    const struct fp_span *span = (const struct fp_span *)artist;
    double x0 = fp__view_x(view, span->x[0]), x1 = fp__view_x(view, span->x[1]);

    return fmin(x0, x1) < box->x1 && fmax(x0, x1) > box->x0;
}

static const struct fp__artist_class span_class = {
    .base = {.name = "span", .size = sizeof(struct fp_span), .close = span_close},
    .layer = FP__LAYER_PATCHES,
    .covered = span_covered,
    .draw = span_draw,
};

struct fp_span *
fp_axes_axvspan(struct fp_axes *ax, double x0, double x1, struct fp_color color)
{
    struct fp_span *span;

    if (!fp__axes_open(ax))
        return NULL;
    if (!isfinite(x0) || !isfinite(x1)) {
        fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
                 "axvspan: the ends must be finite" FP__HINT "they are data coordinates");
        return NULL;
    }
    span = fp__artist_create(ax, &span_class);
    if (!span)
        return NULL;
    span->x[0] = x0;
    span->x[1] = x1;
    span->color = color;
    return fp__axes_take_artist(ax, &span->artist) == FP_OK ? span : NULL;
}
