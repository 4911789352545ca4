/* SPDX-License-Identifier: MIT */
/* canvas_image.c: pixels that are there already. */
#include "render/canvas_parts.h"

#include <string.h>

/* Opaque pixels need no compositing: they are copied into the surface's memory. */
static void
copy_pixels(struct fp__image_canvas *canvas, const struct fp__blit *b)
{
    const int box[4] = {b->x, b->y, b->x + b->width, b->y + b->height};
    struct fp__sheet sheet;

    fp__canvas_sheet(canvas, &sheet);
    fp__canvas_own(canvas);
    fp__late_fills_hide(&canvas->late, &sheet, box);
    for (int row = 0; row < b->height; row++)
        memcpy(canvas->pixels + (size_t)(b->y + row) * canvas->stride + b->x,
               b->pixels + (size_t)row * b->stride, (size_t)b->width * sizeof *b->pixels);
}

static void
blend_pixels(struct fp__image_canvas *canvas, const struct fp__blit *b)
{
    cairo_t *cr = fp__canvas_cairo(canvas);
    cairo_surface_t *image = cairo_image_surface_create_for_data(
        (unsigned char *)(uintptr_t)b->pixels, CAIRO_FORMAT_ARGB32, b->width, b->height,
        (int)(b->stride * sizeof *b->pixels));

    cairo_set_source_surface(cr, image, b->x, b->y);
    cairo_rectangle(cr, b->x, b->y, b->width, b->height);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 0, 0, 0); /* lets go of the image */
    cairo_surface_destroy(image);
}

void
fp__canvas_image(struct fp__canvas *canvas, const struct fp__blit *b)
{
    struct fp__image_canvas *c = (struct fp__image_canvas *)canvas;
    const int picture[4] = {b->x, b->top, b->x + b->width, b->top + b->tall};

    c->colored = c->colored || !b->gray;
    c->unmapped = c->unmapped || !b->mapped;
    fp__ground_touch(c->ground, picture);
    if (b->opaque)
        copy_pixels(c, b);
    else
        blend_pixels(c, b);
}
