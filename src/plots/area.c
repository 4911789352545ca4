/* SPDX-License-Identifier: MIT */
/* area.c: the looks of filled areas. */
#include "plots/area.h"

#include <math.h>

#include "color/color.h"
#include "core/status.h"
#include "figure/artist.h"

struct fp_area_options
fp_area_defaults(void)
{
    return (struct fp_area_options){.alpha = 1, .linewidth = 1};
}

enum fp_status
fp__area_check(struct fp_context *ctx, const char *function, const struct fp_area_options *o)
{
    if (o->alpha >= 0 && o->alpha <= 1 && o->linewidth >= 0 && isfinite(o->linewidth) &&
        o->linestyle <= FP_NO_LINE && (!o->label || fp__artist_can_write(o->label)))
        return FP_OK;
    return fp__fail(ctx, FP_ERR_ARGUMENT,
                    "%s: an alpha, edge or label that cannot be drawn" FP__HINT
                    "alpha is from 0 to 1, the edge's width from 0 points on, labels are one line "
                    "of UTF-8",
                    function);
}

struct fp__patch
fp__area_patch(const struct fp_area_options *o, struct fp_color color)
{
    return (struct fp__patch){.face = fp__color_fade(o->has_color ? o->color : color, o->alpha),
                              .edge = o->has_edgecolor ? fp__color_fade(o->edgecolor, o->alpha)
                                                       : FP_CLEAR,
                              .linewidth = o->linewidth,
                              .linestyle = o->linestyle};
}
