/* SPDX-License-Identifier: MIT */
/* image_canvas.h: a figure drawn into memory. */
#ifndef RENDER_IMAGE_CANVAS_H
#define RENDER_IMAGE_CANVAS_H

#include "figure/figure.h"
#include "render/raster.h"

/* Draws the figure. The pixels are the context's and stay until its next drawing. */
enum fp_status fp__render_image(struct fp_figure *fig, struct fp__raster *raster);

#endif
