/* SPDX-License-Identifier: MIT */
/* canvas_path.c: paths, and what strokes make of them. */
#include "render/canvas_parts.h"

#include <math.h>

void
fp__canvas_path(struct fp__canvas *canvas, const double *x, const double *y, size_t n)
{
    cairo_t *cr = ((struct fp__image_canvas *)canvas)->cr;

    ((struct fp__image_canvas *)canvas)->points += n;
    for (size_t i = 0; i < n; i++) {
        if (isfinite(x[i]) && isfinite(y[i]))
            cairo_line_to(cr, fp__bounded(x[i]),
                          fp__bounded(y[i])); /* after a gap it begins a new piece */
        else
            cairo_new_sub_path(cr);
    }
}

static const cairo_line_join_t joins[] = {[FP__JOIN_ROUND] = CAIRO_LINE_JOIN_ROUND,
                                          [FP__JOIN_MITER] = CAIRO_LINE_JOIN_MITER,
                                          [FP__JOIN_BEVEL] = CAIRO_LINE_JOIN_BEVEL};

void
fp__canvas_stroke(struct fp__canvas *canvas, const struct fp__stroke *s)
{
    cairo_t *cr = fp__canvas_with_color(canvas, s->color);

    cairo_save(cr);
    cairo_set_line_width(cr, fp__bounded(s->width));
    cairo_set_line_join(cr, joins[s->join]);
    cairo_set_miter_limit(cr, fmax(s->width, 1));
    cairo_set_line_cap(cr, s->round_ends ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cr, s->dashes, s->dash_count, s->dash_start);
    cairo_stroke(cr);
    cairo_restore(cr);
    ((struct fp__image_canvas *)canvas)->points = 0;
}

/* A group is one byte per pixel of the clip. */
void
fp__canvas_group(struct fp__canvas *canvas)
{
    cairo_t *cr = ((struct fp__image_canvas *)canvas)->cr;

    ((struct fp__image_canvas *)canvas)->grouped = true;
    cairo_push_group_with_content(cr, CAIRO_CONTENT_ALPHA);
    cairo_set_operator(cr, CAIRO_OPERATOR_ADD);
}

void
fp__canvas_ungroup(struct fp__canvas *canvas, struct fp_color color)
{
    cairo_pattern_t *cover = cairo_pop_group(((struct fp__image_canvas *)canvas)->cr);

    ((struct fp__image_canvas *)canvas)->grouped = false;
    cairo_mask(fp__canvas_with_color(canvas, color), cover);
    cairo_pattern_destroy(cover);
}
