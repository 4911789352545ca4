/* SPDX-License-Identifier: MIT */
/* window_x11.c: windows of X11, each with a picture in it.
 *
 * A picture is sent to the display once and becomes the background of a window, which the display
 * itself paints wherever it comes to light. No pixels are kept here, and a window is never blank
 * because the program is busy. That window is in the one that people see, which may be larger until
 * the figure follows: a background begins again at its edge, and so it is white there instead. */
#include "render/window_x11.h"

#include <string.h>

#include <X11/Xutil.h>
#include <cairo-xlib.h>

#include "core/context.h"
#include "core/status.h"
#include "render/image_canvas.h"
#include "render/rows_x11.h"
#include "render/screen_x11.h"

/* --- what a window shows ---------------------------------------------------------------------- */

static cairo_surface_t *
as_surface(const struct fp__raster *raster)
{
    return cairo_image_surface_create_for_data((unsigned char *)(uintptr_t)raster->pixels,
                                               CAIRO_FORMAT_ARGB32, raster->width, raster->height,
                                               (int)(raster->stride * sizeof *raster->pixels));
}

/* On white, which shines through a clear face. Done here, for cairo 1.16 loses 32 bytes with every
 * connection on which anything was painted over something else. */
static cairo_surface_t *
flatten(const struct fp__raster *raster)
{
    cairo_surface_t *image = as_surface(raster), *flat;
    cairo_t *cr;

    if (raster->opaque)
        return image;
    flat = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, raster->width, raster->height);
    cr = cairo_create(flat);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_set_source_surface(cr, image, 0, 0);
    cairo_paint(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(image);
    return flat;
}

/* Of 4096 bytes and more cairo 1.16 shares the memory with the display, loses some of it with every
 * connection, and waits for ever when a display goes away in that moment. Pieces are small. */
static void
paint_in_pieces(cairo_t *cr, int width, int height)
{
    enum { PIECE = 1000 };

    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x += PIECE) {
            cairo_rectangle(cr, x, y, x + PIECE < width ? PIECE : width - x, 1);
            cairo_fill(cr);
        }
}

static void
paint(Display *display, Drawable where, cairo_surface_t *image)
{
    int width = cairo_image_surface_get_width(image);
    int height = cairo_image_surface_get_height(image);
    cairo_surface_t *surface = cairo_xlib_surface_create(
        display, where, DefaultVisual(display, DefaultScreen(display)), width, height);
    cairo_t *cr = cairo_create(surface);

    cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
    cairo_set_source_surface(cr, image, 0, 0);
    paint_in_pieces(cr, width, height);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

static bool
send(Display *display, Drawable where, const struct fp__raster *raster)
{
    cairo_surface_t *image = flatten(raster);
    bool sent = true;

    if (fp__rows_x11_wanted(display))
        sent = fp__rows_x11_send(display, where, image);
    else
        paint(display, where, image);
    cairo_surface_destroy(image);
    return sent;
}

static enum fp_status
set_background(struct fp__x11_window *w, const struct fp__raster *raster)
{
    Display *display = w->screen->display;
    bool sent;
    Pixmap pixmap =
        XCreatePixmap(display, w->picture, (unsigned)raster->width, (unsigned)raster->height,
                      (unsigned)DefaultDepth(display, DefaultScreen(display)));

    sent = send(display, pixmap, raster);
    XSetWindowBackgroundPixmap(display, w->picture, pixmap);
    XFreePixmap(display, pixmap); /* the window has it now */
    XResizeWindow(display, w->picture, (unsigned)raster->width, (unsigned)raster->height);
    XClearWindow(display, w->picture);
    return sent ? FP_OK : fp__fail_memory(w->screen->ctx, "a row of pixels");
}

static void
set_size(struct fp__x11_window *w, int width, int height)
{
    if (w->width == width && w->height == height)
        return;
    w->width = width;
    w->height = height;
    XResizeWindow(w->screen->display, w->id, (unsigned)width, (unsigned)height);
}

/* Waits until the display has done it: a loop that shows one picture after another is not ahead of
 * what can be seen. */
static enum fp_status
settle(struct fp__screen *s)
{
    XSync(s->display, False);
    if (s->lost)
        return fp__screen_tell_loss(s);
    if (s->fault == BadAlloc)
        return fp__fail(s->ctx, FP_ERR_OUTPUT,
                        "the display has no memory for the window" FP__HINT "make it smaller");
    return FP_OK;
}

static enum fp_status
x11_present(struct fp__window *window, struct fp_figure *fig)
{
    struct fp__x11_window *w = (struct fp__x11_window *)window;
    struct fp__raster raster;
    enum fp_status status = fp__render_image(fig, &raster);

    if (status != FP_OK)
        return status;
    w->stale = false;
    w->screen->fault = 0;
    set_size(w, raster.width, raster.height);
    status = set_background(w, &raster);
    return status == FP_OK ? settle(w->screen) : status;
}

/* Not at once: a loop that clears and shows again would flicker. */
static void
x11_clear(struct fp__window *window)
{
    ((struct fp__x11_window *)window)->stale = true;
}

/* WM_NAME too, for window managers that know no Unicode. */
static void
x11_title(struct fp__window *window, const char *title)
{
    struct fp__x11_window *w = (struct fp__x11_window *)window;
    Display *display = w->screen->display;

    XStoreName(display, w->id, title);
    XChangeProperty(display, w->id, w->screen->atoms[FP__ATOM_NAME],
                    w->screen->atoms[FP__ATOM_UTF8], 8, PropModeReplace,
                    (const unsigned char *)title, (int)strlen(title));
}

/* --- life of a window ------------------------------------------------------------------------- */

static void
x11_destroy(struct fp__window *window)
{
    struct fp__x11_window *w = (struct fp__x11_window *)window;

    XDestroyWindow(w->screen->display, w->id);
    XFlush(w->screen->display);
    fp__screen_forget(w);
}

static const struct fp__window_ops ops = {
    .present = x11_present, .title = x11_title, .clear = x11_clear, .destroy = x11_destroy};

/* What window managers want to know. */
static void
introduce(struct fp__x11_window *w)
{
    struct fp__screen *s = w->screen;
    XClassHint kind = {.res_name = "flatplot", .res_class = "Flatplot"};
    XWMHints hints = {.flags = InputHint, .input = True};

    XSetWMProtocols(s->display, w->id, &s->atoms[FP__ATOM_DELETE], 1);
    XSetClassHint(s->display, w->id, &kind);
    XSetWMHints(s->display, w->id, &hints);
    x11_title(&w->base, kind.res_name);
}

static void
make_window(struct fp__x11_window *w)
{
    struct fp__screen *s = w->screen;
    XSetWindowAttributes wanted = {
        .event_mask = KeyPressMask | StructureNotifyMask,
        .background_pixel = WhitePixel(s->display, DefaultScreen(s->display)),
    };

    w->id = XCreateWindow(s->display, DefaultRootWindow(s->display), 0, 0, (unsigned)w->width,
                          (unsigned)w->height, 0, CopyFromParent, InputOutput, CopyFromParent,
                          CWBackPixel | CWEventMask, &wanted);
    w->picture = XCreateSimpleWindow(s->display, w->id, 0, 0, (unsigned)w->width,
                                     (unsigned)w->height, 0, 0, wanted.background_pixel);
    introduce(w);
    XMapSubwindows(s->display, w->id);
    XMapWindow(s->display, w->id);
}

enum fp_status
fp__window_x11_open(struct fp_figure *fig)
{
    struct fp__screen *s;
    enum fp_status status = fp__screen_connect(fig->base.ctx, &s);
    struct fp__x11_window *w = status == FP_OK ? fp_alloc(sizeof *w) : NULL;

    if (status != FP_OK)
        return status;
    if (!w) {
        fp__screen_leave(s);
        return fp__fail_memory(fig->base.ctx, "a window");
    }
    *w =
        (struct fp__x11_window){.base = {.ops = &ops}, .screen = s, .next = s->windows, .fig = fig};
    s->windows = w;
    fp_figure_get_size_pixels(fig, &w->width, &w->height);
    make_window(w);
    return fp__figure_set_window(fig, &w->base);
}
