/* SPDX-License-Identifier: MIT */
/* canvas_image.c: pixels that are there already. */
#include "render/canvas_parts.h"

#include <string.h>

/* Opaque pixels need no compositing: they are copied into the surface's memory. */
static void
copy_pixels(struct fp__image_canvas *canvas, const struct fp__blit *b)
{
    cairo_surface_flush(canvas->surface);
    for (int row = 0; row < b->height; row++)
        memcpy(canvas->pixels + (size_t)(b->y + row) * canvas->stride + b->x,
               b->pixels + (size_t)row * b->stride, (size_t)b->width * sizeof *b->pixels);
    cairo_surface_mark_dirty_rectangle(canvas->surface, b->x, b->y, b->width, b->height);
}

static void
blend_pixels(struct fp__image_canvas *canvas, const struct fp__blit *b)
{
    cairo_surface_t *image = cairo_image_surface_create_for_data(
        (unsigned char *)(uintptr_t)b->pixels, CAIRO_FORMAT_ARGB32, b->width, b->height,
        (int)(b->stride * sizeof *b->pixels));

    cairo_set_source_surface(canvas->cr, image, b->x, b->y);
    cairo_rectangle(canvas->cr, b->x, b->y, b->width, b->height);
    cairo_fill(canvas->cr);
    cairo_set_source_rgb(canvas->cr, 0, 0, 0); /* lets go of the image */
    cairo_surface_destroy(image);
}

void
fp__canvas_image(struct fp__canvas *canvas, const struct fp__blit *b)
{
    int box[4] = {b->x, b->y, b->x + b->width, b->y + b->height};

    fp__ground_touch(((struct fp__image_canvas *)canvas)->ground, box);
    if (b->opaque)
        copy_pixels((struct fp__image_canvas *)canvas, b);
    else
        blend_pixels((struct fp__image_canvas *)canvas, b);
}
