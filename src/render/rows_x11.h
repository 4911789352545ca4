/* SPDX-License-Identifier: MIT */
/* rows_x11.h: pictures sent to displays of 15, 16 or 30 bits a pixel, on which cairo 1.16 loses 32
 * bytes with every piece it sends. */
#ifndef RENDER_ROWS_X11_H
#define RENDER_ROWS_X11_H

#include <stdbool.h>

#include <X11/Xlib.h>
#include <cairo.h>

/* Whether the display is one of those. */
bool fp__rows_x11_wanted(Display *display);

/* Sends an opaque image of cairo's ARGB32. False when there is no memory for one row. */
bool fp__rows_x11_send(Display *display, Drawable where, cairo_surface_t *image);

#endif
