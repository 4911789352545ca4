/* SPDX-License-Identifier: MIT */
/* span.c: the span artist: what axhspan and axvspan make. */
#include <math.h>
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "figure/axes.h"
#include "figure/style.h"
#include "plots/area.h"

struct fp_span {
    struct fp__artist artist;
    double ends[2];
    double across[2]; /* in fractions of the axes */
    bool stands;      /* from one x to another */
    struct fp__patch look;
    char *label;
};

static void
span_close(struct fp_object *obj)
{
    struct fp_span *span = (struct fp_span *)obj;

    fp__artist_close(&span->artist);
    fp_free(span->label);
    span->label = NULL;
}

static size_t
span_bytes(const struct fp_object *obj)
{
    const char *label = ((const struct fp_span *)obj)->label;

    return label ? strlen(label) + 1 : 0;
}

static void
span_limits(const struct fp__artist *artist, struct fp__extent *x, struct fp__extent *y)
{
    const struct fp_span *span = (const struct fp_span *)artist;

    for (int end = 0; end < 2; end++)
        fp__extent_add(span->stands ? x : y, span->ends[end]);
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* Where it lies on the picture, y up. */
static struct fp__box
find_box(const struct fp_span *span, const struct fp__view *view)
{
    const struct fp__stretch fractions = {{.kind = FP__CURVE_LINEAR}, {0, 1}};
    const double *x = span->stands ? span->ends : span->across;
    const double *y = span->stands ? span->across : span->ends;
    struct fp__view v = *view;
    double x0, x1, y0, y1;

    *(span->stands ? &v.y : &v.x) = fractions;
    x0 = fp__view_x(&v, x[0]);
    x1 = fp__view_x(&v, x[1]);
    y0 = fp__view_y(&v, y[0]);
    y1 = fp__view_y(&v, y[1]);
    return (struct fp__box){fmin(x0, x1), fmin(y0, y1), fmax(x0, x1), fmax(y0, y1)};
}

static enum fp_status
span_draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_span *span = (const struct fp_span *)artist;
    struct fp__box b = find_box(span, view);

    fp__artist_clip(canvas, &view->box);
    fp__patch_rectangle(&span->look, canvas, b.x0, canvas->height - b.y1, b.x1,
                        canvas->height - b.y0);
    canvas->ops->clip(canvas, NULL);
    return FP_OK;
}

static const char *
span_label(const struct fp__artist *artist)
{
    return ((const struct fp_span *)artist)->label;
}

static void
span_key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    fp__patch_rectangle(&((const struct fp_span *)artist)->look, canvas, box[0], box[1], box[2],
                        box[3]);
}

/* As matplotlib's _find_best_position: a patch counts once, wherever its bounds meet the box. */
static size_t
span_covered(const struct fp__artist *artist, const struct fp__view *view,
             const struct fp__box *box)
{
    struct fp__box b = find_box((const struct fp_span *)artist, view);

    return b.x0 < box->x1 && b.x1 > box->x0 && b.y0 < box->y1 && b.y1 > box->y0;
}

static const struct fp__artist_class span_class = {
    .base = {.name = "span",
             .size = sizeof(struct fp_span),
             .close = span_close,
             .bytes = span_bytes},
    .layer = FP__LAYER_PATCHES,
    .limits = span_limits,
    .label = span_label,
    .key = span_key,
    .covered = span_covered,
    .draw = span_draw,
};

/* --- axhspan, axvspan ------------------------------------------------------------------------- */

struct fp_span_options
fp_span_defaults(void)
{
    return (struct fp_span_options){.area = fp_area_defaults(), .to = 1};
}

static enum fp_status
check(struct fp_context *ctx, const char *function, const struct fp_span *span,
      const struct fp_area_options *area)
{
    if (!isfinite(span->ends[0]) || !isfinite(span->ends[1]) || !isfinite(span->across[0]) ||
        !isfinite(span->across[1]))
        return fp__fail(ctx, FP_ERR_ARGUMENT,
                        "%s: the ends must be finite" FP__HINT
                        "two in data coordinates, from and to in fractions of the axes",
                        function);
    return fp__area_check(ctx, function, area);
}

static struct fp_span *
create(struct fp_axes *ax, const double ends[2], bool stands, const struct fp_span_options *o)
{
    const char *function = stands ? "axvspan" : "axhspan";
    struct fp_span *span = fp__artist_create(ax, &span_class);

    if (!span)
        return NULL;
    for (int end = 0; end < 2; end++) {
        span->ends[end] = ends[end];
        span->across[end] = end == 0 ? o->from : o->to;
    }
    span->stands = stands;
    if (check(ax->base.ctx, function, span, &o->area) != FP_OK)
        goto fail;
    span->look = fp__area_patch(&o->area, fp__style_of(ax->body)->cycle[0]);
    if (fp__copy_string(&span->label, o->area.label))
        return span;
    fp__fail_memory(ax->base.ctx, "a label");
fail:
    fp_unref(span);
    return NULL;
}

static struct fp_span *
add(struct fp_axes *ax, const double ends[2], bool stands, const struct fp_span_options *options)
{
    struct fp_span_options chosen = options ? *options : fp_span_defaults();
    struct fp_span *span = fp__axes_open(ax) ? create(ax, ends, stands, &chosen) : NULL;

    if (!span || fp__axes_take_artist(ax, &span->artist) != FP_OK)
        return NULL;
    fp__axes_follow(ax, !stands);
    return span;
}

struct fp_span *
fp_axes_axhspan(struct fp_axes *ax, double y0, double y1, const struct fp_span_options *options)
{
    return add(ax, (double[]){y0, y1}, false, options);
}

struct fp_span *
fp_axes_axvspan(struct fp_axes *ax, double x0, double x1, const struct fp_span_options *options)
{
    return add(ax, (double[]){x0, x1}, true, options);
}
