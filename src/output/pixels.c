/* SPDX-License-Identifier: MIT */
/* pixels.c: a figure as pixels in memory. */
#include "flatplot/output.h"

#include "core/status.h"
#include "output/straight.h"
#include "render/image_canvas.h"

enum fp_status
fp_figure_pixels(struct fp_figure *fig, uint8_t **rgba)
{
    struct fp__raster raster;
    enum fp_status status = fp__render_image(fig, &raster);
    size_t row;

    if (status != FP_OK)
        return status;
    row = (size_t)raster.width * 4;
    if (!*rgba)
        *rgba = fp_alloc_array((size_t)raster.height, row);
    if (!*rgba)
        return fp__fail_memory(fig->base.ctx, "the picture's pixels");
    for (int y = 0; y < raster.height; y++)
        fp__straight_rgba(*rgba + (size_t)y * row, raster.pixels + (size_t)y * raster.stride,
                          (size_t)raster.width);
    return FP_OK;
}
