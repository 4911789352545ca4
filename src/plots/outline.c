/* SPDX-License-Identifier: MIT */
/* outline.c: bars that touch, drawn as one outline: what hist makes of steps. */
#include "plots/outline.h"

#include "draw/trace.h"

#define SNAP_AT_MOST 1024 /* Agg looks at no more points (path_converters.h, PathSnapper) */

/* --- its corners ------------------------------------------------------------------------------ */

/* A walk along the corners from where the first bar begins to where the last one ends: its foot,
 * both ends of each top, and the last one's foot. */
struct walk {
    struct fp__bars_walk bars;
    struct fp__bar bar; /* whose end comes next */
    bool begun, ended;
    double x[2], y[2]; /* what was found but not given yet: */
    size_t at, queued; /* the next of them, how many there were */
};

static struct walk
begin(const struct fp_bars *bars)
{
    return (struct walk){.bars = fp__bars_walk(bars)};
}

/* `end` and `top` tell which corner of the bar. */
static void
add(struct walk *w, const struct fp__bar *bar, bool end, bool top)
{
    bool lying = w->bars.bars->lying;

    w->x[w->queued] = bar->x + ((lying ? top : end) ? bar->width : 0);
    w->y[w->queued++] = bar->y + ((lying ? end : top) ? bar->height : 0);
}

/* Bars touch: where one begins is where the one before it ends. */
static void
add_step(struct walk *w, const struct fp__bar *bar)
{
    bool lying = w->bars.bars->lying;

    if (w->begun) {
        add(w, &w->bar, true, true);
        *(lying ? &w->y[0] : &w->x[0]) = lying ? bar->y : bar->x;
    } else {
        add(w, bar, false, false);
    }
    add(w, bar, false, true);
    w->bar = *bar;
    w->begun = true;
}

static bool
next(struct walk *w, double *x, double *y)
{
    struct fp__bar bar;

    if (w->at == w->queued) {
        w->at = w->queued = 0;
        if (fp__bars_next(&w->bars, &bar)) {
            add_step(w, &bar);
        } else if (w->begun && !w->ended) {
            add(w, &w->bar, true, true);
            add(w, &w->bar, true, false);
            w->ended = true;
        } else {
            return false;
        }
    }
    *x = w->x[w->at];
    *y = w->y[w->at++];
    return true;
}

/* --- limits ----------------------------------------------------------------------------------- */

static void
limits(const struct fp__artist *artist, struct fp__extent *xs, struct fp__extent *ys)
{
    const struct fp_bars *bars = (const struct fp_bars *)artist;
    struct walk walk = begin(bars);
    double x, y;

    while (next(&walk, &x, &y)) {
        if (!isfinite(x) || !isfinite(y))
            continue;
        fp__extent_add(xs, x);
        fp__extent_add(ys, y);
        fp__extent_stick(bars->lying ? xs : ys, bars->options.bottom);
    }
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* All sides run along the axes, so that what is far outside may be moved to where it is not seen
 * corner by corner. */
struct brush {
    struct fp__canvas *canvas;
    double width, far;
    bool snap;
    double x[256], y[256];
    size_t n;
};

static void
flush(struct brush *b)
{
    b->canvas->ops->path(b->canvas, b->x, b->y, b->n);
    b->n = 0;
}

static double
move(const struct brush *b, double v, double size)
{
    return isfinite(v) ? fp__clamp(b->snap ? fp__snap(v, b->width) : v, -b->far, size + b->far)
                       : NAN;
}

static void
put(struct brush *b, const struct fp__view *view, double x, double y)
{
    if (b->n == sizeof b->x / sizeof b->x[0])
        flush(b);
    b->x[b->n] = move(b, fp__view_x(view, x), b->canvas->width);
    b->y[b->n++] = move(b, b->canvas->height - fp__view_y(view, y), b->canvas->height);
}

/* Adds up to `most` corners of the outline to the canvas's path. */
static void
trace(struct brush *b, const struct fp_bars *bars, const struct fp__view *view, size_t most)
{
    struct walk walk = begin(bars);
    double x, y;

    for (size_t i = 0; i < most && next(&walk, &x, &y); i++)
        put(b, view, x, y);
    flush(b);
}

/* Back along the tops of those that these bars stand on, as far as the first bar's end. */
static void
trace_back(struct brush *b, const struct fp_bars *bars, const struct fp__view *view)
{
    for (size_t i = fp_array_count(bars->lengths); i-- > 1;)
        for (size_t k = i + 1; k-- > i - 1;) {
            double place, bottom;

            fp_array_value(bars->places, &i, &place);
            fp_array_value(bars->options.bottoms, &k, &bottom);
            put(b, view, bars->lying ? bottom : place, bars->lying ? place : bottom);
        }
    flush(b);
}

static bool
is_filled(const struct fp_bars *bars)
{
    return bars->artist.base.cls == &fp__outline_filled_class.base;
}

static void
trace_all(struct brush *b, const struct fp_bars *bars, const struct fp__view *view)
{
    trace(b, bars, view, SIZE_MAX);
    if (is_filled(bars) && bars->options.bottoms)
        trace_back(b, bars, view);
}

/* An outline that is not filled is drawn in the bars' colour. */
static struct fp__patch
patch_of(const struct fp_bars *bars)
{
    struct fp__patch patch = fp__bars_patch(bars, bars->options.color);

    if (is_filled(bars))
        return patch;
    if (!bars->options.has_edgecolor)
        patch.edge = patch.face;
    patch.face = FP_CLEAR;
    return patch;
}

/* matplotlib's filled ones go back along all feet, and are closed. */
static bool
is_snapped(const struct fp_bars *bars)
{
    size_t n = fp_array_count(bars->lengths);

    return (is_filled(bars) ? 4 * n + 1 : 2 * n + 2) <= SNAP_AT_MOST;
}

static void
paint(const struct fp_bars *bars, const struct fp__view *view, struct fp__canvas *canvas)
{
    struct fp__patch patch = patch_of(bars);
    struct fp__stroke edge = fp__patch_edge(&patch, canvas);
    struct brush brush = {.canvas = canvas,
                          .width = edge.width,
                          .far = edge.width * fmax(edge.width, 1) + 2,
                          .snap = is_snapped(bars)};

    if (patch.face.a > 0) {
        trace_all(&brush, bars, view);
        canvas->ops->area(canvas, patch.face);
    }
    if (!(edge.width > 0))
        return;
    trace_all(&brush, bars, view);
    if (is_filled(bars))
        trace(&brush, bars, view, 2); /* closed: it goes on along its first side */
    canvas->ops->stroke(canvas, &edge);
}

static enum fp_status
draw(struct fp__artist *artist, const struct fp__view *view, struct fp__canvas *canvas)
{
    const struct fp_bars *bars = (const struct fp_bars *)artist;
    enum fp_status status = fp__bars_check_open(bars);

    if (status != FP_OK)
        return status;
    fp__bars_clip(view, canvas);
    paint(bars, view, canvas);
    canvas->ops->clip(canvas, NULL);
    return FP_OK;
}

static void
key(const struct fp__artist *artist, struct fp__canvas *canvas, const double box[4])
{
    struct fp__patch patch = patch_of((const struct fp_bars *)artist);

    fp__patch_rectangle(&patch, canvas, box[0], box[1], box[2], box[3]);
}

/* The corners inside, and one more if the outline crosses the box: as a line. (matplotlib 3.6
 * counts the rectangle around the outline, once wherever the box is in it, and puts legends on
 * it.) */
static size_t
covered(const struct fp__artist *artist, const struct fp__view *view, const struct fp__box *b)
{
    const double box[4] = {b->x0, b->y0, b->x1, b->y1};
    struct walk walk = begin((const struct fp_bars *)artist);
    double x, y, before[2] = {NAN, NAN};
    bool crosses = false;
    size_t inside = 0;

    while (next(&walk, &x, &y)) {
        double at[2] = {fp__view_x(view, x), fp__view_y(view, y)}, to[2] = {at[0], at[1]};

        inside += at[0] > b->x0 && at[0] < b->x1 && at[1] > b->y0 && at[1] < b->y1;
        if (isfinite(before[0] + before[1] + at[0] + at[1]))
            crosses = crosses || fp__trace_cut(box, before, to);
        before[0] = at[0];
        before[1] = at[1];
    }
    return inside + crosses;
}

#define OUTLINE_CLASS(where)                                                                       \
    {                                                                                              \
        .base = {.name = "bars",                                                                   \
                 .size = sizeof(struct fp_bars),                                                   \
                 .traverse = fp__bars_traverse,                                                    \
                 .close = fp__bars_close,                                                          \
                 .bytes = fp__bars_bytes},                                                         \
        .layer = (where), .limits = limits, .label = fp__bars_label, .key = key,                   \
        .covered = covered, .draw = draw                                                           \
    }

const struct fp__artist_class fp__outline_class = OUTLINE_CLASS(FP__LAYER_LINES);
const struct fp__artist_class fp__outline_filled_class = OUTLINE_CLASS(FP__LAYER_PATCHES);
