/* SPDX-License-Identifier: MIT */
/* tight_layout.c: a layout that needs to know how large texts are. */
#include "figure/tight.h"
#include "render/fonts.h"

static enum fp_status
extents(struct fp__canvas *canvas, const struct fp__words *words, struct fp__extents *e)
{
    return fp__fonts_extents(canvas->ctx, words, e);
}

enum fp_status
fp_figure_tight_layout(struct fp_figure *fig)
{
    static const struct fp__canvas_ops ops = {.extents = extents};
    struct fp__canvas canvas = {.ops = &ops};

    if (!fp__figure_open(fig))
        return FP_ERR_CLOSED;
    canvas.ctx = fig->base.ctx;
    canvas.dpi = fig->body->dpi;
    fp_figure_get_size_pixels(fig, &canvas.width, &canvas.height);
    return fp__tight_layout(fig, &canvas);
}
