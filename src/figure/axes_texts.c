/* SPDX-License-Identifier: MIT */
/* axes_texts.c: the titles and labels of axes. */
#include <math.h>

#include "core/status.h"
#include "draw/words.h"
#include "figure/axes.h"

/* NULL after saying that there is none, or that the axes was closed. */
static struct fp__axes_text *
find(struct fp_axes *ax, enum fp_axes_text text)
{
    struct fp__axes_body *body = fp__axes_open(ax);

    if (!body)
        return NULL;
    switch (text) {
    case FP_TITLE:
        return &body->titles[FP_HALIGN_CENTER];
    case FP_XLABEL:
        return &body->x.label;
    case FP_YLABEL:
        return &body->y.label;
    case FP_TITLE_LEFT:
        return &body->titles[FP_HALIGN_LEFT];
    case FP_TITLE_RIGHT:
        return &body->titles[FP_HALIGN_RIGHT];
    }
    fp__fail(ax->base.ctx, FP_ERR_ARGUMENT,
             "axes: there is no text %d" FP__HINT "FP_TITLE, FP_XLABEL or FP_YLABEL", (int)text);
    return NULL;
}

static enum fp_status
failure(struct fp_axes *ax)
{
    return fp_is_closed(ax) ? FP_ERR_CLOSED : FP_ERR_ARGUMENT;
}

enum fp_status
fp_axes_set_text(struct fp_axes *ax, enum fp_axes_text which, const char *text)
{
    struct fp__axes_text *place = find(ax, which);

    return place ? fp__words_replace(ax->base.ctx, "axes", &place->text, text) : failure(ax);
}

enum fp_status
fp_axes_set_title(struct fp_axes *ax, const char *text)
{
    return fp_axes_set_text(ax, FP_TITLE, text);
}

enum fp_status
fp_axes_set_xlabel(struct fp_axes *ax, const char *text)
{
    return fp_axes_set_text(ax, FP_XLABEL, text);
}

enum fp_status
fp_axes_set_ylabel(struct fp_axes *ax, const char *text)
{
    return fp_axes_set_text(ax, FP_YLABEL, text);
}

enum fp_status
fp_axes_set_text_size(struct fp_axes *ax, enum fp_axes_text which, double points)
{
    struct fp__axes_text *text = find(ax, which);

    if (!text)
        return failure(ax);
    if (!(points > 0) || !isfinite(points))
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT, "axes: a font's size is above 0 points");
    text->size = points;
    return FP_OK;
}

enum fp_status
fp_axes_set_text_color(struct fp_axes *ax, enum fp_axes_text which, struct fp_color color)
{
    struct fp__axes_text *text = find(ax, which);

    if (!text)
        return failure(ax);
    text->has_color = true;
    text->color = color;
    return FP_OK;
}

static bool
is_title(enum fp_axes_text which)
{
    return which != FP_XLABEL && which != FP_YLABEL;
}

enum fp_status
fp_axes_set_text_pad(struct fp_axes *ax, enum fp_axes_text which, double points)
{
    struct fp__axes_text *text = find(ax, which);

    if (!text)
        return failure(ax);
    if (!isfinite(points))
        return fp__fail(ax->base.ctx, FP_ERR_ARGUMENT, "axes: a pad is finite, in points");
    text->has_pad = true;
    text->pad = points;
    for (int i = 0; is_title(which) && i < FP__TITLES; i++) {
        ax->body->titles[i].has_pad = true;
        ax->body->titles[i].pad = points;
    }
    return FP_OK;
}
