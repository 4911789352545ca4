/* SPDX-License-Identifier: MIT */
/* axes_titles.c: the titles of an axes on a canvas: at the left, in the middle, at the right. */
#include <math.h>

#include "draw/bounds.h"
#include "figure/axes_pen.h"

#define TITLE_SIZE 12.0
#define TITLE_PAD 6.0

/* The title where it stands above a line `base`; with `whole` all of its length takes room. */
static enum fp_status
write_title(const struct fp__pen *pen, enum fp_halign place, struct fp__canvas *canvas, double base,
            bool whole)
{
    const struct fp__box *b = &pen->view.box;
    const struct fp__axes_text *title = &pen->body->titles[place];
    struct fp__words words = fp__pen_words(pen, title, TITLE_SIZE, 0);
    double x = place == FP_HALIGN_LEFT     ? b->x0
               : place == FP_HALIGN_CENTER ? (b->x0 + b->x1) / 2
                                           : b->x1;

    words.centred = !whole;
    return fp__words_draw(canvas, &words,
                          (struct fp__anchor){x, base + fp__pen_pad(pen, title, TITLE_PAD), place,
                                              FP_VALIGN_BASELINE, false});
}

static bool
overlap(const struct fp__box *a, const struct fp__box *b)
{
    return a->x0 <= b->x1 && b->x0 <= a->x1 && a->y0 <= b->y1 && b->y0 <= a->y1;
}

/* Where a title with that box has to stand above, of what an axes of a group of twins draws. */
static void
raise_above(double *top, const struct fp__pen *pen, const struct fp__box *title)
{
    const struct fp__box *offset = &pen->offset;

    *top = fmax(*top, pen->top);
    if (offset->x1 > offset->x0 && overlap(title, offset))
        *top = fmax(*top, offset->y1);
}

/* The same of a twin, which is drawn at another time. */
static enum fp_status
raise_above_twin(double *top, struct fp_axes *twin, struct fp__canvas *canvas,
                 const struct fp__box *title)
{
    struct fp__bounds bounds = fp__bounds_begin(canvas);
    struct fp__pen pen;
    enum fp_status status = fp__pen_init(&pen, twin, &bounds.base);

    if (status == FP_OK && twin->body->axis_on)
        status = fp__pen_axes(&pen);
    if (status == FP_OK)
        raise_above(top, &pen, title);
    return status;
}

static bool
is_twin(struct fp_axes *ax, struct fp_axes *other)
{
    return other != ax && fp__axes_base(other) == fp__axes_base(ax);
}

static enum fp_status
find_top(const struct fp__pen *pen, const struct fp__box *title, double *top)
{
    const struct fp__figure_body *fig = fp__axes_figure(pen->body)->body;
    enum fp_status status = FP_OK;

    *top = pen->view.box.y1;
    raise_above(top, pen, title);
    for (size_t i = 0; status == FP_OK && i < fig->axes_count; i++)
        if (is_twin(pen->ax, fig->axes[i]))
            status = raise_above_twin(top, fig->axes[i], pen->canvas, title);
    return status;
}

/* Nearly always: then the title need not be measured. */
static bool
is_free_above(const struct fp__pen *pen)
{
    const struct fp__figure_body *fig = fp__axes_figure(pen->body)->body;
    bool alone = pen->top <= pen->view.box.y1 && pen->offset.x0 >= pen->offset.x1;

    for (size_t i = 0; alone && i < fig->axes_count; i++)
        alone = !is_twin(pen->ax, fig->axes[i]);
    return alone;
}

/* Raises `base` to where the title stands above the labels and the offset that are above the axes
 * and its twins, if the two would run into each other. */
static enum fp_status
raise_base(const struct fp__pen *pen, enum fp_halign place, double *base)
{
    struct fp__bounds bounds = fp__bounds_begin(pen->canvas);
    double top;
    enum fp_status status = write_title(pen, place, &bounds.base, pen->view.box.y1, true);

    if (status == FP_OK)
        status = find_top(pen, &bounds.box, &top);
    if (status == FP_OK && bounds.box.y0 < top)
        *base = fmax(*base, top);
    return status;
}

static bool
has_title(const struct fp__pen *pen, int place)
{
    return pen->body->titles[place].text != NULL;
}

/* All on the highest of their lines: matplotlib's _update_title_position. */
enum fp_status
fp__pen_titles(const struct fp__pen *pen)
{
    double base = pen->view.box.y1;
    enum fp_status status = FP_OK;

    for (int i = 0; status == FP_OK && i < FP__TITLES; i++)
        if (has_title(pen, i) && !is_free_above(pen))
            status = raise_base(pen, (enum fp_halign)i, &base);
    for (int i = 0; status == FP_OK && i < FP__TITLES; i++)
        if (has_title(pen, i))
            status = write_title(pen, (enum fp_halign)i, pen->canvas, base, false);
    return status;
}
