/* SPDX-License-Identifier: MIT */
/* rows_x11.c: row after row in the display's own kind of pixels, through Xlib alone. */
#include "render/rows_x11.h"

#include <stdint.h>

#include <X11/Xutil.h>

#include "flatplot/context.h"

static Visual *
visual_of(Display *display)
{
    return DefaultVisual(display, DefaultScreen(display));
}

static int
depth_of(Display *display)
{
    return DefaultDepth(display, DefaultScreen(display));
}

bool
fp__rows_x11_wanted(Display *display)
{
    int depth = depth_of(display);

    return visual_of(display)->class == TrueColor && depth != 24 && depth != 32;
}

/* 0 … 255 as the bits of the mask, 0 … all of them, to the nearest. */
static unsigned long
channel(uint32_t value, unsigned long mask)
{
    unsigned long unit = mask & -mask; /* its lowest bit */

    return (((value & 0xff) * (mask / unit) + 127) / 255) * unit;
}

static void
fill_row(XImage *row, const Visual *visual, const uint32_t *argb)
{
    for (int x = 0; x < row->width; x++)
        XPutPixel(row, x, 0,
                  channel(argb[x] >> 16, visual->red_mask) |
                      channel(argb[x] >> 8, visual->green_mask) |
                      channel(argb[x], visual->blue_mask));
}

static void
send_rows(Display *display, Drawable where, XImage *row, cairo_surface_t *image)
{
    const unsigned char *pixels = cairo_image_surface_get_data(image);
    int stride = cairo_image_surface_get_stride(image);
    int height = cairo_image_surface_get_height(image);
    GC gc = XCreateGC(display, where, 0, NULL);

    for (int y = 0; y < height; y++) {
        fill_row(row, visual_of(display), (const void *)(pixels + (ptrdiff_t)y * stride));
        XPutImage(display, where, gc, row, 0, 0, 0, y, (unsigned)row->width, 1);
    }
    XFreeGC(display, gc);
}

bool
fp__rows_x11_send(Display *display, Drawable where, cairo_surface_t *image)
{
    int width = cairo_image_surface_get_width(image);
    XImage *row = XCreateImage(display, visual_of(display), (unsigned)depth_of(display), ZPixmap, 0,
                               NULL, (unsigned)width, 1, 32, 0);
    bool fine;

    if (!row)
        return false;
    cairo_surface_flush(image);
    row->data = fp_alloc((size_t)row->bytes_per_line);
    fine = row->data;
    if (fine)
        send_rows(display, where, row, image);
    fp_free(row->data);
    row->data = NULL;
    XDestroyImage(row);
    return fine;
}
